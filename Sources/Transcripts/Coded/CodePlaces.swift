import Diagnostics

/// Where the codes of a line of JSON stand.
///
/// The line is gone through once, and only where a code has a fault.
struct CodePlaces {
  private let file: String
  private let line: String
  private let number: Int
  private lazy var columns = Self.columns(in: line)

  init(file: String, line: String, number: Int) {
    self.file = file
    self.line = line
    self.number = number
  }

  /// The place of a code's key.
  mutating func place(of name: String) -> Location {
    Location(file: file, line: number, column: columns[name[...]])
  }

  /// The columns, in scalars from 1, of the keys behind `codes`; of one that comes again, the first.
  private static func columns(in line: String) -> [Substring: Int] {
    let scalars = line.unicodeScalars
    var columns: [Substring: Int] = [:]
    var isBehindCodes = false
    var isEscaped = false
    /// The string that is being read.
    var open: (start: String.Index, column: Int)?
    /// The string that was read last, if nothing but space stands behind it.
    var last: (text: Substring, column: Int)?
    var column = 0
    for index in scalars.indices {
      column += 1
      let scalar = scalars[index]
      if let string = open {
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else if scalar == "\"" {
          last = (line[scalars.index(after: string.start)..<index], string.column)
          open = nil
        }
      } else if scalar == "\"" {
        open = (index, column)
        last = nil
      } else if scalar == ":", let key = last {
        if isBehindCodes {
          columns[key.text] = columns[key.text] ?? key.column
        } else {
          isBehindCodes = key.text == "codes"
        }
        last = nil
      } else if !scalar.properties.isWhitespace {
        last = nil
      }
    }
    return columns
  }
}
