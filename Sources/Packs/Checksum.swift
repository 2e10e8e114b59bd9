import Crypto
import PackFormat
import Repeatable

/// The SHA-256 checksum of a pack, and of each of its files.
public struct Checksum: Hashable, Sendable {
  /// The checksum of each file, by its path in the pack, in hexadecimal.
  public var files: [String: String]

  /// The checksums of a pack's files.
  public init(of files: [PackFile]) {
    self.files = [:]
    for file in files {
      guard let bytes = try? file.content.get() else { continue }
      self.files[file.path] = Self.hexadecimal(bytes)
    }
  }

  /// Checksums that were taken before.
  init(files: [String: String]) {
    self.files = files
  }

  /// The pack's own: that of the list which `sha256sum` prints of its files, in the order of their
  /// paths' bytes.
  public var pack: String {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = paths.map { "\(files[$0] ?? "")  \($0)\n" }.joined()
    return Self.hexadecimal(Array(list.utf8))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map(\.hexadecimal).joined()
  }
}
