import ArgumentParser
import LineProtocol

extension Endpoint {
  /// Reads an address on the command line.
  ///
  /// - Throws: `ValidationError` with the forms that an address has.
  init(argument: String) throws {
    guard let endpoint = Endpoint(argument) else {
      throw ValidationError("'\(argument)' is not an address; write HOST:PORT or unix:PATH")
    }
    self = endpoint
  }
}
