/// Whether a client asks for a moment.
extension Words {
  /// Whether a line ends on asking for a moment: 'Give me a second with that', 'I'll just sit here for a
  /// minute', 'Is it all right if I stop a moment?'. What was at another time, what somebody else did or
  /// said, and what depends on something ask for none.
  static func asksForTime(_ line: String) -> Bool {
    let own = Quotations.removed(from: line) { _ in " " }
    guard let words = Clause.all(of: own).last?.words else { return false }
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
    """
  /// A moment, and no more than that: 'a second opinion'.
  private static let moments =
    """
    just? a|one|another|half minute|moment|second|sec|tick|bit with|before|now|here|please|$
    just? a|one|another|half minute|moment|second|sec|tick|bit to think|breathe|look|find|catch|settle
    """
  /// Asking for it by its name.
  private static let asking = Phrase.list(Phrase.forms(requests, before: moments))
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
    """)
  /// Asking for leave to do so.
  private static let leave = Phrase.list(
    """
    is|would it be? all? right|alright|ok|okay|fine if i just? sit|sat|stop|stopped|wait|waited|rest|rested|pause|paused|breathe|breathed|have|had|take|took
    is|would it be? all? right|alright|ok|okay|fine for me to just? sit|stop|wait|rest|pause|breathe|have|take
    do|would you mind if? i just? sit|sat|stop|stopped|wait|waited|rest|rested|pause|paused|breathe|breathed|have|had|take|took
    """)
  /// For a moment, at the end of it or before they go on.
  private static let awhile = Phrase.list(
    """
    a|one|another|half minute|moment|second|sec|tick $
    for a|one|another|half minute|moment|second|sec|tick before i|we
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
