import Transcripts

extension LineBuffer {
  /// The most bytes in a line that a client sends, without its ending.
  public static let protocolLimit = 16384

  /// The most bytes in a line that a server sends: an item may repeat a whole reply to the client,
  /// every byte of it escaped.
  public static let serverLimit = 524288

  /// An empty buffer for lines that a client sends.
  public init() {
    self.init(limit: Self.protocolLimit)
  }
}
