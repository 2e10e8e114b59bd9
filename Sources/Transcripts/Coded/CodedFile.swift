import Diagnostics
import Lines
import Listening

/// The coded replies of a file.
public struct CodedFile: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The replies in order.
  public var replies: [CodedReply] = []
  /// The variables that the file codes, in the order of reply records. One that no row names was
  /// not looked for.
  public private(set) var variables: [CodeVariable] = []

  /// Whether anything is coded in it.
  public var isCoded: Bool { !variables.isEmpty || replies.contains { !$0.scores.isEmpty } }

  /// What a reply's coder said of a variable, or `nil` where they did not say. A code that the file
  /// names in other rows and not in this one was looked for and is absent.
  public func value(of variable: CodeVariable, in reply: CodedReply) -> String? {
    if let stated = reply.codes[variable] { return stated }
    return variables.contains(variable) ? variable.absentValue : nil
  }

  /// Reads coded replies: one JSON object a line, as reply records have them, or a table with a row
  /// of column names first.
  ///
  /// - Parameters:
  ///   - lines: The file's lines.
  ///   - file: Its name, for faults.
  ///   - columns: What a table's columns hold.
  ///   - report: Called for each fault; what has one is passed over.
  public init(
    _ lines: FileLines, file: String, columns: CodedColumns = CodedColumns(),
    report: (Diagnostic) -> Void
  ) {
    self.file = file
    var reader: (any CodedLineReader)?
    while let line = lines.next(in: file, report: report) {
      guard case .line(let text) = line else {
        report(
          Diagnostic(
            .error, "not-text", at: Location(file: file, line: lines.number),
            "not UTF-8 text, or too long", mend: "save the file as UTF-8",
            outcome: Faults.passedOver))
        reader?.skipLine()
        continue
      }
      if reader == nil {
        guard !text.isBlank, !RowDecoder.saysDelimiter(text) else { continue }
        let isJSON = text.trimmed.hasPrefix("{")
        reader =
          isJSON
          ? CodedJSON(file: file) : CodedTable(file: file, header: text, naming: columns)
      }
      replies += reader?.take(text, at: lines.number, report: report) ?? []
    }
    replies += reader?.finish(report: report) ?? []
    let named = replies.reduce(into: reader?.named ?? []) { $0.formUnion($1.codes.keys) }
    variables = CodeVariable.all.filter(named.contains)
  }
}
