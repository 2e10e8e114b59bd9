import Diagnostics

/// Where a server listens: `HOST:PORT`, `[IPv6]:PORT` or `unix:PATH`.
public enum Endpoint: Hashable, Sendable, CustomStringConvertible {
  case tcp(host: String, port: Int)
  case unix(path: String)

  /// What stands before a Unix socket's path.
  public static let unixPrefix = "unix:"

  /// So many bytes a Unix socket's path has at most: the limit of `sockaddr_un` on some systems.
  public static let maxPathLength = 103

  /// Reads an address; `nil` if it is malformed.
  public init?(_ text: String) {
    if text.hasPrefix(Self.unixPrefix) {
      let path = String(text.dropFirst(Self.unixPrefix.count))
      guard !path.isEmpty, path.utf8.count <= Self.maxPathLength else { return nil }
      self = .unix(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let number = text[text.index(after: colon)...]
    guard number.isDigits, let port = Int(number), (0...65535).contains(port) else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self = .tcp(host: host, port: port)
  }

  /// The address as it is written.
  public var description: String {
    switch self {
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): Self.unixPrefix + path
    }
  }
}
