/// What a question is for, as far as its wording tells.
extension Question {
  /// Whether it asks for the story's course, or for its people, and not for what it was like.
  var asksCourse: Bool {
    !asksExperience && clauses.contains { Self.course.range(in: $0) != nil }
  }

  /// Whether it asks what words mean.
  var asksMeaning: Bool { asks(Self.meanings) }

  /// Whether it asks how it would be if something were otherwise.
  var supposes: Bool {
    isWorded
      && clauses.contains {
        $0.contains("if") && !Self.supposing.isDisjoint(with: $0)
      }
  }

  private static let supposing: Set<String> = ["could", "might", "would", "youd"]

  /// Whether it asks what happened, or how.
  var asksEvents: Bool { asks(Self.events) }

  /// Whether it asks for a detail: when, where, whose, which, how long, what they did.
  var asksDetail: Bool { asks(Self.details) }

  /// Whether it may hand back a question of the client's: how they would have it.
  var handsBack: Bool { asks(Self.handing) }

  /// Whether it asks what would have been better than what was said.
  var asksForBetter: Bool { asks(Self.better) }

  /// Whether it asks whether it is with the trainee as with others, or what they thought of them.
  var asksOfTrainee: Bool { !invites && asks(Self.between) }

  /// Whether it asks only whether what was said back is right.
  var asksForAssent: Bool { asks(Self.assent) }

  private func asks(_ phrases: PhraseList) -> Bool {
    isWorded && clauses.contains { phrases.range(in: $0) != nil }
  }

  /// Whether it invites by a question that yes would answer.
  var invites: Bool { clauses.contains { Self.invitations.range(in: $0) != nil } }

  /// Asking what words mean.
  private static let meanings = Phrase.list(
    """
    what do|did|does you|it|that|this mean
    """)
  /// Asking how the story goes on, what came before, or who and what somebody was: the story's next
  /// line tells that sooner than what the last one was like.
  private static let course = Phrase.list(
    """
    what happened|happens
    then what
    ^ and then
    what did|does he|she|they say|do|answer
    what was|is|were|are he|she|they like
    when did|does|was|were
    who was|were|is|are|else|did
    which
    """)
  private static let events = Phrase.list(
    """
    what happened|happens|went|goes
    how did|does|was|were|is|are|has|had|have
    """)
  /// Asking for a detail of what was told.
  private static let details = Phrase.list(
    """
    when|where did|does|do|was|were|is|are|has|had|have|would|could
    what did you
    ^ and|so|but|then|okay|ok? whose|which
    how long|often|soon|far did|does|do|was|were|is|are|has|had|have|would|could|ago|before|after|until
    """)
  /// Handing a question back to the one who asked it.
  private static let handing = Phrase.list(
    """
    how would|do|might|should you like|want|prefer|have|rather it|that
    what would|might|could be|feel|seem right|best|comfortable|easiest|easier
    what would|do you like|want|prefer|rather me to
    what would|do you like|want|prefer|rather it|that|this to be
    what do|did|would you hope|want|think|like id|ill|i would|will? say|do|answer
    """)
  /// Asking what would have been better than what was said.
  private static let better = Phrase.list(
    """
    what would|might|could have been|felt|helped|worked|landed|met
    what would|might|could help|be|feel|sound more|better|kinder|easier|instead|worth
    what should|could|might|can i have|do|say|ask? instead|said|done|asked|heard|seen|noticed|offered
    what would|do|did you rather|sooner|prefer|want|need|like to? hear|heard|have|id|i|instead
    what would|do|did you want|need|like from me|us|this|here
    what would you have liked|wanted|needed|preferred from|instead|me|here|just|$
    what were|was you needing|wanting|hoping|looking for? just|then|there|from|instead|id|i|$
    """)
  /// Asking whether it is with the trainee as with others ('Do you do that with me too?'), or what they
  /// thought that the trainee would do.
  private static let between = Phrase.list(
    """
    with|at|on|to|for me too|also $
    with|at|on|to|for me as well $
    with|at me right|just? now $
    do|doing|happen|happens|happening it|that|this? in? here too|with|between|as
    did|do|were|are you think|expect|worry|worried|fear|afraid|scared that? id|ill
    did|do|were|are you think|expect|worry|worried|fear|afraid|scared that? i would|will
    do|did you feel|think i hear|heard|understand|understood|see|saw|judge|judged|rush|rushed you
    are|were you still|just? watching|reading|checking|studying|searching|scanning|looking at|in|into|through? me|mine
    are|were you still|just? watching|reading|checking|studying|searching|scanning|looking at|in|into|through? my face|eyes|forehead|expression|reaction
    """)
  /// Asking only whether what was said back is right: 'Does that fit?', 'Have I understood you?'
  private static let assent = Phrase.list(
    """
    is|does|would that|this|it be? about|too? fit|close|near|nearer|fair|accurate|true|correct|ring|resonate|match|land|chime $|for|with|you|enough|true|a|any|what|at|how
    have|did|am|do i got|get|understand|understood|understanding|hear|heard|hearing|follow|followed|following|read|reading|miss|missed
    """)
  /// An invitation in the form of a question that yes would answer.
  private static let invitations = Phrase.list(
    """
    can|could|would|will you like|want|mind|be? able|to? tell|say|describe|share|talk|explain|telling|saying|help
    would you like to tell|say|describe|share|talk
    id|i would like|love|rather|be to|interested? hear|know|understand
    id rather hear
    """)
}
