/// Finds the features of a reply: words, openings and endings, questions, and what the reply takes
/// up from the client's line.
///
/// It reads one reply after another and keeps its memory from one to the next.
package struct FeatureExtractor {
  /// The reply being read.
  package private(set) var reply = Utterance()
  /// What the client had said.
  private(set) var client = ClientLine()
  /// The features found, sentence by sentence, then those of the reply as a whole. What a word is wherever it
  /// stands is not among them: see `WordTable.forEachFeature(of:_:)`.
  package private(set) var features: [Feature] = []
  /// Where the features of each sentence end.
  package private(set) var sentenceEnds: [Int] = []
  /// Whether the client used the word, by token.
  private(set) var isShared: [Bool] = []
  /// What stands for the token in a shape.
  private var shapes: [UInt64] = []
  /// Reads texts into words, which it keeps.
  package private(set) var tokenizer: Tokenizer
  let labels = FeatureLabels.all

  /// The client's line, which several replies in a row may answer.
  private var clientText: String?
  private var line = Utterance()

  /// An extractor that reads words as they are spelled where there is no `spelling`.
  package init(spelling: Spelling? = nil) {
    tokenizer = Tokenizer(spelling: spelling)
  }

  /// Finds the features of a reply to a client.
  ///
  /// - Returns: Whether the table of words started anew.
  @discardableResult
  package mutating func read(_ text: String, client clientText: String?) -> Bool {
    let isAnew = tokenizer.makeRoom()
    readClient(clientText ?? "")
    tokenizer.read(text, into: &reply)
    features.removeAll(keepingCapacity: true)
    sentenceEnds.removeAll(keepingCapacity: true)
    isShared.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    for token in reply.tokens {
      let isShared =
        token.kind == .word && !token.classes.contains(.function) && client.holds(stem: token.stem)
      self.isShared.append(isShared)
      shapes.append(shape(of: token, isShared: isShared))
    }
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
    return isAnew
  }

  private mutating func readClient(_ text: String) {
    guard text != clientText else { return }
    clientText = text
    tokenizer.read(text, into: &line)
    client.read(line)
  }

  /// Adds a feature that stands on tokens `first` to `last`.
  mutating func add(_ kind: Feature.Kind, _ hash: UInt64, _ first: Int, _ last: Int) {
    features.append(
      Feature(
        key: Feature.key(kind, hash), kind: kind,
        first: UInt16(clamping: first), last: UInt16(clamping: last)))
  }

  /// Adds a feature named by a label and a number, such as a count.
  mutating func add(_ kind: Feature.Kind, _ label: UInt64, _ number: Int = 0, _ range: Range<Int>) {
    add(
      kind, Hashing.join(label, UInt64(truncatingIfNeeded: number)), range.lowerBound,
      max(range.lowerBound, range.upperBound - 1))
  }

  // MARK: - Words

  private mutating func addWords(in sentence: Range<Int>) {
    for index in sentence {
      let token = reply.tokens[index]
      let hash = token.hash
      if token.kind != .word { add(.word, hash, index, index) }
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
    }
  }

  // MARK: - Shape

  /// What stands for a token in a shape: itself if it is a little word, a placeholder otherwise.
  private func shape(of token: Token, isShared: Bool) -> UInt64 {
    if token.kind != .word || token.classes.contains(.function) { return token.hash }
    if !token.classes.isDisjoint(with: .feelings) { return labels.feelingWord }
    if token.classes.contains(.fault) { return labels.faultWord }
    return isShared ? labels.sharedWord : labels.newWord
  }

  private mutating func addShapes(in sentence: Range<Int>) {
    for index in sentence {
      var hash = shapes[index]
      for next in index + 1..<index + 5 where next < sentence.upperBound {
        hash = Hashing.join(hash, shapes[next])
        add(.shape, hash, index, next)
      }
    }
  }

  // MARK: - Openings and endings

  private mutating func addOpeningAndEnding(of sentence: Range<Int>, isFirst: Bool, isLast: Bool) {
    var opening = labels.opening
    var openingShape = labels.openingShape
    for index in sentence.prefix(5) {
      opening = Hashing.join(opening, reply.tokens[index].hash)
      openingShape = Hashing.join(openingShape, shapes[index])
      add(.opening, opening, sentence.lowerBound, index)
      add(.opening, openingShape, sentence.lowerBound, index)
      if isFirst { add(.opening, Hashing.join(opening, 1), sentence.lowerBound, index) }
      if isLast { add(.opening, Hashing.join(opening, 2), sentence.lowerBound, index) }
    }
    var ending = labels.ending
    for index in sentence.suffix(4).reversed() {
      ending = Hashing.join(ending, reply.tokens[index].hash)
      add(.ending, ending, index, sentence.upperBound - 1)
      if isLast { add(.ending, Hashing.join(ending, 2), index, sentence.upperBound - 1) }
    }
    // The first words of a clause inside the sentence: 'but you should', '- why didn't you'.
    for index in sentence.dropFirst()
    where reply.tokens[index].afterPause || reply.tokens[index].classes.contains(.contrast) {
      var clause = labels.clause
      for next in index..<min(index + 4, sentence.upperBound) {
        clause = Hashing.join(clause, reply.tokens[next].hash)
        add(.opening, clause, index, next)
      }
    }
  }
}
