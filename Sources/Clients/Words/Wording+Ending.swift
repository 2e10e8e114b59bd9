/// What a reply says of the session's end.
extension Wording {
  /// Whether it announces the end of the session; to promise notice of it is to go on.
  public var announcesEnd: Bool {
    ((holds(Self.ending) || holds(Self.parting)) && !holds(Self.notice) || saysGoodbye)
      && !saysThereIsTime
  }
  /// Whether it says goodbye, or when they will see each other again.
  public var parts: Bool { saysGoodbye || holds(Self.parting) }
  /// Whether it says goodbye: a few words that begin with that, with whom it is said to or until when.
  private var saysGoodbye: Bool {
    clauses.contains { clause in
      Self.goodbye.range(in: clause) != nil && clause.count <= Self.longestGoodbye
        && Self.telling.isDisjoint(with: clause)
    }
  }
  /// Whether it says that the end has not come.
  var saysThereIsTime: Bool { holds(Self.goingOn) }

  /// Announcing the end of the session.
  private static let ending = Phrase.list(
    """
    weve|have|are|theres|is|got|last just|only|about|around|still|another|a? five|ten|few|couple|two|three|some of? minutes left|more|before|to|together
    five|ten|few|couple|two|three|some of? minutes left
    five|ten|few|couple|two|three|some of? minutes to go
    time is|will nearly|almost|soon? be? up
    times nearly|almost up
    ^ and|so|well|our|okay|ok? times up for|now|$
    nearly|almost|coming out of time
    near|coming|come|towards to? the end of our|the|this|todays hour|time|session|meeting|talk
    we|well have|need|ought|going to soon? stop|finish|end|close here|there|now|soon|today|in|for|$
    we must|should soon? stop|finish|end|close
    is|its time for? us? to stop|finish|end|close here|there|now|today $
    is|its time for? us? to stop|finish|end|close $
    weve|well got|have to soon? stop|finish|end|close here|there|now|soon|today|in|for
    weve got to soon? stop|finish|end|close $
    lets stop|finish|end|close|leave it? here|there
    let us stop|finish|end|close
    before we finish|stop|end|close
    before we|you go today
    before you go $
    thats our|the time|hour
    thats all we have|got
    """)

  /// Saying when they will see each other again.
  private static let parting = Phrase.list(
    """
    same time|day next week
    see you next week|time|session
    see you next|on? monday|tuesday|wednesday|thursday|friday
    """)
  private static let goodbye = Phrase.list(
    """
    ^ and|so|well|then|right|ok|okay|thank|thanks? you|and? goodbye|bye|cheerio|farewell
    ^ take care until|till|then|$
    """)
  private static let longestGoodbye = 7
  /// Verbs that tell of a goodbye: 'goodbye was never said'.
  private static let telling: Set<String> = [
    "did", "had", "is", "means", "meant", "never", "said", "say", "to", "was",
  ]

  /// Promising to say when the end comes.
  private static let notice = Phrase.list(
    """
    halfway
    ill|i|we will|can|shall? always? tell|let|say|call|give|warn|remind|shout|mention
    when|before|if? theres|there|its|were|at are|is? five|ten|few|couple|some
    """)
  /// Saying that the end has not come.
  private static let goingOn = Phrase.list(
    """
    not|arent|wont finishing|stopping|ending|done|closing|over|finish|stop|end
    plenty|lots|loads of time
    still|have|weve|got half|quarter|three an|a|quarters? of? an|a? hour
    fifteen|twenty|thirty|forty|fifty minutes left|more|yet|still|to
    """)
}
