import Foundation

extension Error {
  /// The system's number of what went wrong, where Foundation tells of a call that failed.
  public var systemCode: Int32? {
    ((self as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
  }

  /// Whether the call failed because nothing stands at that place.
  public var isOfNothingThere: Bool { [ENOENT, ENOTDIR].contains(systemCode) }

  /// The system's reason in words where there is one, Foundation's otherwise.
  public var systemReason: String {
    systemCode.map { String(cString: strerror($0)) } ?? localizedDescription
  }
}
