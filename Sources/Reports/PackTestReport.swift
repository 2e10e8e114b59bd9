import Diagnostics
import Lines
import Scenarios

/// How a pack's tests went, in the forms that people and programs read.
public enum PackTestReport: String, CaseIterable, Sendable {
  /// A line for each test, with what failed under it.
  case text
  /// A JSON object.
  case json

  /// The report.
  ///
  /// - Parameters:
  ///   - results: The tests, in order.
  ///   - pack: What was tested; where it has no tests, they are asked for by its vignette's name.
  ///   - source: The text of a file, to show the line that was not met; `nil` where it is not at
  ///     hand.
  /// - Returns: The report, with a line's ending at its end.
  public func render(
    _ results: [PackTest.Result], of pack: Pack, source: @escaping (String) -> String?
  ) -> String {
    switch self {
    case .json: return JSONLine.encode(Summary(results)) + "\n"
    case .text:
      if results.isEmpty, let id = pack.vignettes.first?.id {
        return "no tests; write what you expect of the vignette \(id).yaml into tests/\(id).yaml\n"
      }
      var text = ""
      var sources = SourceLines(source)
      for result in results {
        text += result.failures.isEmpty ? "ok      " : "failed  "
        text += "\(result.vignette): \(result.test.name.replacingControls(with: " "))\n"
        text += DiagnosticReport.text(result.failures, from: &sources)
      }
      let failed = results.count { !$0.failures.isEmpty }
      return text
        + "\(counted(results.count, "test", "tests")), \(failed == 0 ? "all met" : "\(failed) failed")\n"
    }
  }
}

private struct Summary: Encodable {
  struct Test: Encodable {
    var vignette: String
    var name: String
    var seed: UInt64
    var passed: Bool
    var failures: [DiagnosticRow]
  }

  var passed: Int
  var failed: Int
  var tests: [Test]

  init(_ results: [PackTest.Result]) {
    passed = results.count { $0.failures.isEmpty }
    failed = results.count - passed
    tests = results.map { result in
      Test(
        vignette: result.vignette, name: result.test.name, seed: result.test.seed,
        passed: result.failures.isEmpty, failures: result.failures.map(DiagnosticRow.init))
    }
  }
}
