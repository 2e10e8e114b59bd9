import Files
import Foundation
import Lines

/// What has to be the same for two runs to write the same.
public struct RunIdentity: Hashable, Sendable, Codable {
  /// The version of Attune.
  var attune: String
  /// The model, as `name@version`, and a hash of its file.
  public var model: String
  /// The form of the output.
  public var format: String

  /// Creates an identity.
  public init(attune: String, model: String, format: String) {
    self.attune = attune
    self.model = model
    self.format = format
  }
}

/// How far a run had come: what it had written for how many replies, and which.
struct Checkpoint: Hashable, Sendable, Codable {
  var replies: Int
  /// The hash of these replies; see `ReplyChain`.
  var hash: UInt64
  /// The length of the output that holds their scores.
  var bytes: Int
}

/// The file beside an unfinished output that says how far it has come: one JSON object a line, the
/// run's identity first, then checkpoints.
struct RunJournal: ~Copyable {
  private let file: OpenFile
  let path: String
  /// The run that began it; `nil` where it is new.
  private(set) var identity: RunIdentity?
  /// The last checkpoint, if there is one.
  private(set) var checkpoint: Checkpoint?

  /// Opens or makes a journal for this process alone; a last line cut short by a crash is dropped.
  init(path: String) throws(FileError) {
    let file = try Self.opened(path)
    let bytes: [UInt8]
    do { bytes = try file.read() } catch { throw .unreadable(error, "cannot read \(path)") }
    self.file = file
    self.path = path
    var length = 0
    while let end = bytes[length...].firstIndex(of: 0x0A) {
      let line = String(decoding: bytes[length..<end], as: UTF8.self)
      if identity == nil {
        identity = try? JSONLine.decode(RunIdentity.self, from: line)
      } else if let next = try? JSONLine.decode(Checkpoint.self, from: line) {
        checkpoint = next
      }
      length = end + 1
    }
    _ = ftruncate(self.file.descriptor, off_t(length))
  }

  private static func opened(_ path: String) throws(FileError) -> OpenFile {
    while true {
      let file: OpenFile
      do { file = try OpenFile(path, O_RDWR | O_CREAT | O_APPEND) } catch {
        throw .system(error, "cannot create \(path)")
      }
      do { try file.lock() } catch { throw .lock(error, path) }
      // A run that ended in between has taken its journal away with it.
      if file.isAt(path) { return file }
    }
  }

  /// Writes the identity of a new run.
  mutating func begin(_ identity: RunIdentity) throws(FileError) {
    if ftruncate(file.descriptor, 0) != 0 { throw .system(.last, "cannot write \(path)") }
    self.identity = identity
    try append(identity)
  }

  /// Writes how far the run has come, and waits until that is on the disk.
  mutating func mark(_ checkpoint: Checkpoint) throws(FileError) {
    self.checkpoint = checkpoint
    try append(checkpoint)
  }

  private func append(_ entry: some Encodable) throws(FileError) {
    let output = BufferedOutput(descriptor: file.descriptor, name: path)
    output.write(JSONLine.encode(entry) + "\n")
    try output.synchronize()
  }
}
