import Listening

extension Client {
  /// What kind of thing the client has said last.
  public var occasion: Occasion { ending != nil ? .farewell : current.occasion }

  /// Whether a line of a client's ends on asking for a moment.
  public static func asksForTime(_ line: String) -> Bool { Words.asksForTime(line) }

  /// Whether a reply gives a client the moment that they have asked for, or leaves alone what they
  /// would not speak of yet.
  public static func leavesTime(_ reply: String, _ codes: Codes) -> Bool {
    let reply = Reply(reply)
    return codes.autonomy || codes.collaboration || Appraisal.leavesTime(reply, codes)
      || reply.offersStop || leaving.range(in: reply.words) != nil
  }

  /// Whether a reply asks for leave to say or ask something.
  public static func asksLeave(_ reply: String) -> Bool { Wording(reply).asksLeave }

  /// Whether a reply offers to stop, to pause or to speak of something else.
  public static func offersStop(_ reply: String) -> Bool { Reply(reply).offersStop }

  /// Whether a reply owns a mistake of the trainee's, in whatever words.
  public static func ownsMiss(_ reply: String) -> Bool { Wording(reply).ownsMistake }

  /// Whether a reply announces the end of the session.
  public static func endsHour(_ reply: String) -> Bool { Wording(reply).announcesEnd }

  /// Whether a reply says goodbye, or until when.
  public static func saysGoodbye(_ reply: String) -> Bool { Wording(reply).parts }

  /// The question at the end of a client's line that asks the trainee of themselves or of how they work;
  /// `nil` where there is none.
  public static func askedOfTrainee(in line: String) -> String? { Words.askedOfTrainee(in: line) }

  /// Whether a reply says something of the trainee's own part, as an answer to that does.
  public static func answersForOneself(_ reply: String) -> Bool { Words.answersForOneself(reply) }

  /// Leaving something alone for now.
  private static let leaving = Phrase.list(
    """
    dont|neednt have|need? to get|go|talk|speak|say|tell
    we|you can|could leave|stop|wait|keep
    then we stop|leave|wait
    i wont push|press|ask|rush
    another|other time
    only if|when you want|like
    """)
}
