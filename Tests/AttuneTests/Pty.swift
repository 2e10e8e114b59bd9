import CPty
import Foundation

/// The program on a real pseudo-terminal, with a person's patience at the keyboard.
final class Pty {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private var master: Int32
  private let process: pid_t
  private var status: Int32?
  /// All that has come to the screen, escapes included.
  private(set) var seen = ""
  private var pending: [UInt8] = []
  private var position: String.Index

  /// Starts the program with the pseudo-terminal as its controlling terminal, after a shell's
  /// commands, if any.
  init(
    _ program: Program, _ arguments: [String], after commands: String? = nil,
    columns: UInt16 = 80, rows: UInt16 = 40
  ) throws {
    position = seen.startIndex
    let path = commands == nil ? Program.executable.path : "/bin/sh"
    let shell = commands.map { ["-c", "\($0); exec \"$0\" \"$@\"", Program.executable.path] }
    let argv = ([path] + (shell ?? []) + arguments).map { strdup($0) } + [nil]
    let envp = program.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var master: Int32 = -1
    process = cpty_spawn(path, argv, envp, columns, rows, &master)
    self.master = master
    guard process > 0 else { throw Failure(description: "cannot start \(path)") }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Types keys.
  func type(_ keys: String) { type(bytes: Array(keys.utf8)) }

  /// Types bytes, which need not be text.
  func type(bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// Types a line, and waits for what answers it.
  func enter(_ line: String, _ answers: String...) throws {
    type(line + "\n")
    for answer in answers { try expect(answer) }
  }

  /// Types a line that ends the program, and waits for its end; as `finish`.
  func leave(_ line: String) -> Int32? {
    type(line + "\n")
    return finish()
  }

  /// Waits until texts come to the screen one after the other.
  func expect(_ texts: String...) throws {
    for text in texts { try expect(text) }
  }

  /// Waits until a text comes to the screen after what was waited for before.
  ///
  /// - Returns: What stands between the two.
  @discardableResult
  func expect(_ text: String) throws -> String {
    let deadline = Date().addingTimeInterval(90)
    while true {
      if let range = seen.range(of: text, range: position..<seen.endIndex) {
        let before = String(seen[position..<range.lowerBound])
        position = range.upperBound
        return before
      }
      guard Date() < deadline, read(until: deadline) else {
        throw Failure(description: "waited for '\(text)', saw: \(seen[position...].suffix(2000))")
      }
    }
  }

  /// Changes the terminal's width.
  func resize(columns: UInt16) {
    var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the program a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Kills the program where it stands.
  func killNow() {
    kill(process, SIGKILL)
    _ = finish(seconds: 5)
  }

  /// Closes the terminal under the program, and waits for it.
  func hangUp() -> Int32? {
    close(master)
    // No longer this terminal's to wait for.
    master = -1
    return finish(seconds: 60)
  }

  /// Waits for the program's end; its exit status, or `nil` where it goes on or was killed.
  @discardableResult
  func finish(seconds: Double = 60) -> Int32? {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      var raw: Int32 = 0
      if waitpid(process, &raw, WNOHANG) == process {
        status = raw
        return raw & 0x7F == 0 ? (raw >> 8) & 0xFF : nil
      }
      _ = read(until: Date().addingTimeInterval(0.05))
    }
    return nil
  }

  /// Reads what there is; false at the end.
  private func read(until deadline: Date) -> Bool {
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = max(1, Int32(deadline.timeIntervalSinceNow * 1000))
    guard poll(&wait, 1, milliseconds) > 0 else { return true }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    pending += chunk[..<count]
    // A character may be cut in two; its beginning waits for the rest.
    var whole = pending.count
    while whole > max(0, pending.count - 4),
      String(validating: pending[..<whole], as: UTF8.self) == nil
    {
      whole -= 1
    }
    let offset = seen.utf8.distance(from: seen.startIndex, to: position)
    seen += String(decoding: pending[..<whole], as: UTF8.self)
    position = seen.utf8.index(seen.startIndex, offsetBy: offset)
    pending.removeFirst(whole)
    return true
  }
}
