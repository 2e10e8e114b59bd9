import CReadline
import Foundation

/// Lines typed at a terminal, with GNU readline's editing, history and completion.
///
/// Readline's callback interface is driven from a loop of one's own, so that an interrupt clears
/// the line, a resize is followed and a hang-up ends the session, each at a known point.
final class LineEditor: LineSource {
  let isInteractive = true
  var completions: (String) -> [String] {
    get { Shared.completions }
    set { Shared.completions = newValue }
  }

  private let history: HistoryFile
  private let signals: SignalPipe

  /// The signals that an editor follows.
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
    Shared.finished = false
    Shared.line = nil
    rl_callback_handler_install(prompt, lineFinished)
    defer { rl_callback_handler_remove() }
    // The terminal may have been resized while nobody was asked for anything.
    rl_reset_screen_size()
    while !Shared.finished {
      var waits = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waits, nfds_t(waits.count), -1) < 0 {
        if errno == EINTR { continue }
        return .hangup
      }
      if waits[1].revents != 0, let input = follow(signals.next()) { return input }
      if waits[0].revents & Int16(POLLIN) != 0 {
        rl_callback_read_char()
      } else if waits[0].revents != 0 {
        return .hangup
      }
    }
    guard let bytes = Shared.line else { return isHungUp ? .hangup : .end }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .notText }
    history.add(text)
    return .line(text)
  }

  func settle(isKept: Bool) { history.settle(isKept: isKept) }

  /// Does what a signal asks for; what it makes of the line, if anything.
  private func follow(_ signal: Int32?) -> LineInput? {
    switch signal {
    case SIGINT:
      attune_drop_line()
      return .interrupted
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    case SIGHUP, SIGTERM:
      return .hangup
    default:
      return nil
    }
  }

  private var isHungUp: Bool {
    var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0 && wait.revents & Int16(POLLHUP | POLLERR) != 0
  }
}

/// What readline's C callbacks share with the editor. They run on the thread that calls
/// `rl_callback_read_char`, which is the main thread, and nowhere else.
private enum Shared {
  nonisolated(unsafe) static var line: [UInt8]?
  nonisolated(unsafe) static var finished = false
  nonisolated(unsafe) static var completions: (String) -> [String] = { _ in [] }
  nonisolated(unsafe) static var matches: [String] = []
}

/// Called by readline with a finished line, which is the callee's to free, or nil at the end.
private func lineFinished(_ line: UnsafeMutablePointer<CChar>?) {
  if let line {
    Shared.line = UnsafeBufferPointer(start: line, count: strlen(line)).map {
      UInt8(bitPattern: $0)
    }
    free(line)
  }
  Shared.finished = true
  // The terminal goes back to its own ways before anything is printed.
  rl_callback_handler_remove()
}

/// Called by readline on Tab.
private func completeLine(_ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32)
  -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
{
  attune_no_file_completion()
  guard let text, start == 0 || String(cString: attune_line()).hasPrefix("/") else { return nil }
  let line = String(cString: attune_line())
  let word = String(cString: text)
  Shared.matches = Shared.completions(line).filter { $0.hasPrefix(word) }
  return attune_matches(text, nextMatch)
}

private func nextMatch(_ text: UnsafePointer<CChar>?, _ state: Int32) -> UnsafeMutablePointer<
  CChar
>? {
  Shared.matches.isEmpty ? nil : strdup(Shared.matches.removeFirst())
}
