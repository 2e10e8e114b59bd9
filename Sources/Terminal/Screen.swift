import Files
import Foundation

/// Where a session is shown: standard output.
public struct Screen: Sendable {
  /// How text looks.
  public var style: Style
  /// Whether standard output is a terminal.
  let isTerminal: Bool
  /// The columns that `COLUMNS` names.
  private let columns: Int?

  /// The screen of this process.
  public init(color: ColorChoice, environment: [String: String]) {
    DisplayWidth.prepare()
    isTerminal = isatty(STDOUT_FILENO) == 1
    columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    style = Style(choice: color, isTerminal: isTerminal, environment: environment)
  }

  /// Columns to fill, at most 100 for reading: the terminal's, which follow a resize; where there is
  /// none, those that `COLUMNS` names, or 80.
  public var width: Int {
    var size = winsize()
    let hasSize = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return min(100, hasSize && size.ws_col > 0 ? Int(size.ws_col) : columns ?? 80)
  }

  /// The terminal's rows, where there is one.
  var height: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else {
      return nil
    }
    return Int(size.ws_row)
  }

  /// Writes lines.
  ///
  /// - Throws: `FileError` if nobody can read them any more.
  public func show(_ lines: [String]) throws(FileError) {
    do {
      try writeAll(Array(lines.map { $0 + "\n" }.joined().utf8), to: STDOUT_FILENO)
    } catch {
      throw .system(error, "cannot write")
    }
  }
}
