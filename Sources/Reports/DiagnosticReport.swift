import Diagnostics
import Foundation
import Lines

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
  public func render(_ diagnostics: [Diagnostic], source: @escaping (String) -> String?) -> String {
    switch self {
    case .text:
      var sources = SourceLines(source)
      return Self.text(diagnostics, from: &sources)
    case .json: return JSONLine.encode(diagnostics.map(DiagnosticRow.init)) + "\n"
    case .sarif: return JSONLine.encode(Sarif(diagnostics)) + "\n"
    }
  }

  /// A line for each diagnostic, with the offending line shown and marked.
  static func text(_ diagnostics: [Diagnostic], from sources: inout SourceLines) -> String {
    diagnostics.indices.map { index in
      let diagnostic = diagnostics[index]
      // Of several faults in one place, the line is shown below the last.
      let next = diagnostics.indices.contains(index + 1) ? diagnostics[index + 1] : nil
      guard let place = diagnostic.location, let column = place.column, next?.location != place,
        let line = sources.line(at: place)
      else { return diagnostic.description + "\n" }
      let shown = Substring(line.unicodeScalars.prefix(100)).replacingControls(with: " ")
      let mark = String(repeating: " ", count: min(column - 1, 100)) + "^"
      return "\(diagnostic)\n  \(shown)\n  \(mark)\n"
    }.joined()
  }
}

/// The lines of the files that diagnostics point into. Each file is read and split once, however
/// much is wrong with it.
struct SourceLines {
  private let source: (String) -> String?
  private var files: [String: [Substring]] = [:]

  /// The lines of what `source` gives for a file's name.
  init(_ source: @escaping (String) -> String?) { self.source = source }

  /// The line of a place; `nil` where the file or the line is not at hand.
  mutating func line(at place: Location) -> Substring? {
    guard let number = place.line else { return nil }
    if files[place.file] == nil {
      files[place.file] = (source(place.file) ?? "")
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    guard let lines = files[place.file], lines.indices.contains(number - 1) else { return nil }
    return lines[number - 1]
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
    mend = diagnostic.remedy
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
            artifactLocation: ["uri": Self.reference(to: location.file)],
            region: region.isEmpty ? nil : region))
      }
      let remedy = diagnostic.remedy.map { "; \($0)" } ?? ""
      return Result(
        ruleId: diagnostic.rule, level: diagnostic.severity.rawValue,
        message: Text(text: diagnostic.message + remedy), locations: place.map { [$0] } ?? [])
    }
    runs = [Run(tool: ["driver": ["name": "attune pack lint"]], results: results)]
  }

  /// What stands in a path's reference as it is (RFC 3986, 3.3), but for the colon, before which the
  /// name of a scheme would be looked for.
  private static let plain = CharacterSet(
    charactersIn:
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=@/")

  /// A reference to the file at a path.
  private static func reference(to path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
  }
}
