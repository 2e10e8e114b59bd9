/// How a reply owns a miss, by its words.
///
///     Client.Reply("I'm sorry, I rushed you there. How was that for you?").amends.names  // true
public struct Amends {
  /// Whether it says what was done, and not only that something was wrong.
  public let names: Bool
  /// Whether it asks for the client's view of it.
  public let invites: Bool
  /// Whether it owns what the trainee has not done alone: what the service did, or something that came
  /// of it.
  let isForService: Bool
  /// Whether it is sorry for something that a service may have done: 'sorry about the letter'.
  let mayBeForService: Bool
  /// Whether it says sorry, and neither for what nor that something was wrong.
  public let saysSorryAlone: Bool

  /// Reads a reply whose clauses and wording have been read.
  init(_ reply: String, _ clauses: [Clause], _ wording: Wording) {
    names = clauses.contains(where: Self.namesMiss) || Self.pointsAtMiss(clauses)
    isForService = clauses.contains {
      Self.ofService.range(in: $0.words) != nil
        || wording.apologises && Self.didTogether.range(in: $0.words) != nil
    }
    mayBeForService = clauses.contains { Self.ofServices.range(in: $0.words) != nil }
    saysSorryAlone =
      wording.apologisesForItself && !names && !wording.noticesRupture && !wording.ownsMistake
      && !wording.asksImpact
      && clauses.allSatisfy { Self.wrongs.isDisjoint(with: $0.words) }
    invites =
      reply.contains("?") || clauses.contains { Self.inviting.range(in: $0.words) != nil }
  }

  private static func namesMiss(_ clause: Clause) -> Bool {
    guard speaksOfMiss.range(in: clause.words) != nil else { return false }
    // 'Sorry, Ruth' names the client.
    let names = clause.text.split(whereSeparator: \.isWhitespace).dropFirst()
      .filter { $0.first?.isUppercase == true }.flatMap { Words.all(of: String($0)) }
    // 'Sorry about that, anyway …' goes on to something else.
    return clause.words.prefix { $0 != "anyway" }
      .contains { !stock.contains($0) && !names.contains($0) }
  }

  /// Whether something is told and then owned: 'they wrote in the wrong language; that was our mistake'.
  private static func pointsAtMiss(_ clauses: [Clause]) -> Bool {
    guard let place = clauses.firstIndex(where: { pointing.range(in: $0.words) != nil }) else {
      return false
    }
    return clauses[..<place].contains { $0.words.contains { !stock.contains($0) } }
  }

  /// A clause that owns what was told before it.
  private static let pointing = Phrase.list(
    """
    that|this was|is our|my mistake|fault|doing|error|miss
    thats our|my mistake|fault|doing|error|miss
    that|this was|is on|down to? us|me
    thats on|down to? us|me
    """)

  /// Owning, or being sorry for, what the trainee has not done alone.
  private static let ofService = Phrase.list(
    """
    that|this|it was|is our mistake|fault|doing|error|miss
    thats|its our mistake|fault|doing|error|miss
    that|this|it was|is on|down to? us
    sorry for|about this|these|our
    """)

  /// What a service did, beside an apology.
  private static let didTogether = Phrase.list(
    "we wrote|sent|gave|put|made|booked|called|kept|lost|forgot|missed|mixed|muddled|got")
  /// Being sorry for what services do.
  private static let ofServices = Phrase.list(
    """
    sorry|apologise|apologize for|about the|that|those letter|letters|form|forms|call|calls|message|messages|interpreter
    sorry|apologise|apologize for|about the|that|those wait|waiting|delay|mix|muddle|appointment|office|list
    """)

  /// A clause about what the trainee did.
  private static let speaksOfMiss = Phrase.list(
    """
    i|im|ive|id|my|me
    sorry|apologise|apologize|apologies|apology
    ^ that|it was|wasnt
    ^ that|my why|question|word|remark|comment|joke|advice|answer|tone came|landed|sounded|was|wasnt
    """)

  /// Words that say that something was wrong.
  private static let wrongs: Set = [
    "wrong", "wrongly", "unfair", "fair", "unkind", "bad", "badly", "poorly", "clumsy", "clumsily",
    "fault", "miss", "missed", "mistake", "mistaken", "messed", "hurt", "hurting", "upset", "harsh",
    "harshly",
  ]

  /// What an apology is made of, whatever it is for.
  private static let stock = Words.common.union(wrongs).union(
    """
    id im ive ill youre youve youd thats its wasnt didnt dont isnt hasnt havent let try tried again \
    start sorry apologise apologize apologies apology afraid mark sense landed land lands landing \
    came comes come across went gone said saying put question questions answer words hear heard \
    please forgive take back hope wish realise realize notice \
    noticed wonder think thought maybe perhaps too there then honestly truly bit little never \
    moment today hello thank thanks yes okay lets any \
    inconvenience offence offense caused anyway
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Asking for a view without a question mark.
  private static let inviting = Phrase.list(
    """
    tell|show|stop|correct me
    let me know
    i|id would? like|want|love to hear|know|understand
    if im|i am|got|have wrong
    """)
}
