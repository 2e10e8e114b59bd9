import Foundation

/// A table in Markdown whose columns also line up where it is read as it is.
struct MarkdownTable: CustomStringConvertible {
  private var rows: [[String]]

  /// A table with a row of column names.
  init(_ columns: String...) {
    self.init(columns: columns)
  }

  init(columns: [String]) {
    rows = [columns]
  }

  /// Adds a row of as many fields as there are columns.
  mutating func add(_ fields: [String]) {
    rows.append(fields)
  }

  /// The table, with a line end after each row.
  var description: String {
    let widths = rows[0].indices.map { column in
      max(3, rows.map { $0[column].count }.max() ?? 0)
    }
    func line(_ fields: [String]) -> String {
      let cells = zip(fields, widths).map { pad($0, $1) }
      return "| \(cells.joined(separator: " | ")) |\n"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    return line(rows[0]) + rule + rows.dropFirst().map(line).joined()
  }
}

/// A figure to three decimals; empty where there is none.
func figure(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "" }
