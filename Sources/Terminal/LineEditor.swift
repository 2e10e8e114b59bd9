import CReadline
import Files
import Foundation

/// Lines typed at a terminal, with GNU readline's editing, history and completion.
///
/// Readline's callback interface is driven from this type's own poll loop, so that interrupts,
/// resizes and hang-ups are handled at defined points.
final class LineEditor: LineSource {
  let isInteractive = true
  let number: Int? = nil
  var completions: (String) -> [String] = { _ in [] }

  /// What readline's callbacks have left: the finished line, if it was not the end of the input.
  private var line: [UInt8]?
  private var isFinished = false
  /// The completions that readline has not taken yet.
  private var matches: ArraySlice<String> = []
  private let history: HistoryFile
  private let signals: SignalPipe

  /// The signals that an editor handles.
  static let signals = [SIGINT, SIGWINCH, SIGHUP, SIGTERM]

  /// An editor that keeps its history in a file.
  init(history: HistoryFile, signals: SignalPipe) {
    self.history = history
    self.signals = signals
    attune_set_name()
    attune_take_over_signals()
    attune_set_completer(completeLine)
    history.load()
  }

  func read(prompt: String) -> LineInput {
    precondition(reading == nil, "readline reads one line at a time")
    reading = self
    (line, isFinished) = (nil, false)
    rl_callback_handler_install(prompt, lineFinished)
    defer {
      rl_callback_handler_remove()
      reading = nil
    }
    // The terminal may have been resized since the last line.
    rl_reset_screen_size()
    while !isFinished {
      var waits = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waits, nfds_t(waits.count), -1) < 0 {
        if errno == EINTR { continue }
        return .hangup
      }
      if waits[1].revents != 0, let input = handle(signals.next()) { return input }
      if waits[0].revents & Int16(POLLIN) != 0 {
        rl_callback_read_char()
      } else if waits[0].revents != 0 {
        return hangup()
      }
    }
    guard let bytes = line else { return isHungUp ? hangup() : .end }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .notText }
    history.add(text)
    return .line(text)
  }

  func saveHistory() { history.save() }

  func discardHistory() { history.discard() }

  /// Handles a signal.
  ///
  /// - Returns: What the signal makes of the line, if anything.
  private func handle(_ signal: Int32?) -> LineInput? {
    switch signal {
    case SIGINT:
      attune_drop_line()
      return .interrupted
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    case SIGHUP, SIGTERM:
      return signal.map { .stopped(signal: $0) }
    default:
      return nil
    }
  }

  /// The terminal is gone. The signal that says so may come a moment after the end of its input.
  private func hangup() -> LineInput {
    var wait = pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0)
    _ = poll(&wait, 1, 500)
    return handle(signals.next()) ?? .hangup
  }

  // MARK: - Readline's callbacks

  fileprivate func finish(_ line: [UInt8]?) { (self.line, isFinished) = (line, true) }

  fileprivate func match(_ line: String, word: String) {
    matches = completions(line).filter { $0.hasPrefix(word) }[...]
  }

  fileprivate func nextMatch() -> String? { matches.popFirst() }

  private var isHungUp: Bool {
    var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0 && wait.revents & Int16(POLLHUP | POLLERR) != 0
  }
}

/// The editor that is in `read`. Readline's callbacks carry no context of their own; they run inside
/// `rl_callback_read_char`, so on that editor's thread, and at no other time.
private nonisolated(unsafe) var reading: LineEditor?

/// Called by readline with a finished line, which the callee frees, or with nil at the end.
private func lineFinished(_ line: UnsafeMutablePointer<CChar>?) {
  reading?.finish(line.map { UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init) })
  free(line)
  // The terminal's own modes are restored before anything is printed.
  rl_callback_handler_remove()
}

/// Called by readline on Tab.
private func completeLine(_ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32)
  -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
{
  attune_no_file_completion()
  guard let text, start == 0 || String(cString: attune_line()).hasPrefix("/") else { return nil }
  let line = String(cString: attune_line())
  reading?.match(line, word: String(cString: text))
  return attune_matches(text, nextMatch)
}

/// Called by readline for one match after another; nil ends them.
private func nextMatch(_ text: UnsafePointer<CChar>?, _ state: Int32)
  -> UnsafeMutablePointer<CChar>?
{
  reading?.nextMatch().flatMap { strdup($0) }
}
