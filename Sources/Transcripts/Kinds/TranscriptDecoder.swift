import Diagnostics

/// What a decoder has found in the lines so far.
enum Decoded {
  case reply(ReplyToScore)
  case fault(Diagnostic)
}

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

/// Makes faults of one file's lines.
struct Faults {
  let file: String

  func make(
    _ rule: String, _ line: Int, _ message: String, mend: String = "passed over",
    as severity: Diagnostic.Severity = .error
  ) -> Decoded {
    .fault(Diagnostic(severity, rule, at: Location(file: file, line: line), message, mend: mend))
  }
}
