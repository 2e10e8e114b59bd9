import Foundation

extension Error {
  /// The system's error number, if a system call failed, as Foundation may report it.
  var systemCode: Int32? {
    (self as? SystemError)?.code
      ?? ((self as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
  }

  /// The system's reason in words if there is one, otherwise Foundation's.
  public var systemReason: String {
    systemCode.map { String(cString: strerror($0)) } ?? localizedDescription
  }
}
