/// What a reply says of the trainee's own share: leave that it asks for, whom they know, and what they
/// leave to the client.
extension Wording {
  /// Whether it asks for leave to say something.
  public var asksLeave: Bool { holds(Self.leave) }
  /// Whether it tells that the trainee knows somebody where the client comes from.
  var tellsAcquaintance: Bool { holds(Self.acquaintance) }

  /// Whether it goes at the client's pace, or leaves alone what they would not speak of.
  public var yields: Bool { holds(Self.yielding) }

  /// Whether it asks the client to say so where they notice something in the trainee: 'If you ever see that
  /// on my face, I'd want you to say so'.
  public var asksToBeTold: Bool {
    clauses.contains { clause in
      guard let asking = Self.wanting.range(in: clause), Self.noticed.range(in: clause) != nil
      else { return false }
      return clause.indices.contains { !asking.contains($0) && Self.ofTrainee.contains(clause[$0]) }
    }
  }

  /// Wanting to be told something.
  private static let wanting = Phrase.list(
    """
    id|i would|do|also|really? want|like|need|prefer you to tell|stop me
    id|i would|do|also|really? want|like|need|prefer you to say so|it|when|if|$
    id|i would|do|also|really? want|like|need|prefer you to let me know
    """)
  /// What is noticed, and may be in the trainee.
  private static let noticed = Phrase.list(
    """
    if|when|whenever you ever? see|notice|catch|spot|sense|feel|think|hear
    if|when|whenever i|im|ive|my
    """)
  private static let ofTrainee: Set<String> = ["i", "im", "ive", "me", "my"]

  /// Doing as a client asks who would not be pressed.
  private static let yielding = Phrase.list(
    """
    ill just|happily? leave that|it|this|the
    i|we will just|happily? leave that|it|this|the
    i wont|shant push|press|pry|rush|lift|dig|probe|force|hurry
    i will|shall not push|press|pry|rush|lift|dig|probe|force|hurry
    i wont|shant be too
    i can wait
    you go as? slow|slowly|steady|gently
    go|take|take it? as slow|slowly|gently as you
    at whatever|any pace|speed
    until|till you want|choose|like|wish|feel to|it|like|ready|$
    """)

  /// Whether it asks for leave to go on in some way, or for what the client would like to say or ask.
  public var asksWish: Bool { holds(Self.wishing) || offersToBeAsked }
  /// Whether it offers to be asked something.
  var offersToBeAsked: Bool { holds(Self.offering) }

  private static let wishing = Phrase.list(
    """
    do|would you want|like|wish|care to tell|show|ask me
    do|would you want|like|wish|care to talk|speak|say more? about|more
    if thats|its all? right|alright|ok|okay|fine with|by|for you
    if that|it is all? right|alright|ok|okay|fine with|by|for you
    """)
  private static let offering = Phrase.list(
    """
    anything|something|questions that? you|youd might|would? want|like|have|need|wish? to? ask|know me|about|of|$
    """)

  /// Asking for leave to say something, rather than a question in the form of one.
  private static let leave = Phrase.list(
    """
    may|can|could|might i just? say|share|offer|check|tell|suggest|explain|give|mention
    may|can|could|might i just? ask you? something|a
    shall|should i just? say|share|offer|tell|suggest|explain|give|mention
    would|is it be? all? right|alright|ok|okay|fine if i said|say|shared|share|told|tell|explained|explain|offered|mentioned|gave|suggested|checked
    would|is it be? all? right|alright|ok|okay|fine for me to say|share|tell|explain|offer|mention|give|suggest|check
    do|would you mind if? i|me said|say|saying|shared|share|sharing|told|tell|telling|explained|explain|explaining
    would it help|be helpful|useful|of? use? if i said|say|shared|share|told|tell|explained|explain|went
    would|do you like|want me to tell|say|share|explain|go|talk
    would|do you like|want to hear know|how|what|about|something|one|a|an|my
    would|do you like|want a|an|some|my idea|thought|suggestion|opinion|view|advice|tip
    would rather|prefer i kept|didnt|left
    """)

  /// Knowing somebody who may know the client.
  private static let acquaintance = Phrase.list(
    """
    i also|actually|used? to? work|worked|live|lived with|beside|alongside|near|opposite someone|somebody|people|a|one|your
    i also|actually? know|knew|met someone|somebody|people|a|one woman|man|person|colleague|of|few? from|there|in|at
    i also|actually? know|knew your|his|her family|\(Kin.alternatives)
    my \(Kin.alternatives) works|worked|lives|lived|comes|came with|at|in|near|there|from
    """)
}
