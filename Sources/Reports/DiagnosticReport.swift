import Diagnostics
import Transcripts

/// Diagnostics in the forms that people and programs read.
public enum DiagnosticReport: String, CaseIterable, Sendable {
  /// A line each, with the offending line shown and marked.
  case text
  /// A JSON array.
  case json
  /// SARIF 2.1.0, as code review tools take it.
  case sarif

  /// The report.
  ///
  /// - Parameters:
  ///   - diagnostics: What is wrong, in order.
  ///   - source: The text of a file, to show the line that is wrong; `nil` where it is not at hand.
  /// - Returns: The report, with a line's ending at its end.
  /// - Throws: `EncodingError`, which these values do not give rise to.
  public func render(_ diagnostics: [Diagnostic], source: (String) -> String?) throws -> String {
    switch self {
    case .text: diagnostics.map { Self.text($0, source: source) }.joined()
    case .json: try JSONLine.encode(diagnostics.map(DiagnosticRow.init)) + "\n"
    case .sarif: try JSONLine.encode(Sarif(diagnostics)) + "\n"
    }
  }

  private static func text(_ diagnostic: Diagnostic, source: (String) -> String?) -> String {
    var result = diagnostic.description + "\n"
    guard let place = diagnostic.location, let number = place.line, let column = place.column,
      let text = source(place.file)
    else { return result }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(number - 1) else { return result }
    let line = Substring(lines[number - 1].unicodeScalars.prefix(100))
    result += "  " + line.replacingControls(with: " ") + "\n"
    result += "  " + String(repeating: " ", count: min(column - 1, 100)) + "^\n"
    return result
  }
}

/// A diagnostic as an object.
struct DiagnosticRow: Encodable {
  var file: String?
  var line: Int?
  var column: Int?
  var severity: String
  var rule: String
  var message: String
  var mend: String?

  init(_ diagnostic: Diagnostic) {
    file = diagnostic.location?.file
    line = diagnostic.location?.line
    column = diagnostic.location?.column
    severity = diagnostic.severity.rawValue
    rule = diagnostic.rule
    message = diagnostic.message
    mend = diagnostic.mend
  }
}

/// A run of the linter in the Static Analysis Results Interchange Format (OASIS, 2.1.0).
private struct Sarif: Encodable {
  struct Text: Encodable {
    var text: String
  }
  struct Run: Encodable {
    var tool: [String: [String: String]]
    var results: [Result]
  }
  struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Text
    var locations: [Place]
  }
  struct Place: Encodable {
    var physicalLocation: Physical
  }
  struct Physical: Encodable {
    var artifactLocation: [String: String]
    var region: [String: Int]?
  }

  var version = "2.1.0"
  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  init(_ diagnostics: [Diagnostic]) {
    let results = diagnostics.map { diagnostic in
      let place = diagnostic.location.map { location in
        var region: [String: Int] = [:]
        region["startLine"] = location.line
        region["startColumn"] = location.column
        return Place(
          physicalLocation: Physical(
            artifactLocation: ["uri": location.file], region: region.isEmpty ? nil : region))
      }
      let mend = diagnostic.mend.map { "; \($0)" } ?? ""
      return Result(
        ruleId: diagnostic.rule, level: diagnostic.severity.rawValue,
        message: Text(text: diagnostic.message + mend), locations: place.map { [$0] } ?? [])
    }
    runs = [Run(tool: ["driver": ["name": "attune pack lint"]], results: results)]
  }
}
