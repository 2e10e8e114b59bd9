import Listening

/// A session as it stands: the turns that count, in order, with what was taken back left out.
public struct Transcript: Hashable, Sendable {
  /// One exchange: what the client said, what the trainee answered and how it was graded.
  public struct Exchange: Hashable, Sendable {
    /// The turn's number, from 1.
    public var turn: Int
    /// What the client had said, or `nil` where the trainee spoke first.
    public var client: String?
    /// The trainee's reply.
    public var reply: String
    /// How it was graded, where it has been.
    public var grade: GradeTurn?

    /// Creates an exchange.
    public init(turn: Int, client: String?, reply: String, grade: GradeTurn? = nil) {
      self.turn = turn
      self.client = client
      self.reply = reply
      self.grade = grade
    }
  }

  /// What the session was played with; `nil` for a conversation from elsewhere.
  public var header: SessionHeader?
  /// Every line of the client's, in order.
  public var clientLines: [ClientTurn] = []
  /// The exchanges that count.
  public var exchanges: [Exchange] = []
  /// What Attune said beside the conversation.
  public var asides: [Aside] = []
  /// How it ended, if it has.
  public var end: SessionEnd?

  /// Creates an empty transcript.
  public init() {}

  /// Follows events in the order in which they happened.
  ///
  /// - Throws: `TranscriptError` where an event cannot follow what came before.
  public init(events: some Sequence<SessionEvent>) throws(TranscriptError) {
    for event in events { try append(event) }
  }

  /// Adds what happened next.
  ///
  /// - Throws: `TranscriptError` where the event cannot follow what came before.
  public mutating func append(_ event: SessionEvent) throws(TranscriptError) {
    if case .session(let header) = event {
      guard self.header == nil else { throw TranscriptError("a second session in one file") }
      guard header.format <= SessionHeader.currentFormat else {
        throw TranscriptError(
          "transcript format \(header.format) is newer than this attune reads"
            + " (\(SessionHeader.currentFormat)); update attune")
      }
      self.header = header
      return
    }
    guard header != nil else { throw TranscriptError("the session's header is missing") }
    if case .retry(let turn) = event { return try takeBack(turn.turn) }
    guard end == nil else { throw TranscriptError("the session has already ended") }
    switch event {
    case .session, .retry:
      break
    case .client(let turn):
      guard turn.turn == exchanges.count, clientLines.count == turn.turn else {
        throw TranscriptError("a client line for turn \(turn.turn) is out of order")
      }
      clientLines.append(turn)
    case .reply(let turn):
      guard turn.turn == exchanges.count + 1, clientLines.count == turn.turn else {
        throw TranscriptError("a reply for turn \(turn.turn) is out of order")
      }
      exchanges.append(
        Exchange(turn: turn.turn, client: clientLines.last?.text, reply: turn.text))
    case .grade(let turn):
      guard turn.turn == exchanges.count, let last = exchanges.indices.last else {
        throw TranscriptError("a grade for turn \(turn.turn) is out of order")
      }
      exchanges[last].grade = turn
    case .aside(let aside):
      guard aside.turn == exchanges.count, clientLines.count == aside.turn + 1 else {
        throw TranscriptError("an aside at turn \(aside.turn) is out of order")
      }
      asides.append(aside)
    case .end(let end):
      self.end = end
    }
  }

  /// Leaves out the last turn; a client whom it drove out is back.
  private mutating func takeBack(_ turn: Int) throws(TranscriptError) {
    guard turn == exchanges.count, !exchanges.isEmpty else {
      throw TranscriptError("turn \(turn) cannot be taken back")
    }
    end = nil
    exchanges.removeLast()
    clientLines.removeSubrange(turn...)
  }

  /// How many ruptures have opened; one that the client came with opened in a session before.
  var ruptures: Int {
    zip(clientLines, clientLines.dropFirst()).count { $0.rupture == .none && $1.rupture != .none }
  }
}
