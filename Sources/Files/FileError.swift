import Foundation

/// Why a file could not be read, made or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What failed and why, in words.
  public var description: String
  /// The system's error number.
  public var code: Int32

  /// Whether there is nothing at that place.
  public var isMissing: Bool { code == ENOENT }

  /// Whether what is there cannot be understood.
  public var isDamage: Bool { code == EILSEQ }

  /// An error with the system's reason.
  public init(_ what: String, errno code: Int32) {
    self.code = code
    description = "\(what): \(String(cString: strerror(code)))"
  }

  /// Why a file is not to be had for writing: another program has it, or there are no locks where it
  /// lies, as on some network disks.
  public init(locking path: String, errno code: Int32) {
    let isTaken = code == EWOULDBLOCK
    self.init(isTaken ? "\(path) is in use by another attune" : "cannot lock \(path)", errno: code)
  }

  /// An error of what stands in a file, which the system knows nothing of.
  public init(damage: String) {
    code = EILSEQ
    description = damage
  }
}
