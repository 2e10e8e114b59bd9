/// Whether a client asks for a moment.
extension Words {
  /// Whether a line ends on asking for a moment: 'Give me a second with that', 'I'll just sit here for a
  /// minute', 'Is it all right if I stop a moment?', whether or not it says why: 'I want to say it right'.
  /// What was at another time, what somebody else did or said, and what depends on something ask for none.
  static func asksForTime(_ line: String) -> Bool {
    let own = Quotations.removed(from: line) { _ in " " }
    let clauses = Clause.all(of: own)
    guard let last = clauses.last else { return false }
    return endsOnAsking(last)
      || reasons.range(in: last.words) != nil && clauses.dropLast().last.map(endsOnAsking) == true
  }

  /// Whether a clause asks for a moment, or does so up to its first comma: 'Give me a sec, I'm slow today'.
  private static func endsOnAsking(_ clause: Clause) -> Bool {
    asksForTime(clause.words) || asksForTime(all(of: clause.text.prefix { $0 != "," }))
  }

  private static func asksForTime(_ words: [String]) -> Bool {
    // The 'if' of asking for leave is no condition.
    let asksLeave = leave.range(in: words) != nil
    let others = asksLeave ? elsewhere.subtracting(["if"]) : elsewhere
    guard others.isDisjoint(with: words) else { return false }
    return asking.range(in: words) != nil
      || (asksLeave || staying.range(in: words) != nil) && awhile.range(in: words) != nil
        && later.range(in: words) == nil
  }

  /// Asking for something.
  private static let requests =
    """
    give|allow|lend me|us
    i|ill|id|should|would|shall|will just|really? need|want
    id|should|would just|really? like
    ill just? take
    can|could|may|might i just? have
    """
  /// A moment, and no more than that ('a second opinion'), or with what it is for.
  private static let moments =
    """
    just? a|one|another|half wee|little? minute|moment|second|sec|tick|bit with|before|now|here|please|for|on|at|$
    just? a|one|another|half wee|little? minute|moment|second|sec|tick to think|breathe|look|find|catch|settle
    just? a|one brew|tea|coffee|drink|breath|walk and a minute|moment|second|sec|tick
    """
  /// Asking for it by its name, or by what it is for.
  private static let asking = Phrase.list(
    """
    \(Phrase.forms(requests, before: moments))
    ^ that|it|this one? wants|needs just? a|another minute|moment|second|sec|tick|bit|while longer|more? with|for|from|before|$
    ^ okay|ok|well|now|oh|no? let me just? think|see|look|find $
    ^ okay|ok|well|now|oh|no? let me just? think on|about|of|over it|that|this
    ^ okay|ok|well|now|oh|no? just? bear with me
    can|could|will|would you just? stay|hold|hang|wait on? while i think|look|find|see
    """)
  /// Being about to do no more than something.
  private static let staying = Phrase.list(
    """
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? ill just
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? ill sit|stop|wait|rest|pause|breathe|think
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? im just? going to just? sit|stop|wait|rest|pause|breathe|think|look
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? let me just? sit|stop|wait|rest|pause|breathe|think|look
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? id|i would|should? like|want|prefer|need|rather|sooner to? just? sit|stop|stay|wait|rest|pause|breathe|think|be
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? can|could|may|might we|i just? sit|stop|stay|wait|rest|pause|breathe|think|leave
    ^ okay|ok|so|well|right|no|yes|yeah|mm|and|then? can|could|will|would you just? sit|stop|stay|wait with? me?
    ^ just? look at|out|away
    ^ just? let|leave it|that|this lie|be|sit|settle|stand|rest|there
    """)
  /// Asking for leave to do so.
  private static let leave = Phrase.list(
    """
    is|would it be? all? right|alright|ok|okay|fine if i just? sit|sat|stop|stopped|wait|waited|rest|rested|pause|paused|breathe|breathed|have|had|take|took
    is|would it be? all? right|alright|ok|okay|fine for me to just? sit|stop|wait|rest|pause|breathe|have|take
    do|would you mind if? i just? sit|sat|stop|stopped|wait|waited|rest|rested|pause|paused|breathe|breathed|have|had|take|took
    ^ and|but|only? if i can|could|may|might just? have|take|sit|stop|think
    """)
  /// For a moment, at the end of it, before they go on or with what it is for.
  private static let awhile = Phrase.list(
    """
    a|one|another|half minute|moment|second|sec|tick $
    for a|one|another|half minute|moment|second|sec|tick before i|we
    a|one|another|half minute|moment|second|sec|tick and i|ill|itll
    a|one|another|half minute|moment|second|sec|tick for|on the|that|this|it
    """)
  /// Saying why a moment is asked for, or what comes of it.
  private static let reasons = Phrase.list(
    """
    ^ im not avoiding|dodging|hiding|stalling|ignoring|being
    ^ im only|just? slow|slower|quicker|better
    ^ i want|need|would like? to get|say|tell|do|be|find|think
    ^ id like to get|say|tell|do|be|find|think
    ^ ill get|be there|back|with
    ^ i do? know it|that|this
    ^ my heads slow|full|gone
    ^ its|thats a|an normal|fair|good|hard|odd|big|new question
    ^ its|thats|that|it not|isnt|wasnt where|what i
    """)
  /// Not for a moment, but after or within one.
  private static let later = Phrase.list(
    "in|after|within|about|every|once|than|at|by a|one|another|half minute|moment|second|sec|tick")
  /// Words of somebody else, of another time or of a condition.
  private static let elsewhere: Set<String> = [
    "always", "asked", "every", "he", "her", "him", "hes", "if", "never", "said", "say", "says",
    "she", "shes", "them", "they", "theyre", "thought", "told", "used", "when", "whenever",
  ]
}
