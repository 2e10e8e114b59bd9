import Clients
import Listening

/// What is told of comfort that closes the subject.
extension Feedback {
  /// What to say of a reply that tells the client what they are not, or need not feel, and says nothing
  /// back; `nil` for any other.
  ///
  /// It is no false reassurance, which promises what nobody can know, and the grade says nothing of it.
  var reassurance: String? {
    guard grade.codes.reflection == .none, !grade.codes.repair, occasion.isTalk,
      reply.utf8.count <= Self.longestComfort,
      let words = reply.firstMatch(of: Self.comfort)?.output
    else { return nil }
    return
      "“\(words)” is meant as comfort, and closes the subject; say how bad it feels to them, and let "
      + "them tell the rest."
  }

  /// In a longer reply it is not what the client hears first, in bytes.
  private static let longestComfort = 1000

  /// 'You're not a bad person', 'it doesn't make you a bad person', 'you did nothing wrong', 'you've nothing to
  /// be ashamed of'.
  ///
  /// Made once, for that takes as long as all the rest of a turn; matching changes nothing that shows.
  private nonisolated(unsafe) static let comfort: Regex<Substring> =
    #/
      (?i) \b
      (?: (?: it | that | this ) \s (?: does \s not | doesn['’]t ) \s make \s you \s an? \s
        (?: bad | terrible | awful | horrible | evil | cruel | selfish | weak ) \s
        (?: person | man | woman | mother | mum | father | dad | parent | son | daughter | friend )
      | you
      (?:
        (?: ['’]re \s not | \s are \s not | \s aren['’]t ) \s (?: an? \s )?
        (?: bad | terrible | awful | horrible | evil | cruel | selfish | stupid | weak | useless )
        (?: \s (?: person | man | woman | mother | mum | father | dad | parent | son | daughter
          | friend | wife | husband | partner ) )?
      | (?: ['’]ve | \s have ) (?: \s got )? \s nothing \s to
        (?: \s be \s ashamed \s of | \s feel \s (?: bad | guilty | ashamed ) \s about )
      | \s (?: did \s nothing | didn['’]t \s do \s anything | haven['’]t \s done \s anything )
        \s wrong
      )
      )
      \b
    /#
}
