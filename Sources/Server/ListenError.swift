import Files
import Foundation
import LineProtocol

/// Why a server cannot listen.
public struct ListenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Another program listens there.
    case inUse
    /// The system does not allow it.
    case notPermitted
    /// The host has no address.
    case unknownHost
    /// The host is not this machine: the protocol has neither passwords nor encryption.
    case notLoopback
    /// The file at the socket's path is something else.
    case notASocket
    /// The socket's folder does not exist.
    case noFolder
    /// Anything else.
    case system(SystemError)
  }

  /// The address.
  var endpoint: Endpoint
  /// What is wrong.
  public var reason: Reason

  init(_ endpoint: Endpoint, _ reason: Reason) {
    self.endpoint = endpoint
    self.reason = reason
  }

  init(_ endpoint: Endpoint, _ error: SystemError) {
    self.endpoint = endpoint
    switch error.code {
    case EADDRINUSE: reason = .inUse
    case EACCES, EPERM: reason = .notPermitted
    case ENOENT, ENOTDIR: reason = .noFolder
    default: reason = .system(error)
    }
  }

  /// What is wrong and how to mend it.
  public var description: String {
    "cannot listen on \(endpoint): \(words)"
  }

  private var words: String {
    switch reason {
    case .inUse: "another program listens there; choose another address"
    case .notPermitted: "not permitted; choose a port above 1023 or a folder of your own"
    case .unknownHost: "the host is unknown; write 127.0.0.1 for this machine"
    case .notLoopback: "others could reach it; use 127.0.0.1, [::1] or unix:PATH"
    case .notASocket: "the file there is not a socket; choose another path"
    case .noFolder: "the folder does not exist; make it first"
    case .system(let error): error.description
    }
  }
}
