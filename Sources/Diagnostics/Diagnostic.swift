/// A fault in something a person wrote: where it is, what it is and how to fix it.
///
/// A diagnostic is a value. Checks create one for each fault and continue; printing is left to the
/// edges of the program.
///
///     let fault = Diagnostic(
///       .error, "unknown-key", at: Location(file: "maya.yaml", line: 12, column: 7),
///       "unknown key 'topcs'", mend: "did you mean 'topics'?")
///     print(fault)
///     // maya.yaml:12:7: error: unknown key 'topcs'; did you mean 'topics'? [unknown-key]
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// What was read cannot be used.
    case error
    /// It can be used, but a person should look.
    case warning
  }

  /// What an exit code goes by, whatever the rule.
  public enum Cause: Sendable {
    /// What was read is wrong.
    case content
    /// Something is not there, or the system does not let it be read.
    case missing
    /// The system does not let something be written.
    case unwritable
  }

  /// How bad it is.
  public var severity: Severity
  /// The rule's stable name, lower case with hyphens.
  public var rule: String
  /// Where it is, if it has a place.
  public var location: Location?
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// What to do about it.
  public var mend: String?
  /// What becomes of it where reading goes on behind it, as that it is left out.
  public var outcome: String?
  /// Whether the content is at fault, or that it cannot be had.
  public var cause: Cause

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ rule: String, at location: Location? = nil, _ message: String,
    mend: String? = nil, outcome: String? = nil, cause: Cause = .content
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.message = message
    self.mend = mend
    self.outcome = outcome
    self.cause = cause
  }

  /// What to do about it, and what becomes of it until then.
  public var remedy: String? {
    let parts = [mend, outcome].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// One line, fit for a screen: place, severity, message, mend, outcome and rule.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let remedy = remedy.map { "; \($0)" } ?? ""
    // What is quoted, and the file's own name, may come from a stranger.
    return "\(place)\(severity.rawValue): \(message)\(remedy) [\(rule)]"
      .replacingControls()
  }
}

/// A place in a text file. Lines and columns count from 1; a column is one Unicode scalar.
public struct Location: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?

  /// Creates a place.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as far as they are known.
  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

/// All faults of one input; thrown if nothing usable is left.
public struct DiagnosticList: Error, CustomStringConvertible, Sendable {
  /// What is wrong, in the order of the input.
  public var diagnostics: [Diagnostic]

  /// Creates a list.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// One line for each.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
