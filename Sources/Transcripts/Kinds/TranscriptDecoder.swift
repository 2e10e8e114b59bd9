/// Reads one kind of transcript line by line.
///
/// A decoder does no reading of its own and holds at most one conversation, so memory does not grow
/// with the file.
protocol TranscriptDecoder {
  /// Takes the next line.
  mutating func take(_ line: String, at number: Int) -> [Decoded]
  /// Takes notice of a line that was not text, which has been reported already.
  mutating func skipLine() -> [Decoded]
  /// Takes notice of the end.
  mutating func finish() -> [Decoded]
  /// The speakers' names so far: every one that a person gave, and some others.
  var heard: Set<String> { get }
}

extension TranscriptDecoder {
  mutating func skipLine() -> [Decoded] { [] }
  var heard: Set<String> { [] }
}
