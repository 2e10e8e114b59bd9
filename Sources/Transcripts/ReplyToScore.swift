import Listening

/// A reply to be scored, from whatever kind of file.
public struct ReplyToScore: Hashable, Sendable {
  /// The conversation that it belongs to, or `nil` for a single reply.
  public var session: String?
  /// The file that the conversation is in, by the name that its sessions' names begin with; `nil` for
  /// a single reply. It cannot be told from the session's name: a `#` may stand in both.
  public var file: String?
  /// The reply's number in its conversation, from 1, or `nil` for a single reply.
  public var turn: Int?
  /// What the reply is known by.
  public var id: RecordID
  /// What the client had said, if known.
  public var client: String?
  /// The reply.
  public var text: String
  /// What the client said after the conversation's last reply; `nil` for every other reply.
  public var closing: String?
  /// What the file of a saved session tells of it, with the last reply; `nil` for every other reply.
  @Boxed public var saved: SavedSession?
  /// The grade that the file of a saved session has of the reply; `nil` for every other reply.
  @Boxed public var graded: Grade?

  /// Creates an item.
  public init(
    session: String?, file: String? = nil, turn: Int? = nil, id: RecordID, client: String?,
    text: String, closing: String? = nil, saved: SavedSession? = nil, graded: Grade? = nil
  ) {
    self.session = session
    self.file = file
    self.turn = turn
    self.id = id
    self.client = client
    self.text = text
    self.closing = closing
    _saved = Boxed(wrappedValue: saved)
    _graded = Boxed(wrappedValue: graded)
  }
}

/// A value that hardly any of its owners has, kept apart from them: replies are handed from hand to
/// hand by the million, and each time all that lies in them is copied.
@propertyWrapper
public struct Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
  private indirect enum Box: Hashable, Sendable { case value(Value) }
  private var box: Box?

  /// A box with a value, or with none.
  public init(wrappedValue: Value?) {
    box = wrappedValue.map(Box.value)
  }

  /// The value.
  public var wrappedValue: Value? {
    get { if case .value(let value) = box { value } else { nil } }
    set { box = newValue.map(Box.value) }
  }
}
