import Foundation

/// Why a system call failed.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system's error number (`errno`).
  public var code: Int32

  /// An error of this number.
  public init(code: Int32) { self.code = code }

  /// The error of the call that failed last on this thread.
  ///
  /// Any further call may change it, so in a list of arguments it stands first.
  public static var last: SystemError { SystemError(code: errno) }

  /// The system's reason, in words.
  public var description: String { String(cString: strerror(code)) }
}
