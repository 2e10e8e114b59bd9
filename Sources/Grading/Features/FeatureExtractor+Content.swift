/// What a reply is made of: its share of the client's words, its classes of words, its length.
extension FeatureExtractor {
  /// What a passage holds, which several features are built from.
  struct Content {
    /// Words, and those among them that are not little ones: the client's own and others.
    var words = 0
    var shared = 0
    var new = 0
    /// Words that say something particular, the client's own and others.
    var particular = (shared: 0, new: 0)
    var second = false
    var first = false
    /// Whether there is a question mark.
    var asks = false
    var longestRun = 0
    /// Whether somebody is spoken of, something is denied or a feeling is named.
    var isTelling = false

    /// Whether it could be said to any client.
    var isEmpty: Bool { !isTelling && shared == 0 && particular.new == 0 }

    /// How much is particular, in steps.
    var particularStep: Int { min(particular.shared, 2) * 5 + min(particular.new, 4) }
  }

  /// What the tokens of a range hold.
  ///
  /// In line, as a call would be given a copy of the whole extractor's bytes.
  @inline(__always)
  func content(of range: Range<Int>) -> Content {
    var result = Content()
    var run = 0
    for index in range {
      guard reply.tokens[index].kind == .word else {
        if reply.tokens[index].kind == .question { result.asks = true }
        continue
      }
      result.words += 1
      let classes = reply.tokens[index].classes
      if classes.contains(.secondPerson) { result.second = true }
      if classes.contains(.firstPerson) { result.first = true }
      if classes.saysSomething { result.isTelling = true }
      if !classes.contains(.function) {
        if isShared[index] { result.shared += 1 } else { result.new += 1 }
        if classes.isDisjoint(with: .unparticular) {
          if isShared[index] { result.particular.shared += 1 } else { result.particular.new += 1 }
        }
      }
      let continues =
        index > range.lowerBound
        && client.holds(pair: reply.tokens[index - 1].stem, reply.tokens[index].stem)
      run = continues ? run + 1 : 0
      result.longestRun = max(result.longestRun, run)
    }
    return result
  }

  mutating func addOverlap(of sentence: Range<Int>, _ content: Content, isLast: Bool) {
    let asks = content.asks
    let person = (content.second ? 1 : 0) + (content.first ? 2 : 0) + (asks ? 4 : 0)
    let amount = min(content.shared, 3) * 4 + min(content.new, 3)
    add(.overlap, labels.sentence, amount, sentence)
    add(.overlap, labels.sentenceByPerson, amount * 8 + person, sentence)
    add(.overlap, labels.particular, content.particularStep * 2 + (asks ? 1 : 0), sentence)
    add(.overlap, labels.person, person * 2 + (isLast ? 1 : 0), sentence)
    if content.isEmpty { add(.overlap, labels.empty, asks ? 1 : 0, sentence) }
    for index in sentence where isShared[index] {
      let place = index == sentence.lowerBound ? 0 : index + 2 >= sentence.upperBound ? 1 : 2
      add(.overlap, labels.sharedPlace, place, index..<index + 1)
    }
  }

  mutating func addClasses(in sentence: Range<Int>) {
    var before: WordClass = []
    for index in sentence where reply.tokens[index].kind == .word {
      let token = reply.tokens[index]
      let classes = token.classes.subtracting(.structural)
      classes.forEachBit { bit in
        let hash = Hashing.join(bit, UInt64(token.context.rawValue))
        add(.wordClass, hash, index, index)
        before.forEachBit { add(.wordClass, Hashing.join(hash, $0), index - 1, index) }
      }
      before = classes
    }
  }

  /// Steps of length in words, and of runs of the client's words.
  private static let lengths = [1, 2, 3, 5, 8, 12, 17, 25, 40, 70]
  private static let runs = [2, 3, 5, 8, 12]

  mutating func addWholeReply() {
    let all = 0..<reply.tokens.count
    for step in 0..<Self.lengths.count where content.words >= Self.lengths[step] {
      add(.length, labels.words, step, all)
    }
    add(.length, labels.sentences, min(reply.sentences.count, 6), all)
    add(.length, labels.noClient, client.exists ? 1 : 0, all)
    add(.overlap, labels.shared, min(content.shared, 6), all)
    add(.overlap, labels.new, min(content.new, 12), all)
    add(.overlap, labels.particularOfAll, content.particularStep, all)
    if content.isEmpty { add(.overlap, labels.allEmpty, 0, all) }
    for step in 0..<Self.runs.count where content.longestRun >= Self.runs[step] {
      add(.overlap, labels.run, step, all)
    }
    let telling = content.shared + content.new
    if telling > 0, client.exists {
      let share = content.shared * 5 / telling
      add(.overlap, labels.share, share, all)
      add(.overlap, labels.shareByLength, share * 8 + min(telling / 2, 7), all)
    }
    if client.contentCount > 0 {
      add(.overlap, labels.covered, min(5, content.shared * 6 / client.contentCount), all)
    }
    if client.asks { add(.overlap, labels.clientAsks, 0, all) }
    addFeelings(all)
    addClient(all)
    addCourse(all)
  }

  /// How much the reply says of this client.
  package var substance: Substance {
    if content.isEmpty { return .general }
    guard client.exists else { return .particular }
    return reply.substanceOfFeelings(besides: client.feelings) ?? .particular
  }

  private mutating func addFeelings(_ all: Range<Int>) {
    for index in all {
      let named = reply.tokens[index].classes.intersection(.feelings)
      guard !named.isEmpty else { continue }
      let relation =
        client.feelings.isEmpty ? 0 : client.feelings.isDisjoint(with: named) ? 1 : 2
      add(.feeling, labels.relation, relation, index..<index + 1)
      named.forEachBit { bit in
        client.feelings.forEachBit { add(.feeling, Hashing.join(bit, $0), index, index) }
      }
    }
  }
}
