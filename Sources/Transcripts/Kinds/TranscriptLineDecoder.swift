import Diagnostics
import Lines

/// Reads whole conversations, one JSON object a line.
struct TranscriptLineDecoder: TranscriptDecoder {
  private let file: String
  private var cast: Cast
  private var seen = SeenConversations()
  private let faults: Faults

  init(file: String, names: SpeakerNames) {
    self.file = file
    cast = Cast(file: file, names: names)
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    do throws(JSONLineError) {
      let transcript = try TranscriptLine(line) { cast.speaker($0, at: number) }
      return replies(of: transcript, at: number)
    } catch {
      return [faults.make("transcript", number, "not a transcript: \(error)")]
    }
  }

  var heard: Set<String> { cast.heard }

  mutating func finish() -> [Decoded] { cast.finish() }

  private mutating func replies(of transcript: TranscriptLine, at number: Int) -> [Decoded] {
    let session =
      switch transcript.id {
      case .null: "\(file):\(number)"
      case let id: TurnJoiner.session(id.plain, in: file)
      }
    guard !seen.contains(session) else {
      return [
        faults.make(
          "conversation-twice", number,
          "the conversation '\(session.replacingControls(with: " "))' has been there before",
          mend: "give each an id of its own; passed over")
      ]
    }
    seen.insert(session)
    return transcript.replies.map { reply in
      .reply(
        ReplyToScore(
          session: session, turn: reply.turn, id: .string("\(session)#\(reply.turn)"),
          client: reply.client, text: reply.text,
          closing: reply.turn == transcript.replies.count ? transcript.closing : nil))
    }
  }
}
