import Listening

/// A reply as a person coded it: what is known of it, and the values that were given.
///
///     {"id": 7, "rater": "ann", "text": "You miss him.", "codes": {"reflection": "simple"}}
public struct CodedReply: Hashable, Sendable {
  /// The line that it begins on, from 1.
  public var line: Int
  /// What it is known by within its conversation, if that is given.
  public var id: RecordID?
  /// The conversation that it belongs to, if that is given.
  public var conversation: String?
  /// Who coded it, if that is given.
  public var rater: String?
  /// What the client had said, if known.
  public var client: String?
  /// The reply, if it is there; empty where it is known to be silence.
  public var text: String?
  /// Values by variable; `nil` where the coder left the code open.
  public var codes: [CodeVariable: String?] = [:]
  /// Scores from 0 to 100.
  public var scores: [ScoreName: Double] = [:]

  /// What coders write where they leave a code open, and programs where a value is missing.
  static let leftOpen: Set<String> = ["na", "n/a", "#n/a", "nan", "?", "-"]
}
