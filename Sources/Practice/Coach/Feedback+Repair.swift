import Clients
import Listening

/// What is told of a reply that owns a miss, or is taken for one that does.
extension Feedback {
  // MARK: - Asking for their view

  /// Whether the reply asks for the client's view of a miss: a question about something else does not.
  var asksView: Bool {
    let wording = reading.wording
    return wording.asksImpact || wording.asksBareImpact
      || wording.noticesRupture && !questions.isEmpty
      || Client.Reply(stated).amends.invites || questions.contains(where: Self.isAboutMiss)
  }

  /// Whether a question is about what the trainee did, by a word for the trainee, or about how something was
  /// in words that name nothing else: 'Did I go too quick?', 'How did that land with you?'.
  private static func isAboutMiss(_ question: String) -> Bool {
    let words = Self.words(of: question)
    let isOfTrainee = words.indices.contains { place in
      own.contains(words[place])
        && !(place + 1 < words.endIndex && asking.contains(words[place + 1]))
    }
    return isOfTrainee
      || words.allSatisfy { bare.contains($0) || telling.contains($0) }
        && words.contains(where: telling.contains)
  }

  /// The words of a text in small letters, without apostrophes.
  private static func words(of text: String) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }.split { !$0.isLetter }.map(String.init)
  }

  private static let own: Set<String> = ["i", "id", "im", "ive", "me", "my"]
  /// What follows 'I' where the trainee asks for something else: 'Can I ask how old he is?'.
  private static let asking: Set<String> = ["ask", "asked", "mean", "meant", "wonder"]
  /// Words that name nothing.
  private static let bare: Set<String> = [
    "a", "and", "are", "at", "bit", "but", "close", "come", "deep", "did", "do", "does", "fast",
    "for", "has", "how", "in", "is", "it", "just", "like", "much", "now", "of", "on", "or", "quick",
    "so", "that", "the", "then", "there", "this", "to", "was", "were", "what", "when", "with",
    "you", "your",
  ]
  /// Those of which one at least is in such a question.
  private static let telling: Set<String> = [
    "across", "alright", "feel", "felt", "hear", "heard", "hurtful", "land", "make", "okay", "sit",
    "sound", "too", "unfair", "wrong",
  ]

  // MARK: - Putting a question right

  /// In a longer reply it is not what the client hears first, in bytes.
  private static let longestPutRight = 400

  /// Whether a reply that is graded as a repair, where nothing had gone wrong between the two, does no more
  /// than say what a question had meant, or that it did not get their words: 'Sorry, I meant the row.'
  var putsRight: Bool {
    guard grade.codes.repair, grade.codes.hindrances.isEmpty, occasion.isTalk,
      reply.utf8.count <= Self.longestPutRight, before?.codes.hindrances.isEmpty != false,
      !reading.wording.ownsMistake, !reading.wording.noticesRupture, !asksView
    else { return false }
    let said = statements.filter { $0.firstMatch(of: Self.puttingRight) == nil }
    let isFound =
      said.count < statements.count
      || questions.contains { $0.firstMatch(of: Self.puttingRight) != nil }
    return isFound && !Client.Reply(said.joined(separator: ". ")).amends.names
  }

  /// What to say of a reply that does that and no more but ask.
  var putRight: String? {
    guard putsRight, grade.codes.reflection == .none else { return nil }
    return reply.firstMatch(of: Self.notGetting) == nil
      ? "You put right what you meant; now leave them time to answer."
      : "You said that you had not got their words; let them tell it again in their own way."
  }

  /// 'I meant the row', 'I asked if she is home', 'I didn't get that'; not 'I meant well', 'I meant to help',
  /// 'I asked you too much'.
  private nonisolated(unsafe) static let puttingRight: Regex<Substring> =
    #/
      (?i) \b i \s
      (?: (?: just \s )? (?: meant | mean ) [\s,] (?! \s* (?: well | no | nothing | it | that | to ) \b )
      | (?: only \s | just \s )? (?: asked | was \s asking )
        (?: \s about )? \s (?: if | whether | what | how | who | where | when | which ) \b
      | (?: didn['’]?t | did \s not ) \s (?: quite \s )? (?: get | catch | follow )
        (?: \s (?: that | it | you | what | the ) \b | $ )
      | (?: didn['’]?t | did \s not ) \s (?: quite \s )? understand
        (?: \s (?: that | it | you ) )? (?! \s* \w )
      )
      (?! .* \b (?: too \s (?: much | many | quick | fast | soon ) | wrong | clumsy ) \b )
      .*
    /#

  private nonisolated(unsafe) static let notGetting =
    #/(?i)\bi (?:didn['’]?t|did not) (?:quite )?(?:get|catch|follow|understand)\b/#
}
