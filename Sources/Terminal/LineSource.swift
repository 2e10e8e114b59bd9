import Files
import Foundation
import Lines

/// What a person did at the prompt.
enum LineInput: Hashable, Sendable {
  /// A line, perhaps of several lines of text.
  case line(String)
  /// A line that is not text: not UTF-8, or with a NUL.
  case notText
  /// A line of a pipe or a file that is longer than one is read, let alone a reply.
  case tooLong
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
  /// The number of the line given last, of a pipe or a file.
  var number: Int? { get }
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

  var number: Int? { lines.number }

  func saveHistory() {}

  func discardHistory() {}

  func read(prompt: String) -> LineInput {
    do {
      return switch try lines.next() {
      case .line(let text): .line(text)
      case .notText: .notText
      case .tooLong: .tooLong
      case nil: .end
      }
    } catch {
      return .failed("\(error)")
    }
  }
}
