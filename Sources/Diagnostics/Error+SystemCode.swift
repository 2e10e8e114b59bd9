import Foundation

extension Error {
  /// The system's number of what went wrong, where Foundation tells of a call that failed.
  public var systemCode: Int32? {
    ((self as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
  }
}
