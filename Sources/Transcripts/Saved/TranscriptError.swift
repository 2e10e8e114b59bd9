/// An event that cannot follow what came before it.
public struct TranscriptError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var description: String

  init(_ description: String) {
    self.description = description
  }
}
