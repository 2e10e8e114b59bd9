import Lines

/// A line that can be graded by itself: a reply record or a whole conversation.
public enum ScoreLine: Hashable, Sendable {
  case record(ReplyRecord)
  case transcript(TranscriptLine)

  /// Reads a line; what has `utterances` and no `text` is a conversation.
  ///
  /// - Throws: `JSONLineError`, in words fit for a person.
  public init(_ line: String) throws(JSONLineError) {
    if let record = PlainRecord.read(line) {
      self = .record(record)
    } else if Self.holdsTranscript(line) {
      self = .transcript(try TranscriptLine(line, speaker: SpeakerNames().known))
    } else {
      self = .record(try JSONLine.decode(ReplyRecord.self, from: line))
    }
  }

  /// Whether a line is meant as a conversation.
  static func holdsTranscript(_ line: String) -> Bool {
    struct Probe: Decodable {
      let holdsTranscript: Bool

      private enum CodingKeys: String, CodingKey { case utterances, text }

      init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        holdsTranscript = c.contains(.utterances) && !c.contains(.text)
      }
    }
    return (try? JSONLine.decode(Probe.self, from: line))?.holdsTranscript ?? false
  }
}
