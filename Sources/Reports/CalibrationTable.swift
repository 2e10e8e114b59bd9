import Agreement
import Foundation
import GraderTraining
import Grading
import Listening

/// What calibration changed, as a table for people.
public struct CalibrationTable: CustomStringConvertible {
  private let rows: [LocalCalibration.Row]

  /// A table with a row for each code.
  public init(_ rows: [LocalCalibration.Row]) {
    self.rows = rows
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
  }

  private func figures(_ before: Estimate, _ after: Estimate) -> String {
    [before, after].map { $0.value.map { String(format: "%.3f", $0) } ?? "    -" }
      .joined(separator: "   ")
  }
}
