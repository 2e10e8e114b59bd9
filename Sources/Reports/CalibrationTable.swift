import Agreement
import Foundation
import GraderTraining
import Listening

/// What calibration changed, as a table for people.
public struct CalibrationTable: CustomStringConvertible {
  private let rows: [LocalCalibration.Row]
  private let scarce: [LocalCalibration.Scarce]

  /// A table with a row for each code, and one for each that has too few replies.
  public init(_ rows: [LocalCalibration.Row], scarce: [LocalCalibration.Scarce] = []) {
    self.rows = rows
    self.scarce = scarce
  }

  /// The table, with a line's ending after each row.
  public var description: String {
    let head = """
      code                  n    kappa           macro-F1
                                 before  after   before  after

      """
    return head
      + rows.map { row in
        pad(row.variable.name, 19) + left("\(row.count)", 4) + "    "
          + figures(row.before.kappa, row.after.kappa) + "   "
          + figures(row.before.macroF1, row.after.macroF1) + "   "
          + (row.isKept ? "taken\n" : "left as it was\n")
      }.joined()
      + scarce.map { code in
        let counts = code.counts.map { "\($0.count) \($0.value)" }.joined(separator: ", ")
        let total = code.counts.reduce(0) { $0 + $1.count }
        return pad(code.variable.name, 19) + left("\(total)", 4)
          + "    left as it was: too few replies (\(counts))\n"
      }.joined()
  }

  private func figures(_ before: Estimate, _ after: Estimate) -> String {
    [before, after].map { $0.value.map { String(format: "%.3f", $0) } ?? "    -" }
      .joined(separator: "   ")
  }
}
