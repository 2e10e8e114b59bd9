import Foundation

extension Error {
  /// The system's error number, if Foundation reports a failed system call.
  public var systemCode: Int32? {
    ((self as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
  }

  /// Whether there is no file at the path.
  var isFileNotFound: Bool { [ENOENT, ENOTDIR].contains(systemCode) }

  /// The system's reason in words if there is one, otherwise Foundation's.
  public var systemReason: String {
    systemCode.map { String(cString: strerror($0)) } ?? localizedDescription
  }
}
