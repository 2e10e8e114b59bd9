import Diagnostics
import Lines

/// Reads whole conversations, one JSON object a line.
struct TranscriptLineDecoder: TranscriptDecoder {
  private let file: String
  private var cast: Cast
  private var seen = SeenConversations()
  private let faults: Faults
  /// Utterances of nobody, and those without a text.
  private var nameless = Occurrences<Place>()
  private var wordless = Occurrences<Place>()

  /// Where an utterance stands: its line in the file, and its number in the line from 0.
  private struct Place {
    var line: Int
    var utterance: Int
  }

  init(file: String, names: SpeakerNames) {
    self.file = file
    cast = Cast(file: file, names: names)
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    do throws(JSONLineError) {
      let transcript = try TranscriptLine(line) { cast.speaker($0, at: number) }
      for index in transcript.leftOut { nameless.note(Place(line: number, utterance: index)) }
      for index in transcript.wordless { wordless.note(Place(line: number, utterance: index)) }
      return replies(of: transcript, at: number)
    } catch {
      return [faults.make("transcript", number, "not a transcript: \(error)")]
    }
  }

  var heard: Set<String> { cast.heard }

  mutating func finish() -> [Decoded] { tellNameless() + tellWordless() + cast.finish() }

  private func tellNameless() -> [Decoded] {
    guard let place = nameless.first else { return [] }
    return [
      faults.make(
        "no-speaker", place.line,
        "nobody is named as the speaker: 'utterances.\(place.utterance).speaker' is null"
          + nameless.others("and so are"),
        mend: "name the client or the therapist; passed over")
    ]
  }

  private func tellWordless() -> [Decoded] {
    guard let place = wordless.first else { return [] }
    return [
      faults.make(
        "no-words", place.line,
        "nothing is said: 'utterances.\(place.utterance).text' is null"
          + wordless.others("and so are"),
        mend: "it counts as silence; where words are missing, fill them in", as: .warning)
    ]
  }

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
