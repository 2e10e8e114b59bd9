/// How a session ends.
public enum SessionEnding: String, Codable, CaseIterable, Sendable {
  /// The trainee ended it.
  case ended
  /// The client had said what there was to say.
  case closed
  /// The client walked out.
  case left
}
