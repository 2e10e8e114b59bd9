/// Finds the features of a reply: words, openings and endings, questions, and what the reply takes
/// up from the client's line.
struct FeatureExtractor {
  let reply: Utterance
  let client: ClientLine
  /// The features found so far.
  var features: [Feature] = []
  /// The stem of each token and whether the client used it.
  var stems: [UInt64] = []
  var isShared: [Bool] = []

  /// Where the features of each sentence end.
  private var sentenceEnds: [Int] = []

  /// Finds all features of a reply to a client.
  static func features(of reply: Utterance, client: ClientLine) -> ReplyFeatures {
    var extractor = FeatureExtractor(reply: reply, client: client)
    extractor.run()
    let ends = extractor.sentenceEnds + [extractor.features.count]
    return ReplyFeatures(
      all: extractor.features, segments: zip([0] + ends, ends).map { $0..<$1 })
  }

  private init(reply: Utterance, client: ClientLine) {
    self.reply = reply
    self.client = client
    features.reserveCapacity(reply.tokens.count * 36 + 32)
    stems.reserveCapacity(reply.tokens.count)
    isShared.reserveCapacity(reply.tokens.count)
    for token in reply.tokens {
      let stem = token.kind == .word ? Stem.of(token, in: reply) : 0
      stems.append(stem)
      isShared.append(
        token.kind == .word && !token.classes.contains(.function) && client.holds(stem: stem))
    }
  }

  private mutating func run() {
    for (index, sentence) in reply.sentences.enumerated() {
      let isLast = index == reply.sentences.count - 1
      addWords(in: sentence)
      addShapes(in: sentence)
      addOpeningAndEnding(of: sentence, isFirst: index == 0, isLast: isLast)
      addQuestionForm(of: sentence, isLast: isLast)
      addOverlap(of: sentence, isLast: isLast)
      addClasses(in: sentence)
      sentenceEnds.append(features.count)
    }
    addWholeReply()
  }

  /// Adds a feature that stands on tokens `first` to `last`.
  mutating func add(_ kind: Feature.Kind, _ hash: UInt64, _ first: Int, _ last: Int) {
    features.append(
      Feature(
        key: Feature.key(kind, hash), kind: kind,
        first: UInt16(clamping: first), last: UInt16(clamping: last)))
  }

  /// Adds a feature named by a label and a number, such as a count.
  mutating func add(
    _ kind: Feature.Kind, _ label: StaticString, _ number: Int = 0, _ range: Range<Int>
  ) {
    add(
      kind, Hashing.join(Hashing.hash(label), UInt64(truncatingIfNeeded: number)),
      range.lowerBound, max(range.lowerBound, range.upperBound - 1))
  }

  // MARK: - Words

  private mutating func addWords(in sentence: Range<Int>) {
    for index in sentence {
      let token = reply.tokens[index]
      let hash = token.hash
      add(.word, hash, index, index)
      if token.context != .plain {
        add(.context, Hashing.join(hash, UInt64(token.context.rawValue)), index, index)
      }
      if index + 1 < sentence.upperBound {
        let two = Hashing.join(hash, reply.tokens[index + 1].hash)
        add(.words, two, index, index + 1)
        if index + 2 < sentence.upperBound {
          let third = reply.tokens[index + 2].hash
          add(.words, Hashing.join(two, third), index, index + 2)
          add(.gap, Hashing.join(hash, third), index, index + 2)
        }
      }
      if token.kind == .word { addLetters(of: token, at: index) }
    }
  }

  /// Adds the pieces of a word, three to five letters long, so that a typo spoils only some.
  private mutating func addLetters(of token: Token, at index: Int) {
    guard token.letters.count > 3, !token.classes.contains(.function) else { return }
    let letters = reply.letters(of: token).prefix(24)
    let count = letters.count
    for length in 3...5 where length <= count + 1 {
      for start in -1...(count + 1 - length) where start + length <= count + 1 {
        var hash = Hashing.add(UInt8(length), to: Hashing.seed)
        for offset in start..<start + length {
          let isInside = offset >= 0 && offset < count
          hash = Hashing.add(isInside ? letters[letters.startIndex + offset] : 0x5f, to: hash)
        }
        add(.letters, hash, index, index)
      }
    }
  }

  // MARK: - Shape

  private static let sharedWord = Hashing.hash("=shared")
  private static let newWord = Hashing.hash("=new")
  private static let feelingWord = Hashing.hash("=feeling")
  private static let faultWord = Hashing.hash("=fault")

  /// What stands for a token in a shape: itself if it is a little word, a placeholder otherwise.
  private func shape(of index: Int) -> UInt64 {
    let token = reply.tokens[index]
    if token.kind != .word || token.classes.contains(.function) { return token.hash }
    if !token.classes.isDisjoint(with: .feelings) { return Self.feelingWord }
    if token.classes.contains(.fault) { return Self.faultWord }
    return isShared[index] ? Self.sharedWord : Self.newWord
  }

  private mutating func addShapes(in sentence: Range<Int>) {
    for index in sentence {
      var hash = shape(of: index)
      for next in index + 1..<index + 5 where next < sentence.upperBound {
        hash = Hashing.join(hash, shape(of: next))
        add(.shape, hash, index, next)
      }
    }
  }

  // MARK: - Openings and endings

  private mutating func addOpeningAndEnding(of sentence: Range<Int>, isFirst: Bool, isLast: Bool) {
    var opening = Hashing.hash("^")
    var openingShape = Hashing.hash("^shape")
    for index in sentence.prefix(5) {
      opening = Hashing.join(opening, reply.tokens[index].hash)
      openingShape = Hashing.join(openingShape, shape(of: index))
      add(.opening, opening, sentence.lowerBound, index)
      add(.opening, openingShape, sentence.lowerBound, index)
      if isFirst { add(.opening, Hashing.join(opening, 1), sentence.lowerBound, index) }
      if isLast { add(.opening, Hashing.join(opening, 2), sentence.lowerBound, index) }
    }
    var ending = Hashing.hash("$")
    for index in sentence.suffix(4).reversed() {
      ending = Hashing.join(ending, reply.tokens[index].hash)
      add(.ending, ending, index, sentence.upperBound - 1)
      if isLast { add(.ending, Hashing.join(ending, 2), index, sentence.upperBound - 1) }
    }
    // The first words of a clause inside the sentence: 'but you should', '- why didn't you'.
    for index in sentence.dropFirst()
    where reply.tokens[index].afterPause || reply.tokens[index].classes.contains(.contrast) {
      var clause = Hashing.hash("^clause")
      for next in index..<min(index + 4, sentence.upperBound) {
        clause = Hashing.join(clause, reply.tokens[next].hash)
        add(.opening, clause, index, next)
      }
    }
  }
}
