import Diagnostics
import Lines
import Listening
import Transcripts

/// The coded replies of a file by line, read as `attune agree` reads them.
struct CodedLines {
  /// The codes that some line names.
  let variables: Set<CodeVariable>
  private let replies: [Int: CodedReply]
  private let faults: [Int: Diagnostic]

  /// Reads the lines; one that holds no codes is no matter here.
  init(of file: (name: String, text: String)) {
    var faults: [Int: Diagnostic] = [:]
    let coded = CodedFile(FileLines(text: file.text), file: file.name) { fault in
      guard fault.severity == .error, let line = fault.location?.line else { return }
      faults[line] = faults[line] ?? fault
    }
    self.faults = faults
    variables = Set(coded.variables)
    replies = Dictionary(coded.replies.map { ($0.line, $0) }) { first, _ in first }
  }

  /// The reply on a line; `nil` where it is the client who speaks there.
  ///
  /// - Throws: `Diagnostic` where something in it cannot be read.
  func reply(at line: Int) throws(Diagnostic) -> CodedReply? {
    guard var fault = faults[line] else { return replies[line] }
    // There the rest is compared all the same; here the reading ends with it.
    fault.outcome = nil
    if fault.rule == "unknown-code", fault.mend == nil {
      fault.mend = "the codes are \(CodeVariable.all.map(\.name).joined(separator: ", "))"
    }
    throw fault
  }
}
