import Foundation

/// Where a session is shown: standard output.
public struct Screen: Sendable {
  /// How text looks.
  public var style: Style
  /// Whether standard output is a terminal.
  public let isTerminal: Bool

  /// Output that has nowhere left to go: the terminal or the pipe's reader is gone.
  public struct Gone: Error {}

  /// The screen of this process.
  public init(color: ColorChoice, environment: [String: String]) {
    DisplayWidth.prepare()
    isTerminal = isatty(STDOUT_FILENO) == 1
    style = Style(choice: color, isTerminal: isTerminal, environment: environment)
  }

  /// Columns to fill: the terminal's, at most 100 for reading, and 80 where there is none.
  public var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return min(100, Int(size.ws_col))
  }

  /// Writes lines.
  ///
  /// - Throws: `Gone` where nobody can read them any more.
  public func show(_ lines: [String]) throws(Gone) {
    try write(lines.map { $0 + "\n" }.joined())
  }

  func write(_ text: String) throws(Gone) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { throw Gone() }
      bytes = bytes.dropFirst(count)
    }
  }
}
