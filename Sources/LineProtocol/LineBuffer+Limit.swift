import Transcripts

extension LineBuffer {
  /// The most bytes in a line of the protocol, without its ending.
  public static let protocolLimit = 16384

  /// An empty buffer for lines of the protocol.
  public init() {
    self.init(limit: Self.protocolLimit)
  }
}
