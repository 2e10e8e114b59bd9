import ArgumentParser
import LineProtocol

extension Endpoint {
  /// Reads an address on the command line.
  ///
  /// - Throws: `ValidationError` with the forms that an address has, or with the limit of a path.
  init(argument: String) throws {
    guard let endpoint = Endpoint(argument) else {
      if argument.hasPrefix(Self.unixPrefix), argument != Self.unixPrefix {
        throw ValidationError(
          "the path of a Unix socket has at most \(Self.maxPathLength) bytes, and this one is longer; "
            + "choose a shorter one")
      }
      throw ValidationError("'\(argument)' is not an address; write HOST:PORT or unix:PATH")
    }
    self = endpoint
  }
}
