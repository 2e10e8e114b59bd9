import Listening

/// Screens a trainee's replies for suicide and self-harm by lists of wordings, whatever the model.
///
/// It prefers false positives: a reply wrongly set aside can be retyped, a missed crisis cannot.
/// `Documentation/Care.md` shows the lists and says what they miss.
public enum Care {
  /// What a reply has to do with suicide or self-harm, the most serious first; `nil` if nothing.
  public static func concern(in reply: String) -> CareConcern? {
    let concerns = clauses(of: reply).map(concern(in:))
    return concerns.contains(.crisis)
      ? .crisis : concerns.contains(.harm) ? .harm : concerns.contains(.named) ? .named : nil
  }

  /// Whether a reply asks the client about thoughts of their own, and not about somebody else's.
  public static func asksClient(_ reply: String) -> Bool {
    let clauses = clauses(of: reply)
    let turn = clauses.lastIndex(where: turnsToClient) ?? clauses.startIndex
    return clauses.indices.contains { place in
      let clause = clauses[place]
      guard concern(in: clause) == .named else { return false }
      return asksClient(clause)
        // 'Some people think of suicide then. How about you?'
        || place < turn && !people.isDisjoint(with: clause.words)
    }
  }

  /// Whether a reply asks after the safety of a child, or of the client in their own home.
  public static func asksAboutSafety(_ reply: String) -> Bool {
    Clause.all(of: reply).contains { clause in
      let first = QuestionWords.fromVerb(clause.words).first ?? ""
      guard clause.asks || QuestionWords.turned.contains(first) else { return false }
      // A name stands for whoever it is: 'has he ever hurt Ellie?'.
      let names = Names.all(in: String(clause.text))
      return safety.range(in: clause.words.map { names.contains($0) ? "somebody" : $0 }) != nil
    }
  }

  private static func asksClient(_ clause: Clause) -> Bool {
    let words = clause.words
    guard !asksOfTheirs(words) else { return false }
    let named = Set(words)
    guard named.isDisjoint(with: Pronouns.others) else { return false }
    return asking.range(in: words) != nil
      || !named.isDisjoint(with: Pronouns.you) && (clause.asks || turnsRound(words))
  }

  /// Whether a question that names nothing itself asks the client about what was said before.
  private static func turnsToClient(_ clause: Clause) -> Bool {
    guard clause.asks, !asksOfTheirs(clause.words) else { return false }
    let words = QuestionWords.fromVerb(clause.words)
    if ["how", "what"].contains(words.first), words.dropFirst().starts(with: ["about", "you"]) {
      return true
    }
    let points = !pointing.isDisjoint(with: words) || words.count <= 4
    return points && QuestionWords.turned.contains(words.first ?? "")
      && !Pronouns.you.isDisjoint(with: words)
  }

  /// Whether it begins as a question to the client does, whose mark may have been left out.
  private static func turnsRound(_ words: [String]) -> Bool {
    let words = QuestionWords.fromVerb(words)
    return words.count > 2 && QuestionWords.turned.contains(words.first ?? "")
      && words.dropFirst().first.map(Pronouns.you.contains) == true
  }

  /// Whether a question is about somebody of the client's: 'did your daughter', and not 'is your life'.
  private static func asksOfTheirs(_ words: [String]) -> Bool {
    words.indices.dropLast(2).contains { place in
      (QuestionWords.turned.contains(words[place]) || subjects.contains(words[place]))
        && words[place + 1] == "your"
        && !["head", "life", "mind", "own", "plan", "plans", "thoughts"].contains(words[place + 2])
    }
  }

  private static func concern(in clause: Clause) -> CareConcern? {
    var words = idioms.removed(from: clause.words)
    if !clause.asks, deliberate.isDisjoint(with: words) { words = scrapes.removed(from: words) }
    let urged = urging.range(in: words)
    // 'If I were you I'd kill myself' is about the client.
    if let range = firstPerson.range(in: words), urged?.contains(range.lowerBound) != true {
      return isDenied(range, in: words) || isReported(range, in: words) ? .named : .crisis
    }
    if let urged, !isReported(urged, in: words) {
      return isDenied(urged, in: words) ? .named : .harm
    }
    if !clause.asks, let range = secondPersonHarm.range(in: words), !isReported(range, in: words) {
      return .harm
    }
    return naming.range(in: words) == nil && urged == nil
      && secondPersonHarm.range(in: words) == nil
      ? nil : .named
  }

  // MARK: - The lists

  /// Figures of speech that contain the words and mean something else.
  static let idioms = Phrase.list(
    """
    die|died|dying of|from|laughing|inside
    die|died with shame|embarrassment
    dying to|for
    to die for
    could|couldve have? kill|killed myself for
    im|youre|been|was|were|keep|nearly killing|killed myself|yourself laughing|trying|over|with|to|for|at
    cut|cutting myself|yourself off|some|a|loose|short|shaving
    hurt|hurting myself|yourself lifting|running|training|playing
    live|living a|an|as|at|by|for|here|in|like|my|on|that|the|there|this|through|together|up|with|your
    suicide squad|mission
    """)

  /// A child's fall or bump. Only where it is told: a question may ask for more than that, and so may
  /// a word for its having been meant.
  static let scrapes = Phrase.list(
    """
    when|whenever|as|while you|we was|were|are only|just|still|so|very? a? small|little|tiny kid|child|boy|girl|one? and|or? you|youd|we? had|got|ever|just? hurt yourself
    hurt yourself when|whenever|as|while you|we was|were|are only|just|still|so|very? a? small|little|tiny
    """)
  private static let deliberate: Set<String> = [
    "purpose", "deliberately", "intentionally", "meant", "wanted", "self",
  ]

  /// A trainee on their own crisis.
  static let firstPerson = Phrase.list(
    """
    kill|killing|killed|hang|hanging myself
    want|wanted|wanting|going|gonna|need|plan|planning|tempted|urge|think|thinking|thought to|of|about|on? just? hurt|hurting|harm|harming|cut|cutting myself
    im|been|am|keep|started|still hurting|harming|cutting myself
    i self harm|harmed|injure|injured
    im|been|am|keep|still self harming|injuring
    end|ending my own? life
    take|taking my own life
    i just|only|really? want|wanna|wanted to? just? die
    i just|only|really? want|wanted to be dead
    of me just|only|really? want|wants|wanted to die
    of me just|only|really? want|wants|wanted to be dead
    i just|really? wish i was|were dead
    i just|really? wish i wasnt|werent alive|here
    i hope|wish i dont|didnt|wouldnt|hadnt|never wake|woken up
    i|im|ive am|have|was|feel|felt|feeling|been? been|feeling? feeling? really|so|very|a? bit? suicidal
    i|im|ive keep|have|had|having|get|getting|been? having|getting? suicidal thoughts|ideas
    my suicidal|suicide thoughts|plan|note
    i|im do|am? dont|not|cannot|cant want|wanna|wanting to? live|exist any|anymore
    i|im do|am? dont|not want|wanna|wanting to? live|exist $
    i|im do|am? dont|not want|wanna|wanting to? be alive
    i|im do|am? dont|not want|wanna|wanting to? be here any|anymore
    i|ive have|see|got|had? no reason|point to|in live|living
    my life isnt|wasnt worth living
    my life is|was not|hardly worth living
    i think|feel|thought|felt that|like? life isnt|wasnt worth living
    i dont think|feel that|like? my? life is worth living
    i cant|cannot go on living|any|anymore
    i cant|cannot go on $
    id|im|i am|would? be? better off dead
    i|im|id|ill am|want|wanted|going|ready? going|ready? to? just? end it all
    i|ive have? took|taken an overdose
    i|ive have? took|taken|swallowed too many|all pills|tablets|my|the
    """)

  /// Telling the client to harm themselves.
  static let urging = Phrase.list(
    """
    ^ oh|well|so|then|ok|okay|now|please|maybe|fine? just|go|simply? go|and? and? kill|hang|hurt|harm|cut yourself
    ^ oh|well|so|then|ok|okay|now|please|maybe|fine? just|go|simply? go|and? and? end your life
    ^ oh|well|so|then|ok|okay|now|please|maybe|fine? just|go|simply? go|and? and? take your own life
    ^ oh|well|so|then|ok|okay|now|please|maybe|fine? just|simply? go and? die
    ^ oh|well|so|then|just|please? drop dead
    ^ oh|well|so|then|just? go? and? jump off a|the bridge|roof|building|cliff
    why dont|not you? just? go? and? kill|hang|hurt|harm|cut|drown yourself
    why dont|not you? just? end your life
    why dont|not you? just? end it all
    might|may as well just? go? and? kill|hang|hurt|harm|cut yourself
    might|may as well just? end it all
    might|may as well just? be? die|dead
    favour|favor and kill yourself
    if i were|was you id|i would? kill|hang myself|yourself
    i hope|wish you kill|killed yourself
    i hope|wish you die|died $
    i hope|wish you were|was dead
    kys
    """)

  /// Said about the client, and only to harm, unless it is a question.
  static let secondPersonHarm = Phrase.list(
    """
    you should|must|ought|deserve just? to? just? go? and? kill|hang|hurt|harm|cut yourself
    you should|must|ought just? to? just? end your life
    you should|must|ought|deserve just? to? just? be? die|dead
    youd|youre|you would|are? be? better off dead
    world|everyone|everybody|they|theyd|people|family|he|hed|she|shed would|will|is|are? be? better off without you
    nobody|no one? would even? miss you $
    """)

  /// Wordings by which it is asked about or named.
  static let naming = Phrase.list(
    """
    suicide|suicides|suicidal|overdose|overdosed|overdosing
    self harm|harms|harmed|harming|injury|injuring
    selfharm|selfharming
    kill|killing|killed|hang|hanging|hanged yourself|himself|herself|themselves|themself
    hurt|hurting|harm|harming|cut|cutting yourself
    end|ending|ended your|his|her|their own? life|lives
    take|taking|took your|his|her|their own life|lives
    end|ending|ended it all
    want|wants|wanted|wanting|wish|wishing|ready to die
    want|wants|wanted|wanting to be dead
    wish|wishes|wished|wishing you|he|she|they were|was dead
    thoughts|thinking|thought of|about dying
    better off dead
    better off without you
    not|never waking up
    wake|waking up at all
    hope|hoping|wish|wishing you|not wont|wouldnt|didnt|hadnt|to wake|woken up
    not|dont|doesnt|didnt|never|longer want|wanting|wanted to? be alive
    not|dont|doesnt|didnt|never|longer want|wanting|wanted to? be here any|anymore
    not|dont|doesnt|didnt|never|longer want|wanting|wanted to? live|exist
    not|dont|doesnt|didnt be|being alive
    no reason|point to|in live|living
    not|isnt|wasnt|longer|hardly worth living
    not being here any|anymore
    do|doing|did|done away with yourself|himself|herself|themselves
    """)

  /// Wordings that ask without a question's form.
  static let asking = Phrase.list(
    """
    i|im|ive was|been? just|also|only? wonder|wondered|wondering|curious if|whether|about
    ^ and|so|just|also? wondering|curious if|whether|about
    can|could|may|might|let i|me just|also? ask
    i|im|id|ill do|would|just|also|really? want|need|have|like|going|gonna|got|must|should to? ask
    id|would like|need|want to know|hear|check if|whether
    """)

  /// Asking after the safety of a child, or of the client at home; a name counts as 'somebody'.
  static let safety = Phrase.list(
    """
    is|are|was|were the|your|his|her|their? she|they|kids|children|child|baby|boy|boys|girl|girls|son|daughter|somebody really|quite? safe right|just? now|there|tonight|with|around|at|in|$
    are|were you really|quite? safe at|in your? home|house
    do|does|did you|she|they|somebody feel safe at|with|around home|him|her|them|somebody
    is|are|was|were the|your|his|her|their? kids|children|child|baby|boy|boys|girl|girls|son|daughter all|quite? right|alright|ok|okay|fine with|around|alone him|her|them|you|somebody
    has|have|did|does|do|is|are|would|could|might your|their|her|his? he|she|they|anyone|anybody|somebody|dad|father|mum|mother|husband|wife|partner|boyfriend|girlfriend ever? been? hit|hits|hitting|hurt|hurting|harm|harmed|harming|smack|smacked|slap|slapped|shake|shaken|beat|beaten|kick|kicked him|her|them|somebody|anyone|anybody
    have|did|do|are|would|could|might you ever? been? hit|hits|hitting|hurt|hurting|harm|harmed|harming|smack|smacked|slap|slapped|shake|shaken|beat|beaten|kick|kicked somebody|anyone|anybody
    have|did|do|would|could|might you ever hit|hits|hitting|hurt|hurting|harm|harmed|harming|smack|smacked|slap|slapped|shake|shaken|beat|beaten|kick|kicked him|her|them
    has|have|did|does|do|is|are|would|could|might your|their|her|his? he|she|they|you|anyone|anybody|somebody|dad|father|mum|mother|husband|wife|partner|boyfriend|girlfriend ever? been? hit|hits|hitting|hurt|hurting|harm|harmed|harming|smack|smacked|slap|slapped|shake|shaken|beat|beaten|kick|kicked the|your|his|her|their|any? of? the|your? little|older|younger? kids|children|child|baby|boy|boys|girl|girls|son|daughter
    has|did|does|is|would|could|might your? he|she|anyone|anybody|somebody|dad|father|mum|mother|husband|wife|partner|boyfriend|girlfriend ever? hit|hits|hitting|smack|smacked|slap|slapped|beat|beaten|kick|kicked you
    afraid|worried|scared|frightened|thought|thoughts|feel|felt that|of|about|like? you|youd? might|could|would|may|will? hurt|hurting|harm|harming|hit|hitting|shake|shaking him|her|them|the|somebody
    """)

  /// Words for people in general, of whom something is said before the client is asked about it.
  private static let people: Set<String> = [
    "anybody", "anyone", "clients", "lots", "many", "others", "patients", "people", "some",
    "somebody", "someone", "those",
  ]
  /// Words that point to what was said before.
  private static let pointing: Set<String> = ["it", "same", "so", "that", "there", "this", "those"]
  /// Words before whom a question is about.
  private static let subjects: Set<String> = ["about", "if", "whether"]

  /// Verbs that report another person's words.
  private static let reports: Set<String> = [
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "think", "thinks",
    "thought", "thinking", "feel", "feels", "felt", "feeling", "believe", "believed", "wonder",
    "wondered", "wrote", "write", "writing", "heard", "hear", "fear", "convinced", "sure",
  ]
  /// Whose words they may be. No other forms of these pronouns: what is not reported is a crisis, and
  /// 'I told her I feel I want to die' reports nobody.
  private static let reporters: Set<String> = [
    "you", "youre", "youve", "youd", "he", "she", "they", "theyre",
  ]
  /// Words between a reporting verb and what it reports.
  private static let links: Set<String> = ["that", "like", "as", "if", "though", "i"]
  private static let denials: Set<String> = [
    "not", "never", "dont", "doesnt", "wont", "wouldnt", "isnt", "arent", "didnt", "without",
    "nobody",
  ]

  /// Whether someone else is said to say, think or feel it: 'you said you wanted to die'.
  private static func isReported(_ range: Range<Int>, in words: [String]) -> Bool {
    let before = words[..<range.lowerBound]
    // After an 'if' nobody has said anything: 'what if I told you I want to die?'
    let certain = before[(before.lastIndex(of: "if").map { $0 + 1 } ?? 0)...]
    return certain.indices.contains { index in
      reporters.contains(certain[index])
        && certain[(index + 1)...].prefix(2).contains(where: reports.contains)
    }
  }

  /// Whether it is negated: 'I'm not going to kill myself', 'please don't hurt yourself'. A clause
  /// with its own subject is negated only by a reporting phrase right before it: 'I don't think I
  /// want to die', but not 'I don't care, I want to die'.
  private static func isDenied(_ range: Range<Int>, in words: [String]) -> Bool {
    let before = words[max(0, range.lowerBound - 4)..<range.lowerBound]
    guard let denial = before.lastIndex(where: denials.contains) else { return false }
    guard ["i", "im", "ive", "id", "ill"].contains(words[range.lowerBound]) else { return true }
    let between = words[(denial + 1)..<range.lowerBound]
    return !between.isEmpty
      && between.allSatisfy { reports.contains($0) || links.contains($0) }
  }

  // MARK: - Clauses

  /// The clauses of a reply, without what is in quotation marks.
  private static func clauses(of reply: String) -> [Clause] {
    Clause.all(of: Quotations.removed(from: reply, as: reported)).map { clause in
      Clause(text: clause.text, words: clause.words.map(spelledOut), asks: clause.asks)
    }
  }

  /// A word as it is spelled outside a chat: 'u' is 'you', 'thinkin' is 'thinking'.
  private static func spelledOut(_ word: String) -> String {
    chat[word] ?? (clipped.contains(word) ? word + "g" : word)
  }
  private static let chat = ["r": "are", "u": "you", "ur": "your", "urself": "yourself"]
  private static let clipped: Set<String> = [
    "cuttin", "dyin", "endin", "feelin", "goin", "hangin", "harmin", "havin", "hurtin", "killin",
    "livin", "plannin", "takin", "thinkin", "tryin", "wantin", "wishin", "wonderin",
  ]

  /// What replaces a quotation in its clause: one naming word if it contains a wording of the
  /// lists, since a quotation may still be what is asked about. A trainee who quotes the client
  /// does not speak of themselves.
  private static func reported(_ quotation: String) -> String {
    let words = Words.all(of: quotation).map(spelledOut)
    return naming.range(in: words) != nil || firstPerson.range(in: words) != nil
      ? " suicidal " : " "
  }
}
