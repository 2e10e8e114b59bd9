import CReadline
import Files
import Foundation

/// The history of typed lines, in a file that only its owner can read.
public final class HistoryFile {
  /// The number of lines kept.
  static let maxLines = 1000

  private let path: String
  private let warn: (String) -> Void
  private var isWritable = false
  /// How many typed lines are neither saved nor discarded yet.
  private var pendingCount = 0

  /// A history at a path; `warn` is called once if it cannot be kept.
  public init(path: String, warn: @escaping (String) -> Void) {
    self.path = path
    self.warn = warn
  }

  func load() {
    using_history()
    stifle_history(Int32(Self.maxLines))
    do {
      try Folder.makePrivate(at: Folder.parent(of: path))
      let file = try OpenFile(path, O_RDWR | O_CREAT, mode: 0o600)
      // It may be there already with other permissions. A link to a device keeps no history.
      if FileIdentity(regular: file.descriptor) != nil, fchmod(file.descriptor, 0o600) != 0 {
        throw SystemError.last
      }
    } catch {
      warn("the history cannot be kept in \(path): \(error)")
      return
    }
    isWritable = true
    read_history(path)
  }

  /// Adds a line that was typed. The arrow keys bring it back; it reaches the file with `save`.
  func add(_ text: String) {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    guard !line.allSatisfy(\.isWhitespace) else { return }
    add_history(line)
    pendingCount += 1
  }

  /// Appends the pending lines to the file.
  func save() {
    defer { pendingCount = 0 }
    guard pendingCount > 0, isWritable else { return }
    if append_history(Int32(pendingCount), path) != 0 {
      isWritable = false
      warn("the history cannot be kept in \(path)")
    } else {
      history_truncate_file(path, Int32(Self.maxLines))
    }
  }

  /// Keeps the pending lines out of the file.
  func discard() { pendingCount = 0 }
}
