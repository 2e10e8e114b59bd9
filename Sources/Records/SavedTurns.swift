import Files
import Foundation
import Lines
import Transcripts

/// The whole turns of a saved session.
package struct SavedTurns {
  /// The events up to the last whole turn.
  package var events: [SessionEvent] = []
  /// How many bytes they take.
  package var length = 0
  /// Whether something follows them.
  var isCutShort = false

  /// Reads a file's content; what follows the last whole turn is left out.
  ///
  /// - Throws: `FileError` where a line in the middle is damaged; there the file has this label.
  package init(data: Data, label: String) throws(FileError) {
    var position = data.startIndex
    var pending: [SessionEvent] = []
    var number = 0
    while let end = data[position...].firstIndex(of: 0x0A) {
      number += 1
      guard let line = String(validating: data[position..<end], as: UTF8.self) else {
        throw .damaged("\(label):\(number): damaged: not UTF-8")
      }
      position = data.index(after: end)
      let event: SessionEvent
      do { event = try JSONLine.decode(SessionEvent.self, from: line) } catch {
        throw .damaged("\(label):\(number): damaged: \(error)")
      }
      pending.append(event)
      if event.endsTurn {
        events += pending
        pending = []
        length = position - data.startIndex
      }
    }
    isCutShort = length < data.count
  }
}

extension SavedTurns {
  /// Reads a file.
  ///
  /// - Throws: `FileError` where it cannot be read, or a line in the middle is damaged; there it has
  ///   this label.
  init(path: String, label: String) throws(FileError) {
    let file: OpenFile
    do { file = try Self.opened(path) } catch { throw .unreadable(error, "cannot read \(label)") }
    try self.init(file, label: label)
  }

  /// Reads an open file.
  ///
  /// - Throws: `FileError` where it cannot be read, or a line in the middle is damaged; there it has
  ///   this label.
  init(_ file: borrowing OpenFile, label: String) throws(FileError) {
    guard FileIdentity(regular: file.descriptor) != nil else {
      throw .damaged("\(label): damaged: no regular file")
    }
    let bytes: [UInt8]
    do { bytes = try file.read() } catch { throw .unreadable(error, "cannot read \(label)") }
    try self.init(data: Data(bytes), label: label)
  }

  /// Opens what stands at a path. A pipe is not waited for until somebody writes into it.
  private static func opened(_ path: String) throws(SystemError) -> OpenFile {
    try OpenFile(path, O_RDONLY | O_NONBLOCK)
  }

  /// What the turns come to.
  ///
  /// - Throws: `FileError` where they cannot follow each other.
  func transcript(label: String) throws(FileError) -> Transcript {
    do throws(TranscriptError) {
      return try Transcript(events: events)
    } catch {
      throw .damaged("\(label): damaged: \(error)")
    }
  }

  /// How a saved session began; its first line alone is read. `nil` where that is no header, or
  /// cannot be read.
  static func header(path: String) -> SessionHeader? {
    guard let file = try? opened(path), FileIdentity(regular: file.descriptor) != nil,
      case .line(let line) = try? FileLines(descriptor: file.descriptor).next(),
      case .session(let header) = try? JSONLine.decode(SessionEvent.self, from: line)
    else { return nil }
    return header
  }
}
