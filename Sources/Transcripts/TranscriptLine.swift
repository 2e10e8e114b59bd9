import Listening

/// A whole conversation on one line, as programs hand it over:
///
///     {"id": 7, "utterances": [
///       {"speaker": "client", "text": "I almost didn't come."},
///       {"speaker": "trainee", "text": "Part of you wanted to stay away."}]}
///
/// Further keys are ignored. What one speaker says in a row is one turn, its parts joined by line
/// feeds.
public struct TranscriptLine: Hashable, Sendable, Decodable {
  /// A turn of the trainee's.
  public struct Reply: Hashable, Sendable {
    /// The turn, from 1.
    public var turn: Int
    /// Where its first utterance stands among all utterances, from 0.
    public var utterance: Int
    /// What the client had said, or `nil` where the trainee spoke first.
    public var client: String?
    /// What the trainee said.
    public var text: String
  }

  /// Whatever the sender uses to know the conversation again.
  public private(set) var id: JSONValue
  /// The trainee's turns, in order.
  public private(set) var replies: [Reply] = []
  /// The client's turns, in order.
  public private(set) var clientLines: [String] = []

  private enum CodingKeys: String, CodingKey { case id, utterances }

  private struct Utterance: Decodable {
    var isClients: Bool
    var text: String

    enum CodingKeys: String, CodingKey { case speaker, text }

    init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      let name = try c.decode(String.self, forKey: .speaker)
      guard let speaker = LabelledText.labels[name.lowercased()] else {
        throw DecodingError.dataCorruptedError(
          forKey: .speaker, in: c, debugDescription: "neither client nor trainee")
      }
      isClients = speaker == .client
      text = try c.decode(String.self, forKey: .text)
    }
  }

  /// Reads a conversation; an `id` that is missing counts as null.
  ///
  /// - Throws: `DecodingError` where `utterances` is missing or one has no text, or a speaker who
  ///   is neither client nor trainee.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decodeIfPresent(JSONValue.self, forKey: .id) ?? .null
    var speaksClient: Bool?
    for (index, utterance) in try c.decode([Utterance].self, forKey: .utterances).enumerated() {
      let goesOn = speaksClient == utterance.isClients
      speaksClient = utterance.isClients
      switch (utterance.isClients, goesOn) {
      case (true, true): clientLines[clientLines.count - 1] += "\n" + utterance.text
      case (true, false): clientLines.append(utterance.text)
      case (false, true): replies[replies.count - 1].text += "\n" + utterance.text
      case (false, false):
        replies.append(
          Reply(
            turn: replies.count + 1, utterance: index, client: clientLines.last,
            text: utterance.text))
      }
    }
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
      turns: turns.map { ($0.text, $1) }, clientLines: clientLines)
    var text = JSONText()
    text.raw("{\"id\":" as StaticString)
    text.value(id)
    text.raw(",\"measures\":" as StaticString)
    text.raw((try? JSONLine.encode(measures)) ?? "null")
    text.raw(",\"replies\":" as StaticString)
    text.list(turns) { text, turn in
      text.raw("{" as StaticString)
      text.grade(turn.1, place: (turn.0.turn, turn.0.utterance))
      text.raw("}" as StaticString)
    }
    text.raw("}" as StaticString)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
