import Lines

extension LineBuffer {
  /// Maximum bytes in a command, without the line's ending.
  public static let commandLimit = 16384

  /// Maximum bytes in a line that a client sends: a line of a block may be a whole reply to the
  /// client with a dot before it.
  public static let clientLimit = CommandReader.maxReplyLength + 1

  /// Maximum bytes in a line that a server sends: an item may repeat a whole reply to the client,
  /// every byte of it escaped.
  public static let serverLimit = 524288
}
