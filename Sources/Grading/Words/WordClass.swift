/// What a linguist would say of a word; a word may belong to several classes.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// A word that builds the sentence rather than filling it.
  static let function = WordClass(rawValue: 1 << 0)
  static let firstPerson = WordClass(rawValue: 1 << 1)
  static let secondPerson = WordClass(rawValue: 1 << 2)
  static let thirdPerson = WordClass(rawValue: 1 << 3)
  /// Verbs that turn round in questions: is, do, have, can, would.
  static let auxiliary = WordClass(rawValue: 1 << 4)
  static let whWord = WordClass(rawValue: 1 << 5)
  static let negation = WordClass(rawValue: 1 << 6)
  /// Words that turn a sentence against what went before: but, though.
  static let contrast = WordClass(rawValue: 1 << 7)
  /// Verbs of saying and thinking, which put words into somebody's mouth.
  static let saying = WordClass(rawValue: 1 << 8)
  /// Sounds without meaning (um, er), which the tokenizer leaves out.
  static let filler = WordClass(rawValue: 1 << 9)
  /// Words of duty: should, must, ought.
  static let duty = WordClass(rawValue: 1 << 10)
  /// Words that allow for doubt: maybe, perhaps, seems.
  static let hedge = WordClass(rawValue: 1 << 11)
  /// Words that claim all or nothing: always, never, everybody.
  static let absolute = WordClass(rawValue: 1 << 12)
  /// Words that find fault: stupid, lazy, selfish.
  static let fault = WordClass(rawValue: 1 << 13)
  /// Words that find worth: strength, courage, effort.
  static let worth = WordClass(rawValue: 1 << 14)
  /// Words after 'how' that ask for an amount: old, many, long, often.
  static let amount = WordClass(rawValue: 1 << 15)
  /// Verbs that open an invitation or an instruction: tell, say, try, stop.
  static let invitation = WordClass(rawValue: 1 << 16)
  static let instruction = WordClass(rawValue: 1 << 17)
  /// Words of understanding that fit any client: hear, sounds, valid, tough.
  static let stock = WordClass(rawValue: 1 << 18)
  /// Little words before the first telling word of a question: and, so, well.
  static let lead = WordClass(rawValue: 1 << 19)
  /// Words before a noun, which can be the subject after a turned-round verb: the, this, any.
  static let determiner = WordClass(rawValue: 1 << 20)
  /// Short forms whose full stop ends no sentence: mr, dr.
  static let abbreviation = WordClass(rawValue: 1 << 21)
  /// Words that fit any client and any story: thing, going, really, matter.
  static let general = WordClass(rawValue: 1 << 22)

  /// Pronouns that name nobody: it, its.
  static let impersonal = WordClass(rawValue: 1 << 23)

  /// A word of none of these says something particular.
  static let unparticular: WordClass = [.function, .stock, .saying, .hedge, .lead, .general]

  static let sad = WordClass(rawValue: 1 << 32)
  static let afraid = WordClass(rawValue: 1 << 33)
  static let angry = WordClass(rawValue: 1 << 34)
  static let ashamed = WordClass(rawValue: 1 << 35)
  static let lonely = WordClass(rawValue: 1 << 36)
  static let hurt = WordClass(rawValue: 1 << 37)
  static let tired = WordClass(rawValue: 1 << 38)
  static let glad = WordClass(rawValue: 1 << 39)
  static let calm = WordClass(rawValue: 1 << 40)
  static let torn = WordClass(rawValue: 1 << 41)
  static let loving = WordClass(rawValue: 1 << 42)

  /// The feelings told apart.
  static let feelings: WordClass = [
    .sad, .afraid, .angry, .ashamed, .lonely, .hurt, .tired, .glad, .calm, .torn, .loving,
  ]

  /// Those that are good to have and those that hurt; torn and loving may be either.
  static let pleasant: WordClass = [.glad, .calm]
  static let painful: WordClass = [.sad, .afraid, .angry, .ashamed, .lonely, .hurt, .tired]

  /// Those of the painful ones that do not lie in whatever hurts.
  static let particularlyPainful: WordClass = [.afraid, .angry, .ashamed, .lonely]

  /// A word of none of these says something beside which feelings there are.
  static let unsaying = feelings.union([.function, .stock, .saying, .hedge, .lead])

  /// Whether a word, though it is no particular one, says something of this client: he, not, sad.
  var saysSomething: Bool {
    contains(.negation) || contains(.thirdPerson) && !contains(.impersonal)
      || !isDisjoint(with: .feelings) && !contains(.stock)
  }

  /// The classes that help to read a sentence and are no features of it.
  static let structural: WordClass = [
    .function, .lead, .determiner, .abbreviation, .general, .impersonal,
  ]
}

extension WordClass {
  /// Calls `body` with each single class, as a bit.
  @inline(__always)
  func forEachBit(_ body: (UInt64) -> Void) {
    var rest = rawValue
    while rest != 0 {
      body(rest & (~rest &+ 1))
      rest &= rest &- 1
    }
  }
}
