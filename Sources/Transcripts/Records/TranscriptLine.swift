import Lines
import Listening

/// A whole conversation on one line, as programs hand it over:
///
///     {"id": 7, "utterances": [
///       {"speaker": "client", "text": "I almost didn't come."},
///       {"speaker": "trainee", "text": "Part of you wanted to stay away."}]}
///
/// Further keys are ignored. What one speaker says in a row is one turn, its parts joined by line
/// feeds. An utterance whose speaker is null is nobody's and is left out, which ends the turn before
/// it; of a reply right behind it is not known what the client had said. A text that is null is
/// silence.
public struct TranscriptLine: Hashable, Sendable {
  /// A turn of the trainee's.
  public struct Reply: Hashable, Sendable {
    /// The turn, from 1.
    var turn: Int
    /// Where its first utterance stands among all utterances, from 0.
    var utterance: Int
    /// What the client had said, or `nil` where the trainee spoke first.
    public var client: String?
    /// What the trainee said.
    public var text: String
  }

  /// What the sender knows the conversation by; null where it is missing.
  private(set) var id: RecordID
  /// The trainee's turns, in order.
  public private(set) var replies: [Reply] = []
  /// The client's turns, in order.
  private(set) var clientLines: [String] = []
  /// What the client said after the last reply, if anything.
  private(set) var closing: String?
  /// Where utterances of nobody stand among all, from 0.
  private(set) var leftOut: [Int] = []
  /// Where utterances without a text stand among all, from 0.
  private(set) var wordless: [Int] = []

  private struct Form: Decodable {
    struct Utterance: Decodable {
      var speaker: String?
      var text: String?

      private enum CodingKeys: String, CodingKey { case speaker, text }

      /// Reads keys that may be null and not missing.
      init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        func value(_ key: CodingKeys) throws -> String? {
          if c.contains(key), try c.decodeNil(forKey: key) { return nil }
          return try c.decode(String.self, forKey: key)
        }
        speaker = try value(.speaker)
        text = try value(.text)
      }
    }

    var id: RecordID?
    var utterances: [Utterance]
  }

  /// Reads a conversation.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - side: Which side a speaker is on, by name.
  /// - Throws: `JSONLineError` where `utterances` is missing or one has no text, or a speaker of
  ///   whom nobody knows which side they are on.
  init(_ line: String, speaker side: (String) -> Speaker?) throws(JSONLineError) {
    let form = try JSONLine.decode(Form.self, from: line)
    id = form.id ?? .null
    var before: Speaker?
    var isBroken = false
    for (index, utterance) in form.utterances.enumerated() {
      guard let name = utterance.speaker else {
        leftOut.append(index)
        isBroken = true
        continue
      }
      guard let speaker = side(name) else {
        throw JSONLineError(
          message: "'utterances.\(index).speaker' is neither the client nor the therapist")
      }
      if utterance.text == nil { wordless.append(index) }
      let more = utterance.text.map { "\n" + $0 } ?? ""
      let text = utterance.text ?? ""
      switch (speaker, speaker == before && !isBroken) {
      case (.client, true): clientLines[clientLines.count - 1] += more
      case (.client, false): clientLines.append(text)
      case (.trainee, true): replies[replies.count - 1].text += more
      case (.trainee, false):
        replies.append(
          Reply(
            turn: replies.count + 1, utterance: index, client: isBroken ? nil : clientLines.last,
            text: text))
      }
      (before, isBroken) = (speaker, false)
    }
    if before == .client { closing = clientLines.last }
  }
}

extension TranscriptLine {
  /// The conversation as it is handed back, graded: JSON on one line, keys in alphabetical order,
  /// without the line's ending.
  ///
  /// - Parameter grades: One for each reply.
  /// - Returns: The line.
  public func graded(_ grades: [Grade]) -> String {
    let turns = Array(zip(replies, grades))
    let measures = SessionMeasures(
      spoken: turns.map { ($0.text, $1) }, clientLines: clientLines)
    var text = JSONText()
    text.raw("{\"id\":" as StaticString)
    text.id(id)
    if !leftOut.isEmpty {
      text.raw(",\"left_out\":" as StaticString)
      text.list(leftOut) { text, index in text.integer(index) }
    }
    text.raw(",\"measures\":" as StaticString)
    text.raw(JSONLine.encode(measures))
    text.raw(",\"replies\":" as StaticString)
    text.list(turns) { text, turn in
      text.raw("{" as StaticString)
      text.grade(turn.1, place: (turn.0.turn, turn.0.utterance))
      text.raw("}" as StaticString)
    }
    text.raw("}" as StaticString)
    return text.text
  }
}
