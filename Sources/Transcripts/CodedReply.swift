import Diagnostics
import Lines
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
  /// The reply, if it is there.
  public var text: String?
  /// Values by variable; `nil` where the coder left the code open.
  public var codes: [CodeVariable: String?] = [:]
  /// Scores from 0 to 100.
  public var scores: [ScoreName: Double] = [:]

  /// What coders write where they leave a code open, and programs where a value is missing.
  static let leftOpen: Set<String> = ["na", "n/a", "#n/a", "nan", "?", "-"]
}

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
            "not UTF-8 text, or too long", mend: "save the file as UTF-8; passed over"))
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
