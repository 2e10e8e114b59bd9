/// A reply to be scored, from whatever kind of file.
public struct ReplyToScore: Hashable, Sendable {
  /// The conversation that it belongs to, or `nil` for a single reply.
  public var session: String?
  /// What the reply is known by.
  public var id: JSONValue
  /// What the client had said, if known.
  public var client: String?
  /// The reply.
  public var text: String

  /// Creates an item.
  public init(session: String?, id: JSONValue, client: String?, text: String) {
    self.session = session
    self.id = id
    self.client = client
    self.text = text
  }
}
