import Foundation

/// Figures of an evaluation, printed as a Markdown table.
public struct Report: Sendable, CustomStringConvertible {
  /// One row for each decision and source.
  public var rows: [Evaluation.Row]

  /// The table.
  public var description: String {
    let head = """
      | decision | source | n | macro-F1 | accuracy | calibration error | F1 by value |
      |---|---|---|---|---|---|---|
      """
    let lines = rows.map { row in
      let byValue = zip(row.values, row.f1).map { "\($0) \(figure($1))" }.joined(separator: ", ")
      return "| \(row.decision) | \(row.source) | \(row.count) | \(figure(row.macroF1)) "
        + "| \(figure(row.accuracy)) | \(figure(row.calibrationError)) | \(byValue) |"
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  private func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}
