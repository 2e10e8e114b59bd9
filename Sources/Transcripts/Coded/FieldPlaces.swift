import Diagnostics

/// Where the fields of a table's row stand.
///
/// The row's line is gone through once, and only where a field has a fault.
struct FieldPlaces {
  private let file: String
  private let number: Int
  private let line: String?
  private let delimiter: Unicode.Scalar
  private lazy var columns: [Int] = Self.columns(in: line, delimiter)

  /// The places of a row's fields; `line` is `nil` where the row has several.
  init(file: String, number: Int, line: String?, delimiter: Unicode.Scalar) {
    self.file = file
    self.number = number
    self.line = line
    self.delimiter = delimiter
  }

  /// Where a field stands; without a column where its row has several lines.
  mutating func place(of index: Int) -> Location {
    let column = columns.indices.contains(index) ? columns[index] : nil
    return Location(file: file, line: number, column: column)
  }

  /// The columns, in scalars from 1, in which the fields of a line begin.
  private static func columns(in line: String?, _ delimiter: Unicode.Scalar) -> [Int] {
    guard let line else { return [] }
    var columns = [1]
    var isQuoted = false
    for (offset, scalar) in line.unicodeScalars.enumerated() {
      if scalar == "\"" { isQuoted.toggle() }
      // The next field begins behind the delimiter.
      if scalar == delimiter, !isQuoted { columns.append(offset + 2) }
    }
    return columns
  }
}
