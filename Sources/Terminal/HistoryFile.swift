import CReadline
import Foundation

/// The history of lines typed, kept in a file that only its owner can read.
public final class HistoryFile {
  /// The most lines kept.
  static let most = 1000

  private let path: String
  private let warn: (String) -> Void
  private var isWritable = false

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
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      warn("the history cannot be kept in \(path): \(String(cString: strerror(errno)))")
      return
    }
    close(file)
    isWritable = true
    read_history(path)
  }

  func add(_ text: String) {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    guard !line.allSatisfy(\.isWhitespace) else { return }
    add_history(line)
    guard isWritable else { return }
    if append_history(1, path) != 0 {
      isWritable = false
      warn("the history cannot be kept in \(path)")
    } else {
      history_truncate_file(path, Int32(Self.most))
    }
  }
}
