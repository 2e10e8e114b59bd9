import Files
import Foundation
import Lines
import Transcripts

/// An open file of a saved session, held for writing by one program at a time.
///
/// What `append` has returned from is on the disk: a process killed afterwards loses nothing.
final class SessionFile {
  private let file: OpenFile
  private let path: String
  /// What it is called in errors.
  private let label: String

  /// Who may have a session open: on a server it can be the same program.
  private static let holder = "another attune or connection"

  private init(_ file: consuming OpenFile, at path: String, label: String) {
    self.file = file
    self.path = path
    self.label = label
  }

  /// Creates a file that only its owner can read; `nil` where the name is taken. In errors it has this
  /// label.
  static func create(at path: String, label: String) throws(FileError) -> SessionFile? {
    let file: OpenFile
    do {
      file = try OpenFile(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, mode: 0o600)
    } catch {
      if error.code == EEXIST { return nil }
      throw .system(error, "cannot create \(label)")
    }
    do {
      try file.lock()
    } catch {
      unlink(path)
      throw .lock(error, label, heldBy: Self.holder)
    }
    return SessionFile(file, at: path, label: label)
  }

  /// Opens a saved session to go on with it. In errors it has this label.
  static func reopen(_ path: String, label: String) throws(FileError) -> (
    file: SessionFile, events: [SessionEvent]
  ) {
    let file: OpenFile
    do { file = try OpenFile(path, O_RDWR | O_APPEND) } catch {
      throw .unreadable(error, "cannot open \(label)")
    }
    do { try file.lock() } catch { throw .lock(error, label, heldBy: Self.holder) }
    let session = SessionFile(file, at: path, label: label)
    return (session, try session.recoverWholeTurns())
  }

  /// How many bytes it holds.
  var length: Int { Int(lseek(file.descriptor, 0, SEEK_END)) }

  /// Reads the whole turns and truncates the file behind them: a crash may have left part of one.
  private func recoverWholeTurns() throws(FileError) -> [SessionEvent] {
    let saved = try SavedTurns(file, label: label)
    if saved.isCutShort, ftruncate(file.descriptor, off_t(saved.length)) != 0 {
      throw .system(.last, "cannot repair \(label)")
    }
    return saved.events
  }

  /// Appends events and waits until they are on the disk. If that fails the file stays as it was.
  func append(_ events: [SessionEvent]) throws(FileError) {
    let lines = events.map { JSONLine.encode($0) + "\n" }.joined()
    let before = length
    do {
      try file.write(Array(lines.utf8))
    } catch {
      _ = ftruncate(file.descriptor, off_t(before))
      throw .system(error, "the turn could not be saved")
    }
    // Synchronizers, editors and backups put another file in its place. Looked at behind the writing,
    // for what nobody finds is not saved.
    guard file.isAt(path) else {
      _ = ftruncate(file.descriptor, off_t(before))
      throw .held(
        "\(label) was replaced or removed by another program; leave the session and resume it")
    }
  }
}
