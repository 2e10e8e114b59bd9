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
      && [stopping, leaving, pausing, changing].contains { $0.range(in: clause) != nil }
  }

  /// Offering to stop now. That one may stop at any time is no offer of the moment.
  private static let stopping = Phrase.list(
    """
    would|do|might you rather|sooner|prefer|like|want|need to|if|that? us|we|me? to? stop|stopped|pause|paused|finish|finished|end|ended here|there|now|today|already|then|instead
    would|do|might you rather|sooner|prefer|like|want|need to|if|that? us|we|me? to? stop|stopped|pause|paused|finish|finished|end|ended for a|today|now|tonight
    would|do|might you rather|sooner|prefer|like|want|need to|if|that? us|we|me? to? stop|stopped|pause|paused or go|carry|keep|stay|continue
    would|do|might you rather|sooner|prefer|like|want|need to|if|that? us|we|me? to? stop|stopped|pause|paused $
    would|do|might you rather|sooner|prefer|like|want to? stop talking about|now|here
    would|do|might you rather|sooner|prefer|like|want to? stop talking $
    shall|should|can|could we stop|pause|finish|end here|there|now|today|for
    shall|should|can|could we stop|pause or go|carry|keep|stay|continue
    shall|should|can|could we stop|pause $
    we|you can|could|might always|also|just? stop|pause here|there|now
    we|you can|could|might always|also|just? stop|pause if you like|want|prefer|need|wish|would
    we|you can|could|might always|also|just? stop|pause if youd|thats|its
    we can|could|might always|also|just? stop|pause|finish|end for a|today|now|tonight
    we can|could|might always|also|just? stop|pause|finish today
    we can|could|might always|also|just? stop|pause $
    is|would it be? all? right|alright|ok|okay|better|easier|best|good|help to|if we|us|you? stop|stopped|pause|paused here|there|now|today|for
    is|would it be? all? right|alright|ok|okay|better|easier|best|good|help to|if we|us|you? stop|stopped|pause|paused $
    maybe|perhaps youd|you rather|sooner|prefer|like|want to? stop|pause here|there|now|today|for
    you might|may rather|prefer|like|want to? stop|pause here|there|now|today|for
    is that|this|it enough for today|now
    or would|do you rather|sooner|prefer|like|want to? go|carry|keep on|going
    or shall|should we go|carry|keep on|going
    """)
  /// Offering to leave it where it is.
  private static let leaving = Phrase.list(
    """
    would|do|might you rather|sooner|prefer|like|want to|if|that? us|we|me? to? leave|left|keep it|that|this there|here|alone|be|until
    would|do|might you rather|sooner|prefer|like|want to|if|that? us|we|me? to? leave|left it|that|this for today|now|another|next|a
    would|do|might you rather|sooner|prefer|like|want to|if|that? us|we|me? to? leave|left|drop it|that|this $
    would|do|might you rather|sooner|prefer|like not to? say|answer $
    would|do|might you rather|sooner|prefer|like not to? talk|speak|say|tell about|of|it|that|any|anything|more|me
    would|do|might you rather|sooner|prefer|like not to? go|get into|there|further
    shall|should|can|could we leave it|that|this there|here|alone|be|for|at|until
    shall|should we leave it|that|this $
    we can|could|might always|also|just? leave it|that|this there|here|alone|be|if|for|at|until
    """)
  /// Offering a pause.
  private static let pausing = Phrase.list(
    """
    would|do|might you rather|sooner|prefer|like|want|need us|me? to? take|have? a|some|another|more little|short|quick? moment|minute|second|break|breather|breath|pause|rest|time $
    would|do|might you rather|sooner|prefer|like|want|need us|me? to? take|have? a|some|another|more little|short|quick? moment|minute|second|break|breather|breath|pause|rest|time here|now|first|before|or|with
    shall|should|can|could we take|have a|another moment|minute|break|breather|breath|pause|rest
    we can|could|might always|also|just? take|have a|another moment|minute|break|breather|breath|pause|rest
    is|would it be? all? right|alright|ok|okay|better|easier|best|good|help to|if we|us|you? take|took|have|had a moment|minute|break|breather|breath|pause|rest
    how about a moment|minute|break|breather|pause
    would a moment|minute|break|breather|pause help|be
    """)
  /// Offering to speak of something else.
  private static let changing = Phrase.list(
    """
    would|do|might you rather|sooner|prefer|like|want to|if|that? us|we|me? to? talk|talked|speak|spoke about|of something else|different|lighter|easier|other
    would|do|might you rather|sooner|prefer|like|want to|if|that? us|we|me? to? change|changed|drop|leave the|this? subject|topic
    would|do|might you rather|sooner|prefer|like|want to|if|that? us|we? to? move|moved|turn|turned|switch|go on? to something|another
    shall|should|could we talk|speak about|of something else|different|lighter|easier|other
    shall|should|could we change|drop|leave the|this? subject|topic
    shall|should we move on $
    shall|should|could we move|turn|switch|go on? to something|another
    we can|could|might always|also|just? talk|speak about|of something else|different|lighter|easier|other
    we can|could|might always|also|just? change|drop|leave the|this? subject|topic
    """)
}
