import Files
import Foundation
import Lines

/// What a person did at the prompt.
enum LineInput: Hashable, Sendable {
  /// A line, perhaps of several lines of text.
  case line(String)
  /// A line that is not text: not UTF-8, with a NUL, or longer than any reply. Of a pipe or a file it
  /// has a number.
  case notText(line: Int? = nil)
  /// Ctrl-C: what was being typed is dropped.
  case interrupted
  /// The end of input: Ctrl-D, or a pipe's end.
  case end
  /// The terminal is gone.
  case hangup
  /// A signal told the program to stop: `SIGTERM`, or `SIGHUP` as a terminal goes away.
  case stopped(signal: Int32)
  /// The input cannot be read, for this reason.
  case failed(String)
}

/// Where lines come from.
protocol LineSource: AnyObject {
  /// Whether a person types them.
  var isInteractive: Bool { get }
  /// Asks for the next line.
  func read(prompt: String) -> LineInput
  /// Saves the lines typed since the last call in the history.
  func saveHistory()
  /// Keeps the lines typed since the last call out of the saved history.
  func discardHistory()
  /// The completions that Tab offers for the line so far.
  var completions: (_ line: String) -> [String] { get set }
}

/// Lines from a pipe or a file.
final class PipeSource: LineSource {
  let isInteractive = false
  var completions: (String) -> [String] = { _ in [] }

  private let lines = FileLines(descriptor: STDIN_FILENO)
  private var count = 0

  func saveHistory() {}

  func discardHistory() {}

  func read(prompt: String) -> LineInput {
    do {
      let line = try lines.next()
      count += 1
      switch line {
      case .line(let text): return .line(text)
      case .notText, .tooLong: return .notText(line: count)
      case nil: return .end
      }
    } catch {
      return .failed("\(error)")
    }
  }
}
