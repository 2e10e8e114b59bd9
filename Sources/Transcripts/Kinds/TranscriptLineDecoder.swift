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
  /// The lines of conversations that are left out because their client does not speak.
  private var unnamed = Occurrences<Int>()
  /// The lines of conversations that have no reply.
  private var replyless = Occurrences<Int>()
  /// Whether any conversation has one; of a file without any that is told as a whole.
  private var hasReplies = false

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
      var isAssumed = false
      let transcript = try TranscriptLine(line) { name in
        let speaker = cast.speaker(name, at: number)
        isAssumed = isAssumed || speaker?.isAssumed == true
        return speaker?.side
      }
      if isAssumed, transcript.clientLines.isEmpty {
        unnamed.note(number)
        return Decoded.noticing(unnamed, faults.withoutClient(unnamed))
      }
      var noticed: [Decoded] = []
      for index in transcript.leftOut {
        nameless.note(Place(line: number, utterance: index))
        noticed += Decoded.noticing(nameless, tellNameless().first)
      }
      for index in transcript.wordless { wordless.note(Place(line: number, utterance: index)) }
      if transcript.replies.isEmpty { replyless.note(number) } else { hasReplies = true }
      return noticed + replies(of: transcript, at: number)
    } catch {
      return [.fault(faults.unread("transcript", number, "not a transcript", error))]
    }
  }

  var heard: Set<String> { cast.heard }

  mutating func finish() -> [Decoded] {
    let told: [Diagnostic] =
      tellNameless()
      + tell(
        wordless, "no-words", "nothing is said", null: "text",
        mend: "it counts as silence; where words are missing, fill them in", as: .warning)
      + withoutReplies + cast.finish(leftOut: unnamed)
    return told.map(Decoded.fault)
  }

  private func tellNameless() -> [Diagnostic] {
    tell(
      nameless, "no-speaker", "nobody is named as the speaker", null: "speaker",
      mend: "name the client or the therapist", outcome: Faults.passedOver)
  }

  /// What is told of conversations without a reply, among others that have some.
  private var withoutReplies: [Diagnostic] {
    guard hasReplies, let line = replyless.first else { return [] }
    return [
      faults.make(
        "no-replies", line,
        "no reply of a therapist's is in the conversation of this line"
          + replyless.others("nor in"),
        outcome: "nothing of it is scored", as: .warning)
    ]
  }

  /// Tells of utterances that lack something, at the first of them.
  private func tell(
    _ places: Occurrences<Place>, _ rule: String, _ message: String, null key: String,
    mend: String, outcome: String? = nil, as severity: Diagnostic.Severity = .error
  ) -> [Diagnostic] {
    guard let place = places.first else { return [] }
    return [
      faults.make(
        rule, place.line,
        "\(message): 'utterances.\(place.utterance).\(key)' is null" + places.others("and so are"),
        mend: mend, outcome: outcome, as: severity)
    ]
  }

  private mutating func replies(of transcript: TranscriptLine, at number: Int) -> [Decoded] {
    let session =
      switch transcript.id {
      case .null: "\(file):\(number)"
      case let id: TurnJoiner.session(id.plain, in: file)
      }
    guard !seen.contains(session) else {
      let fault = faults.make(
        "conversation-twice", number,
        "the conversation '\(session.replacingControls(with: " "))' has been there before",
        mend: "give each an id of its own", outcome: Faults.passedOver)
      return [.fault(fault)]
    }
    seen.insert(session)
    return transcript.replies.map { reply in
      .reply(
        ReplyToScore(
          session: session, file: file, turn: reply.turn,
          id: .string("\(session)#\(reply.turn)"), client: reply.client, text: reply.text,
          closing: reply.turn == transcript.replies.count ? transcript.closing : nil))
    }
  }
}
