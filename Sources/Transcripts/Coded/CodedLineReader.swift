import Diagnostics
import Listening

/// Reads coded replies in one form, line by line.
protocol CodedLineReader {
  /// The variables that the form itself names, whatever the rows hold.
  var named: Set<CodeVariable> { get }
  /// Takes the next line; nothing where it ends no reply or cannot be read.
  mutating func take(_ line: String, at number: Int, report: (Diagnostic) -> Void) -> [CodedReply]
  /// Takes notice of a line that was not text.
  mutating func skipLine()
  /// Takes notice of the end.
  mutating func finish(report: (Diagnostic) -> Void) -> [CodedReply]
}
