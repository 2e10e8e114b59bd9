/// What a reply says that no code of the grader covers, found by lists of phrases.
public struct Wording {
  /// The words of each clause.
  let clauses: [[String]]
  /// Whether it says sorry.
  let apologises: Bool
  /// Whether it apologises and weakens that by an excuse. What is said in sympathy, 'I'm sorry you had a
  /// bad week', is none, nor is what follows in a sentence of its own, 'Sorry. You were pleased'.
  public let excusesItself: Bool
  /// Whether an excuse in it takes the apology back, and does not only give a reason.
  private let takesAmendsBack: Bool
  /// Whether it says sorry for what the trainee did, and not for the client, without an excuse.
  let apologisesForItself: Bool

  /// Reads a reply.
  init(_ reply: String) {
    self.init(Clause.all(of: reply))
  }

  /// Reads the clauses of a reply.
  init(_ clauses: [Clause]) {
    let words = clauses.map(\.words)
    let isSorry = words.contains { Self.sorry.range(in: $0) != nil }
    let own = isSorry ? words.map { Self.sympathy.removed(from: $0) } : []
    let isTakenBack = own.contains { Self.excuses.range(in: $0) != nil }
    let isExcuse = isTakenBack || own.contains { Self.reasons.range(in: $0) != nil }
    self.clauses = words
    apologises = isSorry
    excusesItself = isExcuse
    takesAmendsBack = isTakenBack
    apologisesForItself = !isExcuse && own.contains { Self.sorry.range(in: $0) != nil }
  }

  /// A step for the time until the next session.
  private static let steps = Phrase.list(
    """
    before we next? meet|speak|talk|see again|next?
    before|until|till|for next time|week|session
    before|until|till your|our|the next time|session|appointment
    between now|sessions and? next? week|time|session|sessions?
    this|the|over coming|next week|days|fortnight
    this week
    """)
  private static let tries = Phrase.list(
    """
    try|tried|trying|notice|noticed|wrote|kept|noticing|write|writing|practise|practising|practice|keep|watch|do|doing|think|ask|tell|take
    """)
  /// Coming back to something in the next session.
  private static let later = Phrase.list(
    """
    next time|week|session|thursday|tuesday|monday|wednesday|friday
    when|once we meet|speak|see|talk
    in the|our next session
    """)
  private static let resuming = Phrase.list(
    """
    come|coming|go|going|get|getting back to
    return|returning to
    pick|picking that|this|it? up
    start|starting|begin|beginning|carry|carrying with|from|on|there
    talk|hear|look|say|tell more? about|at|of|me
    """)

  /// Not knowing, said as such.
  private static let notKnowing = Phrase.list(
    """
    i honestly|really|simply|just? dont|do not? know yet|either|enough|$
    i honestly|really|simply|just? dont|do not? know the answer
    i honestly|really|simply|just? dont|do not? know what|how that|it|its|this|to
    i honestly|really|simply|just? dont|do not? know if|whether this|it|that|talking|coming|i|we will|would|can|could|might? work|works|help|helps|make|change|do
    im|i am? not sure yet|either
    i dont|havent have|got an|the answer|answers
    i cant|cannot know|imagine what|how
    """)
  /// What the work is for.
  private static let goals = Phrase.list(
    """
    what|where would|do|might you really? like|want|hope to? get|take|gain|see|happen|change|from
    what are you hoping for|to
    what would make|be this|it|these? time|hour|sessions? worth|useful|worthwhile|different
    how would you know|notice
    what matters|would|matter most? to you most?
    a|our|your|the goal|goals|aim
    work towards|on together
    what we|you are? agree|agreed on
    what shall|should|could we work on|at|towards
    """)
  /// Asking for permission.
  private static let permission = Phrase.list(
    """
    may|can|could|might i ask|say|share|offer|check|tell|suggest|stop
    would|is it be? all? right|alright|ok|okay|fine if|to|for|with
    do|would you mind if|me
    if thats|that|its all? right|alright|ok|okay
    shall we|i
    """)
  /// A boundary: what a helper does not do.
  private static let boundaries = Phrase.list(
    """
    i cant|cannot|wont|dont meet|text|write|call|phone|ring|message|see you? outside|between|at|after|in
    outside of? these|our|the sessions|session|room|hour|hours
    between sessions i
    i cant|cannot be your friend|doctor|mother|partner
    not something i can|could do|promise|decide
    i cant|cannot promise you? that
    """)
  /// Noticing a rupture.
  private static let noticing = Phrase.list(
    """
    i|ive|im notice|noticed|wonder|wondering|sense|sensed|feel|think if|whether|that? something|ive|i ive? upset|hurt|annoyed|lost|missed|shifted|happened|changed|came|went|got|said|did
    something changed|shifted|happened|came|went|got between|just|then|here|wrong
    youve gone quiet|away|silent|still
    between us
    between you and me
    im|i am? losing|lost you
    have|did i upset|hurt|offend|annoy|lose|lost|offended|annoyed you
    you seem|sound|look cross|angry|annoyed|upset|disappointed with|at|in me
    """)
  /// Asking what the trainee's own words did.
  static let impact = Phrase.list(
    """
    what|how was|is it|that|this like? for? you? when|hearing|having i|me
    what|how was|is it|that|this like? for? you me|my pushing|pressing|rushing|asking|saying|calling|telling|putting|jumping|going|not
    what|how was|is it|that|this like? for? you? to hear me|that|it|this from? me|say
    what|how was|is it|that|this like? for? you? hearing that|it|this from me
    how did it|that|this|what feel|land|sit|sound|seem|go|hit|come? over|across|down|for|with? you? when|me i|telling|asking|saying|calling
    how did what i said|say|asked|did|told
    how did that|it|this land|sit|sound|come over|across|coming|with|for|on|from|to? you|me
    what did i|my do|words|remark|question to|do
    what did that|it|this|i do to you
    what did you feel|think|hear|notice|make when|of|as i|what|that i|said|from
    what happened|went for|in|inside|to|on|through? in|inside|for|with? you when|as i
    when i said|asked|told|put you? that|it|this what|how
    did i upset|hurt|offend|annoy|lose you
    did what i said|asked|did upset|hurt|sting|offend
    did that hurt|sting|upset|offend|annoy
    have i upset|hurt|offended|annoyed|lost you
    did|have i come|came|go|gone|get|got in? too near|close|far|fast|quick|quickly|deep
    did|have i push|pushed|press|pressed|rush|rushed you
    was i|that|it too near|close|fast|quick|quickly|sudden
    was i|that|this|it too much $|my|me
    is that|this too much $|my|me
    where did i lose you
    """)
  /// Asking how something was in words that name nothing.
  private static let bareImpact = Phrase.list(
    """
    ^ thanks? and|so|but? how|what was|is that|it|this like? for you $
    """)
  /// Owning a mistake.
  private static let owning = Phrase.list(
    """
    wrong|unfair|unkind|clumsy|careless|thoughtless|hasty of me
    wrong|unfair|unkind|clumsy|careless|thoughtless what i said|asked|did
    ^ sorry|oh|no|okay|ok? that|this came out all? wrong|badly|clumsily|harsh|harshly
    i fell|came short
    i got|had it|that|this|you|him|her all? wrong
    i let you down
    i hurt you
    i take that|it back
    i said|put|did that|it bad|badly|wrong|clumsily
    i missed|misread|misheard|misjudged you|that|it|what
    i wasnt|was not listening|fair|hearing|with
    i didnt|did not listen|hear|look|see|notice
    i was too quick|fast|hasty|harsh
    i was unfair|unkind|wrong|clumsy|careless|harsh with|to|about|there|$
    i went|was too fast|quick|far
    i should have|not listened|asked|waited|stayed|known|noticed|have
    thats|that was|is on|my me|fault|doing|mistake
    my fault|mistake|doing
    my bad $
    i owe you
    that|it was a stupid|silly|clumsy|daft|bad|poor question
    that|it sounded|came|felt out|over? like a test|quiz|exam|form|interrogation
    i wonder if i reached|pushed|went|rushed
    im|i was|am? telling you stuff|things|what you? already? know|knew|heard
    i|ive|id had|have? no business|right|call saying|telling|asking|judging|calling|putting|making|pushing|to
    """)
  /// Taking back what the trainee has said.
  private static let takingBack = Phrase.list(
    """
    that|it|this came|sounded|was|is out? all? wrong|badly|clumsily|clumsy|harsh|unfair|unkind
    i judged|labelled|blamed|lectured|scolded you|that
    i put a label|words
    i take that|it|this back
    i shouldnt|should not? have said|put|asked|called
    i said|put that|it|this badly|wrong|clumsily|harshly
    i jumped to
    what i said was|is|came
    is|was|isnt|wasnt the|a? wrong|fair|unfair|right|kind word
    """)
  /// A question for a fact rather than for a yes or a no.
  private static let facts = Phrase.list(
    """
    how long|many|much|old|often|far|big|soon
    ^ and|so|okay|ok|then|but? when|whens|where|wheres|who|whos|which|whose
    ^ and|so|okay|ok|then|but? so? what do|did|does|is|was|are|were|went|time|year|day|kind|age|number|name
    """)
  /// Asking for somebody's work without the word.
  private static let livelihood = Phrase.list(
    """
    for a living
    what do you do $
    """)
  /// Asking for more of the same.
  private static let more = Phrase.list(
    """
    say|tell|talk|hear|know me|us? a|some? little|bit? more
    go on
    what happened next|then|after
    """)
  /// Telling somebody what to do.
  private static let advising = Phrase.list(
    """
    you really|just|probably|maybe? should|must|ought
    you really|just? need|have to
    youd be better|best|wise
    had|have you ever|not? tried|considered|thought of|about?
    why dont|not you?
    try to|and|talking|writing|taking|going|not
    if i were|was you
    maybe|perhaps you could|should|might
    you could|might try|always|just
    what you need|should
    i suggest|advise|recommend
    """)
  /// Telling somebody to do something, and not how to be.
  private static let urging = Phrase.list(
    """
    you|youd really|just|probably|maybe? should|must really|just? tell|talk|speak|see|go|ask|call|ring|write|try|take|get|let|stop|start|give|say|find|leave|do
    you|youd really|just|probably|maybe? ought to really|just? tell|talk|speak|see|go|ask|call|ring|write|try|take|get|let|stop|start|give|say|find|leave|do
    """)
  private static let sorry = Phrase.list("sorry|apologise|apologize|apologies|apology")
  /// Being sorry for somebody, or telling what they have been through.
  private static let sympathy = Phrase.list(
    """
    sorry? that? you|youd|youre|youve|he|hed|hes|she|shes|they|theyd|theyre|theyve been|just? had|having a long|bad|rough|hard|busy day|week|morning|night
    sorry for your|his|her|their
    sorry to hear|learn|say
    sorry that? he|she|they|it happened|died|left|had|went|did|was|were|is
    sorry that|it|this happened
    sorry about your|his|her|their
    sorry that? you had|have|went|lost|are|were
    sorry that? youre|youve
    im|am|feel so|really|very? sorry for you|him|her|them
    """)
  /// Leaving the client the time they need.
  private static let waiting = Phrase.list(
    """
    ^ okay|ok|yes|yeah|sure|sorry? of? course? just? take your|the|all|as|a time|minute|moment|long|much|second
    ^ yes|yeah|sure? of? course? you can|may just? take your|the|all|as|a time|minute|moment|long|much|second
    ^ yes|yeah|sure? of? course? you can|may $
    ^ yes|yeah|sure? of? course? its|it|thats|that is? all|quite|perfectly|absolutely? right|alright|ok|okay|fine $
    ^ okay|ok|yes|of? course? just? take it $
    ^ as long as you like|need|want
    all the time you need|want|like
    take|in your own? time
    theres|there is no hurry|rush
    no hurry|rush
    im|am still|right? here
    stay|sit|rest there|here a|for moment|minute|while|second|bit|a
    stay|sit|rest with it|that|this as|if|for|a|$
    stay|sit|rest as long as
    ill|i will|can|we wait
    when youre|you are ready
    """)
  /// A promise that all stays secret.
  private static let secrecy = Phrase.list(
    """
    stays|stay|remains|remain|is|its|kept|keep just|strictly|all|it? between us|ourselves
    stays|stay|remains|remain between you and me
    stays|stay|remains|remain in|inside|within this|these|the|here? room|walls|here
    stays|stay with me
    nothing|not|never you? say|tell? me? leaves|leave|leaving|goes|go|gets outside|out|beyond? of? this|these|the room|walls|door
    wont|not|never tell|telling anyone|anybody|nobody|a
    nobody|one will ever? know|hear|find
    nobody|one but me|us $
    i|ill|id wont|wouldnt|not|never tell him|her|them a|any|anything|nothing
    secret|secrets is|are safe
    completely|totally|fully|entirely|absolutely|strictly|cent|percent confidential|private|secret
    """)
  private static let limits = Phrase.list(
    """
    unless|except|exception|exceptions|limit|limits|danger|risk|harm|harmed|safety|unsafe|supervisor|supervision|law|legal|court|however
    apart from
    only if|when|where
    """)
  /// Inviting back to something said earlier.
  private static let back = Phrase.list(
    """
    that|the last|first|other? thing|bit|part|word|line you|that you? said|told|mentioned
    what you said|told|mentioned just|earlier|before|a|about|at|then|first|last
    you said|mentioned|told|spoke|talked of|about|me? earlier|before
    earlier|before you said|mentioned|told|spoke|talked
    come|coming|go|going|get|getting|take us|you|me? back to
    stay|staying with what|that|the
    dont|didnt|wouldnt want|like to lose|miss
    before you told|went|moved|said|turned
    """)
  /// Speaking of another session.
  private static let nextTime = Phrase.list(
    """
    same time|day|place|hour
    see|meet you|again|each? other? next|on|again|then|in
    come|coming|be back|again
    next week|time|session|appointment
    other|remaining|more|further one|two|three|four|five|six|ten|eleven? sessions
    """)
  /// Conditions, and a defence, that take an apology back.
  private static let excuses = Phrase.list(
    """
    sorry|apologise|apologize but|however|although|though
    sorry|apologise|apologize if|that? you feel|felt|took|were|are|got|find|found
    but|though its|it|thats|this is? true|honest|fact|for
    but you did ask|say|tell|start|throw|want|bring
    but you asked|started|wanted|told|need|needed|should
    but somebody|someone has|had to
    i stand by it|that|what
    you misunderstood|misheard|misread me|it|that|what
    in my defence|defense
    you have to understand|admit
    """)
  /// Reasons: by themselves they excuse, beside a miss that is owned they weaken that.
  private static let reasons = Phrase.list(
    """
    i didnt|did not? mean it|that like
    having|had a long|bad|rough|hard|busy day|week|morning|night
    i only|just meant|wanted|tried|said
    i was only|just trying|saying|joking|doing|tired
    im only|just trying|saying|human
    not what i meant|said
    """)

  // MARK: - What is said

  /// Whether it is an honest 'I don't know'.
  public var admitsNotKnowing: Bool { holds(Self.notKnowing) }
  /// Whether it asks or settles what the work is for.
  var agreesOnGoals: Bool { holds(Self.goals) }
  /// Whether it asks for permission.
  var asksPermission: Bool { holds(Self.permission) }
  /// Whether it keeps a boundary and says so.
  var keepsBoundary: Bool { holds(Self.boundaries) }
  /// Whether it asks what the trainee's own words did.
  public var asksImpact: Bool { holds(Self.impact) }
  /// Whether it asks how something was in words that name nothing: behind amends, how they were.
  public var asksBareImpact: Bool { holds(Self.bareImpact) }
  /// Whether it notices a rupture.
  public var noticesRupture: Bool { holds(Self.noticing) }
  /// Whether it owns a mistake, and does not take that back.
  public var ownsMistake: Bool { holds(Self.owning) && !takesAmendsBack }
  /// Whether it owns a mistake and gives a reason beside it.
  public var ownsWithReason: Bool { ownsMistake && excusesItself }
  /// Whether it takes back what the trainee has said.
  var takesBackWords: Bool { holds(Self.takingBack) }
  /// Whether it tells somebody what to do.
  var advises: Bool { holds(Self.advising) }
  /// Whether it tells somebody to do something: 'you ought to tell her', and not 'you ought to be glad'.
  var advisesDeed: Bool { holds(Self.urging) }
  /// Whether it asks for a fact rather than for a yes or a no.
  var asksFact: Bool { holds(Self.facts) }
  /// Whether it asks for more of the same.
  var asksMore: Bool { holds(Self.more) }
  /// Topic words that it implies without using them.
  var implied: [String] { holds(Self.livelihood) ? ["job", "work"] : [] }
  /// Whether it leaves the client time, or offers it.
  var leavesTime: Bool { holds(Self.waiting) || offersPause }
  /// Whether it promises secrecy and names no limit of it.
  var promisesSecrecy: Bool { holds(Self.secrecy) && !holds(Self.limits) }
  /// Whether it invites back to something said earlier.
  var comesBack: Bool { holds(Self.back) }
  /// Whether it speaks of another session.
  var speaksOfNextTime: Bool { holds(Self.nextTime) }
  /// Whether a step for the time until the next session is proposed.
  var proposesStep: Bool {
    clauses.contains { Self.steps.range(in: $0) != nil && Self.tries.range(in: $0) != nil }
  }

  /// What it promises to come back to next time: the words of that clause without those of the
  /// promise itself; `nil` if nothing is promised.
  var promisedReturn: [String]? {
    for clause in clauses {
      if let time = Self.later.range(in: clause), let verb = Self.resuming.range(in: clause) {
        return clause.indices.filter { !time.contains($0) && !verb.contains($0) }.map { clause[$0] }
      }
    }
    return nil
  }

  /// Whether a clause holds one of some phrases.
  func holds(_ phrases: PhraseList) -> Bool {
    clauses.contains { phrases.range(in: $0) != nil }
  }
}
