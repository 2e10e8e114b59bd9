import Diagnostics
import Files
import Foundation
import Transcripts

/// An open file of a saved session, held for writing by one program at a time.
///
/// What `append` has returned from is on the disk: a process killed afterwards loses nothing.
final class SessionFile {
  private let descriptor: Int32

  /// A file that is open already; it is closed with this value.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Creates a file that only its owner can read; `nil` where the name is taken.
  static func create(at path: String) throws(FileError) -> SessionFile? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      if errno == EEXIST { return nil }
      throw FileError("cannot create \(path)", errno: errno)
    }
    let file = SessionFile(descriptor: descriptor)
    do {
      try file.lock(path)
    } catch {
      unlink(path)
      throw error
    }
    return file
  }

  /// Opens a saved session to go on with it.
  static func reopen(_ path: String) throws(FileError) -> (
    file: SessionFile, events: [SessionEvent]
  ) {
    let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    if descriptor < 0 { throw FileError("cannot open \(path)", errno: errno) }
    let file = SessionFile(descriptor: descriptor)
    try file.lock(path)
    return (file, try file.wholeTurns(path))
  }

  /// What the file holds; what was cut short by a crash is dropped from it.
  func wholeTurns(_ path: String) throws(FileError) -> [SessionEvent] {
    let saved = try SavedTurns(path: path)
    if saved.isCutShort, ftruncate(descriptor, off_t(saved.length)) != 0 {
      throw FileError("cannot mend \(path)", errno: errno)
    }
    return saved.events
  }

  /// Adds events and waits until they are on the disk; nothing is left behind where that fails.
  func append(_ events: [SessionEvent]) throws(FileError) {
    var bytes: [UInt8] = []
    for event in events {
      guard let line = try? JSONLine.encode(event) else {
        throw FileError("a turn cannot be written as JSON", errno: EINVAL)
      }
      bytes += line.utf8
      bytes.append(0x0A)
    }
    let before = lseek(descriptor, 0, SEEK_END)
    do throws(WriteFailure) {
      try writeAll(bytes, to: descriptor)
      if fsync(descriptor) != 0, errno != EINVAL { throw WriteFailure(code: errno) }
    } catch {
      _ = ftruncate(descriptor, before)
      throw FileError("the turn could not be saved", errno: error.code)
    }
  }

  private func lock(_ path: String) throws(FileError) {
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 { throw FileError(locking: path, errno: errno) }
  }
}

/// The whole turns of a saved session.
struct SavedTurns {
  /// The events up to the last whole turn.
  var events: [SessionEvent] = []
  /// How many bytes they take.
  var length = 0
  /// Whether something follows them.
  var isCutShort = false

  /// Reads a file's content; what follows the last whole turn is left out.
  ///
  /// - Throws: `FileError` where a line in the middle is damaged.
  init(data: Data, path: String) throws(FileError) {
    var position = data.startIndex
    var pending: [SessionEvent] = []
    var number = 0
    while let end = data[position...].firstIndex(of: 0x0A) {
      number += 1
      let line = String(decoding: data[position..<end], as: UTF8.self)
      position = data.index(after: end)
      do {
        pending.append(try JSONLine.decode(SessionEvent.self, from: line))
      } catch {
        throw FileError(damage: "\(path):\(number): damaged: \(error)")
      }
      switch pending.last {
      case .client, .retry, .aside, .end:
        events += pending
        pending = []
        length = position - data.startIndex
      default:
        break
      }
    }
    isCutShort = length < data.count
  }
}

extension SavedTurns {
  /// Reads a file.
  ///
  /// - Throws: `FileError` where it cannot be read, or a line in the middle is damaged.
  init(path: String) throws(FileError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw FileError("cannot read \(path)", errno: error.systemCode ?? EIO)
    }
    try self.init(data: data, path: path)
  }

  /// What the turns come to.
  ///
  /// - Throws: `FileError` where they cannot follow each other.
  func transcript(path: String) throws(FileError) -> Transcript {
    do throws(TranscriptError) {
      return try Transcript(events: events)
    } catch {
      throw FileError(damage: "\(path): damaged: \(error)")
    }
  }
}
