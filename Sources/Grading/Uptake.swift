import Listening

/// What a reply takes up of what the client had said, and what it leaves, by words and by their
/// meaning.
///
///     let uptake = Uptake(of: "I drove up here. I felt ashamed at the gate.", in: "You drove.")
///     uptake.leftOpen  // "I felt ashamed at the gate"
public struct Uptake: Sendable {
  /// The client's words that carry most of what there was to answer, a clause or a short sentence,
  /// where the reply answers nothing at all of the line; `nil` where it touches on any of it.
  public let unanswered: Substring?
  /// A clause in which the client tells a feeling, while what the reply takes up stands in another;
  /// `nil` where that is not certain.
  ///
  /// A free reflection shares few words with the line: only what it can be seen to answer tells what
  /// it leaves.
  public let leftOpen: Substring?
  /// The weightiest clause of the line in which the client speaks of themselves or tells a feeling, of which
  /// the reply uses none of the words.
  public let startingPoint: Substring?
  /// Whether the reply takes up anything particular that the client said, or a word near to it.
  public let takesUp: Bool
  /// Whether the reply names a feeling.
  public let namesFeeling: Bool

  /// Compares a reply with the client's line.
  ///
  /// - Parameters:
  ///   - client: The client's line.
  ///   - reply: The reply.
  ///   - spelling: How slips of typing are put right, and what words mean; without it words are read as
  ///     they are spelled, and only those of one stem count as the same.
  public init(of client: String, in reply: String, spelling: Spelling? = nil) {
    let said = TellingWords(of: reply, spelling)
    let line = TellingWords(of: client, spelling)
    namesFeeling = !said.feelings.isEmpty
    let all = line.utterance.tokens.indices
    takesUp = said.takesUp(all, of: line)
    let clauses = line.utterance.sentences.flatMap { Self.clauses(of: $0, in: line.utterance) }
      .filter { Self.isOfOneVoice($0, in: line.utterance) }
    func quoted(_ clause: Range<Int>?) -> Substring? { clause.map { line.quote($0) } }
    let untouched = clauses.filter { !said.takesUp($0, of: line) }
    let weightiest = Self.weightiest(of: untouched, in: line)
    startingPoint = quoted(Self.weightiest(of: untouched.filter(line.isOfClient), in: line))
    unanswered = takesUp ? nil : quoted(weightiest)
    let isAnchored = clauses.contains { said.shares($0, of: line) }
    let felt = untouched.filter { line.tellsFeeling($0) && !said.namesFeeling(of: $0, in: line) }
    leftOpen = isAnchored ? quoted(Self.weightiest(of: felt, in: line)) : nil
  }

  /// What can be quoted of a sentence: all of it where it is short, otherwise its clauses.
  private static func clauses(of sentence: Range<Int>, in line: Utterance) -> [Range<Int>] {
    let words = sentence.filter { line.tokens[$0].kind == .word }
    guard let first = words.first, let last = words.last else { return [] }
    let limits =
      last - first < Utterance.longestQuotation
      ? [first, last + 1] : words.filter { $0 == first || line.beginsClause(at: $0) } + [last + 1]
    return zip(limits, limits.dropFirst()).compactMap { start, end in
      let isLed = line.isCoordinating(at: start)
      guard end - start <= Utterance.longestQuotation, !line.dependsOnBefore(at: start) else {
        return nil
      }
      return limits.count == 2 || end - start >= 4 ? (isLed ? start + 1 : start)..<end : nil
    }
  }

  /// Whether none or all of a clause is somebody's saying: otherwise it would end or begin in the
  /// middle of that.
  private static func isOfOneVoice(_ clause: Range<Int>, in line: Utterance) -> Bool {
    Set(line.tokens[clause].map { $0.context == .quoted }).count == 1
  }

  /// The clause with the most to answer: telling words, feelings, and what the client says of
  /// themselves. What the client ends on is what they have been coming to.
  private static func weightiest(of clauses: [Range<Int>], in line: TellingWords) -> Range<Int>? {
    var best: (clause: Range<Int>, worth: Int)?
    for clause in clauses {
      let worth = line.worth(of: clause)
      if worth > 0, worth >= best?.worth ?? 0 { best = (clause, worth) }
    }
    return best?.clause
  }
}

extension Uptake {
  /// Which part of what a text tells a reply has said, in its words or in ones near to them: 0 to 1.
  ///
  /// - Parameters:
  ///   - text: What lies beneath a line, say.
  ///   - reply: The reply.
  ///   - spelling: How slips of typing are put right, and what words mean.
  /// - Returns: The share of the text's telling words.
  public static func share(
    of text: String, saidIn reply: String, spelling: Spelling?
  ) -> Double {
    let said = TellingWords(of: reply, spelling)
    let told = TellingWords(of: text, spelling)
    let places = told.utterance.tokens.indices.filter { told.isTelling($0) }
    guard !places.isEmpty else { return 0 }
    return Double(places.count { said.takesUp($0..<$0 + 1, of: told) }) / Double(places.count)
  }

  /// How many telling words of a text a reply has said, in its words or in ones near to them.
  ///
  /// - Parameters:
  ///   - text: What the client said, say.
  ///   - reply: The reply.
  ///   - spelling: How slips of typing are put right, and what words mean.
  /// - Returns: The number; each word counts once.
  public static func tellingWords(
    of text: String, saidIn reply: String, spelling: Spelling?
  ) -> Int {
    let said = TellingWords(of: reply, spelling)
    let told = TellingWords(of: text, spelling)
    let places = told.utterance.tokens.indices.filter {
      told.isTelling($0) && said.takesUp($0..<$0 + 1, of: told)
    }
    return Set(places.map { told.utterance.tokens[$0].stem }).count
  }
}

extension Uptake {
  /// Whether a text says what a line does not: in a particular word that is neither in the line nor near
  /// to one of it, in two words that fit any client, or by a feeling of another kind.
  ///
  /// - Parameters:
  ///   - text: A part of a reply, say.
  ///   - line: What the client said.
  ///   - spelling: How slips of typing are put right, and what words mean.
  /// - Returns: Whether it adds to the line.
  public static func adds(_ text: String, to line: String, spelling: Spelling?) -> Bool {
    let said = TellingWords(of: line, spelling)
    let told = TellingWords(of: text, spelling)
    let heard = Set(said.utterance.tokens.map(\.stem))
    let fresh = told.utterance.tokens.indices.filter { place in
      told.utterance.tokens[place].kind == .word
        && !heard.contains(told.utterance.tokens[place].stem)
    }
    let general = fresh.count { told.utterance.tokens[$0].classes.contains(.general) }
    return general > 1 || !told.feelings.isSubset(of: said.feelings)
      || fresh.contains { told.isTelling($0) && !said.takesUp($0..<$0 + 1, of: told) }
  }

  /// Whether a reply strings together words for feelings of many kinds that the client did not name.
  public static func stringsFeelings(
    _ reply: String, to line: String, spelling: Spelling? = nil
  ) -> Bool {
    let heard = TellingWords(of: line, spelling)
    let said = TellingWords(of: reply, spelling)
    return !heard.utterance.tokens.isEmpty
      && said.utterance.substanceOfFeelings(besides: heard.feelings) == .strungFeelings
  }

  /// The word by which a reply names a feeling that is not there, which is no empathy with this client:
  /// a pleasant one where the client shows painful ones alone; or fear, anger, shame or loneliness
  /// that they do not show, with nothing else that was heard ('That sounds frightening.').
  ///
  /// Whatever hurts may be called sad, painful or tiring; and a feeling that lies beneath the line may
  /// be guessed from what is taken up of it.
  ///
  /// - Parameters:
  ///   - reply: The reply.
  ///   - line: What the client said.
  ///   - feelings: The feelings that are in it; where there are none, as in a fact, those last told
  ///     before stand for what a pleasant one goes against.
  ///   - before: Those in each of the lines before it, the first first. A painful one may be guessed from
  ///     any of these; a pleasant one is there for a few lines.
  ///   - beneath: What lies beneath it.
  ///   - spelling: How slips of typing are put right, and what words mean.
  /// - Returns: The word in small letters and as it was meant, or `nil` where there is none or a feeling of
  ///   another kind beside it.
  public static func misnamedFeeling(
    in reply: String, to line: String, telling feelings: [String], before: [[String]] = [],
    beneath: String? = nil, spelling: Spelling? = nil
  ) -> String? {
    let said = TellingWords(of: reply, spelling)
    let places = said.feelingsOfListener
    guard let first = places.first else { return nil }
    func areAll(_ kinds: WordClass) -> Bool {
      places.allSatisfy {
        said.utterance.tokens[$0].classes.intersection(.feelings).isSubset(of: kinds)
      }
    }
    func kinds(of feeling: String) -> WordClass {
      Lexicon.feelings(toldAs: feeling.lowercased()) ?? TellingWords(of: feeling, spelling).feelings
    }
    func isNamed(in feelings: [String]) -> Bool {
      let told = feelings.map { (words: TellingWords(of: $0, spelling), kinds: kinds(of: $0)) }
      return places.contains { place in
        let named = said.utterance.tokens[place].classes.intersection(.feelings)
        return told.contains { words, kinds in
          // Words for what is pleasant come near in meaning to some for what is painful.
          let mayBeNear =
            named.isDisjoint(with: .pleasant) || kinds.isEmpty || !kinds.isDisjoint(with: named)
          return words.shares(place..<place + 1, of: said)
            || mayBeNear && words.takesUp(place..<place + 1, of: said)
        }
      }
    }
    let standing =
      feelings.isEmpty ? before.last(where: { !$0.isEmpty }) ?? [] : feelings
    guard !isNamed(in: standing) else { return nil }
    let inLine = TellingWords(of: line, spelling).feelings
    let shown = standing.reduce(into: inLine) { $0.formUnion(kinds(of: $1)) }
    let isContrary =
      areAll(.pleasant) && !shown.isDisjoint(with: .painful)
      && shown.isDisjoint(with: WordClass.pleasant.union(.loving))
      && !isNamed(in: before.suffix(linesInMind).flatMap(\.self))
    let maybeShown = shown.union(TellingWords(of: beneath ?? "", spelling).feelings)
    let isGuess =
      areAll(.particularlyPainful) && said.saysNothing(but: places) && !feelings.isEmpty
      && places.allSatisfy { maybeShown.isDisjoint(with: said.utterance.tokens[$0].classes) }
      && !isNamed(in: before.flatMap(\.self))
    return isContrary || isGuess ? said.word(at: first) : nil
  }

  /// So many lines back may a pleasant feeling have been told that is still there.
  private static let linesInMind = 2

  /// Whether a vignette's word for what a line shows is known: as one for a feeling, or for what is
  /// neither pleasant nor painful.
  public static func knowsFeeling(_ word: String) -> Bool {
    Lexicon.feelings(toldAs: word.lowercased()) != nil
  }

  /// Whether a word names a pleasant feeling.
  public static func isPleasantFeeling(_ word: String) -> Bool {
    !TellingWords(of: word, nil).feelings.isDisjoint(with: .pleasant)
  }
}

/// The words of a text that say something particular, with what they mean.
private struct TellingWords {
  let utterance: Utterance
  private let text: String
  private let words: WordTable
  private let meaning: WordMeaning?
  /// The stems of its telling words.
  private var stems: Set<UInt64> = []
  /// The numbers of its telling words, by their places in the text, where they are known.
  private var numbers: [Int: Int] = [:]
  /// The feelings that it names.
  private(set) var feelings: WordClass = []

  /// Words of feeling that as often mean something else: 'I'm afraid I', 'I left', 'upside down'.
  private static let ambiguous = Set(
    """
    afraid alone broken close comfort comfortable content cross dear doubt down easy empty exposed
    fun gone heavy hope invisible judged left loss lost love loved lucky mad missing mixed nobody
    outside peace pleased pressure quiet rest safe secure settled sick sorry steady stretched stuck
    stupid tears unsure warm worn
    """.split(whereSeparator: \.isWhitespace).map { Hashing.hash($0.utf8) })

  private static let selfWord = Hashing.hash("self")

  init(of text: String, _ spelling: Spelling?) {
    self.text = text
    meaning = spelling?.meaning
    var tokenizer = Tokenizer(spelling: spelling)
    var utterance = Utterance()
    tokenizer.read(text, into: &utterance)
    self.utterance = utterance
    words = tokenizer.words
    for (place, token) in utterance.tokens.enumerated() where token.kind == .word {
      feelings.formUnion(token.classes.intersection(.feelings))
      guard isTelling(place) else { continue }
      stems.insert(token.stem)
      numbers[place] = meaning?.number(of: quote(place..<place + 1).lowercased())
    }
  }

  func isTelling(_ place: Int) -> Bool {
    let token = utterance.tokens[place]
    return token.kind == .word && token.classes.isDisjoint(with: .unparticular)
  }

  /// Whether no word says something particular but those at some places.
  func saysNothing(but places: [Int]) -> Bool {
    utterance.tokens.indices.allSatisfy { !isTelling($0) || places.contains($0) }
  }

  /// Whether these words use one of another text's, in this or a related form.
  func shares(_ places: Range<Int>, of other: TellingWords) -> Bool {
    places.contains { other.isTelling($0) && stems.contains(other.utterance.tokens[$0].stem) }
  }

  /// Whether these words use one of another text's, or one near to it in meaning.
  func takesUp(_ places: Range<Int>, of other: TellingWords) -> Bool {
    if shares(places, of: other) { return true }
    guard let meaning else { return false }
    return places.contains { place in
      guard let number = other.numbers[place] else { return false }
      return numbers.values.contains { meaning.areNear(number, $0) }
    }
  }

  /// Whether these words name a feeling of the kind that a part of another text names.
  func namesFeeling(of places: Range<Int>, in other: TellingWords) -> Bool {
    places.contains {
      !other.utterance.tokens[$0].classes.isDisjoint(with: feelings)
    }
  }

  /// Whether a part tells a feeling of the speaker's own.
  func tellsFeeling(_ places: Range<Int>) -> Bool {
    let tokens = utterance.tokens[places]
    return tokens.contains {
      !$0.classes.isDisjoint(with: .feelings) && !Self.ambiguous.contains($0.hash)
        && $0.context != .reported && $0.context != .quoted
    } && tokens.contains { $0.classes.contains(.firstPerson) }
  }

  /// The words that name a feeling of the person spoken to: not the speaker's, nobody else's, none
  /// that is denied or quoted.
  var feelingsOfListener: [Int] {
    utterance.sentences.flatMap { sentence in
      sentence.filter { place in
        let token = utterance.tokens[place]
        guard token.kind == .word, !token.classes.isDisjoint(with: .feelings),
          !Self.ambiguous.contains(token.hash), token.context != .negated, token.context != .quoted
        else { return false }
        let persons: WordClass = [.firstPerson, .secondPerson, .thirdPerson, .absolute]
        let before = utterance.tokens[sentence.lowerBound..<place]
        // 'Myself' and 'yourself' are read as two words, of which only the first tells whose self it is.
        let whose = before.last {
          !$0.classes.isDisjoint(with: persons) && !$0.classes.contains(.impersonal)
            && $0.hash != Self.selfWord
        }
        return whose?.classes.contains(.secondPerson) ?? true
      }
    }
  }

  /// Whether the client speaks of themselves in a part, or tells a feeling.
  func isOfClient(_ places: Range<Int>) -> Bool {
    utterance.tokens[places].contains {
      $0.classes.contains(.firstPerson) || !$0.classes.isDisjoint(with: .feelings)
    }
  }

  /// How much there is to answer in a part; 0 where it says too little to be quoted.
  func worth(of places: Range<Int>) -> Int {
    let tokens = utterance.tokens[places]
    let telling = places.count { isTelling($0) }
    guard telling >= 2 else { return 0 }
    let feelings = tokens.count { !$0.classes.isDisjoint(with: .feelings) }
    let isOwn = tokens.contains { $0.classes.contains(.firstPerson) }
    return telling + 2 * feelings + (isOwn ? 2 : 0)
  }

  func quote(_ places: Range<Int>) -> Substring { utterance.quote(places, of: text) }

  /// The word at a place in small letters, as it was meant.
  func word(at place: Int) -> String {
    String(decoding: words.letters(of: Int(utterance.tokens[place].word)), as: UTF8.self)
  }
}
