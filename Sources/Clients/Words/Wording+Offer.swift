/// What a reply offers the client: to stop, to pause or to speak of something else.
extension Wording {
  /// Whether it offers one of these.
  var offersStop: Bool { clauses.contains { Self.offersStop($0) } }
  /// Whether it offers a pause.
  var offersPause: Bool { holds(Self.pausing) }

  /// Whether a clause offers one of these. To leave it instead of hearing something is an answer to
  /// asking for leave.
  static func offersStop(_ clause: [String]) -> Bool {
    !clause.contains("hear")
      && (stopping.range(in: clause) != nil || pausing.range(in: clause) != nil)
  }

  /// Asking for the client's wish, or guessing it.
  private static let wishes =
    """
    would|do|might you rather|sooner|prefer|like|want|need to|if|that? us|we|me? to?
    maybe|perhaps youd|you rather|sooner|prefer|like|want to?
    you might|may rather|sooner|prefer|like|want to?
    """
  /// Proposing something to both.
  private static let proposals =
    """
    shall|should|can|could we
    we can|could|might always|also|just?
    is|would it be? all? right|alright|ok|okay|better|easier|best|good|help to|if we|us|you?
    """
  /// Stopping now, leaving it where it is, or speaking of something else.
  private static let stops =
    """
    stop|stopped|pause|paused|finish|finished|end|ended for? here|there|now|today|tonight|already|then|instead
    stop|stopped|pause|paused|finish|finished|end|ended for a|the
    stop|stopped|pause|paused or go|carry|keep|stay|continue
    stop|stopped|pause|paused $
    stop|stopped talking about|now|here|$
    leave|left|keep it|that|this there|here|alone|be|if|until
    leave|left it|that|this for today|now|another|next|a|the
    leave|left it|that|this at that
    leave|left|drop it|that|this $
    talk|talked|speak|spoke about|of something else|different|lighter|easier|other
    change|changed|drop|leave the|this? subject|topic
    move|moved|turn|turned|switch|go on? to something|another
    """
  /// Not going into something.
  private static let refusals =
    """
    not to? say|answer|talk|speak|tell about|of|it|that|any|anything|more|me|$
    not to? go|get into|there|further
    """

  /// That one may stop at any time is no offer of the moment.
  private static let stopping = Phrase.list(
    """
    \(Phrase.forms(wishes, before: stops))
    \(Phrase.forms(wishes, before: refusals))
    \(Phrase.forms(proposals, before: stops))
    shall|should|can|could we move on $
    you can|could|might always|also|just? stop|pause here|there|now
    we|you can|could|might always|also|just? stop|pause if you? like|want|prefer|need|wish|would|youd|thats|its
    is that|this|it enough for today|now
    or would|do you rather|sooner|prefer|like|want to? go|carry|keep on|going
    or shall|should we go|carry|keep on|going
    """)

  /// A pause now, as something to wish for.
  private static let pauses =
    """
    take|took|have|had? a|some|another|more little|short|quick? moment|minute|second|break|breather|breath|pause|rest|time here|now|first|before|or|with|$
    """
  /// Taking one together.
  private static let rests =
    """
    take|took|have|had a|another moment|minute|break|breather|breath|pause|rest
    """
  private static let pausing = Phrase.list(
    """
    \(Phrase.forms(wishes, before: pauses))
    \(Phrase.forms(proposals, before: rests))
    how about a moment|minute|break|breather|pause
    would a moment|minute|break|breather|pause help|be
    """)
}
