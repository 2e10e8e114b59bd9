/// Reads whole conversations, one JSON object a line.
struct TranscriptLineDecoder: TranscriptDecoder {
  private let file: String
  private let names: SpeakerNames
  private let faults: Faults

  init(file: String, names: SpeakerNames) {
    self.file = file
    self.names = names
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    do throws(JSONLineError) {
      return replies(of: try TranscriptLine(line, names: names), at: number)
    } catch {
      return [faults.make("transcript", number, "not a transcript: \(error)")]
    }
  }

  mutating func finish() -> [Decoded] { [] }

  private func replies(of transcript: TranscriptLine, at number: Int) -> [Decoded] {
    let session =
      switch transcript.id {
      case .null: "\(file):\(number)"
      case .string(let id): TurnJoiner.session(id, in: file)
      case let id: TurnJoiner.session(try? JSONLine.encode(id), in: file)
      }
    return transcript.replies.map { reply in
      .reply(
        ReplyToScore(
          session: session, turn: reply.turn, id: .string("\(session)#\(reply.turn)"),
          client: reply.client, text: reply.text,
          closing: reply.turn == transcript.replies.count ? transcript.closing : nil))
    }
  }
}
