import CReadline
import Files
import Foundation

/// The history of lines typed, kept in a file that only its owner can read.
public final class HistoryFile {
  /// The most lines kept.
  static let most = 1000

  private let path: String
  private let warn: (String) -> Void
  private var isWritable = false
  /// How many lines have been typed of which it is not known yet whether they are to be saved.
  private var unsettled = 0

  /// A history at a path; `warn` is called once if it cannot be kept.
  public init(path: String, warn: @escaping (String) -> Void) {
    self.path = path
    self.warn = warn
  }

  func load() {
    using_history()
    stifle_history(Int32(Self.most))
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do {
      _ = try OpenFile(path, O_RDWR | O_CREAT, mode: 0o600)
    } catch {
      warn("the history cannot be kept in \(path): \(error)")
      return
    }
    isWritable = true
    read_history(path)
  }

  /// Takes a line that was typed: the arrow keys bring it back; it is not saved before it is settled.
  func add(_ text: String) {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    guard !line.allSatisfy(\.isWhitespace) else { return }
    add_history(line)
    unsettled += 1
  }

  /// Saves the lines that were typed since the last time, or never does.
  func settle(isKept: Bool) {
    defer { unsettled = 0 }
    guard isKept, unsettled > 0, isWritable else { return }
    if append_history(Int32(unsettled), path) != 0 {
      isWritable = false
      warn("the history cannot be kept in \(path)")
    } else {
      history_truncate_file(path, Int32(Self.most))
    }
  }
}
