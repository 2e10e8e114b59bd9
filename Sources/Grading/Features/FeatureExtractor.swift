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
  /// What each sentence holds, and the reply as a whole.
  private(set) var contents: [Content] = []
  private(set) var content = Content()
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
    readTokens()
    for (index, sentence) in reply.sentences.enumerated() {
      let isLast = index == reply.sentences.count - 1
      let content = contents[index]
      addWords(in: sentence)
      addShapes(in: sentence)
      addOpeningAndEnding(of: sentence, isFirst: index == 0, isLast: isLast)
      addQuestionForm(of: sentence, hasMark: content.asks, isLast: isLast)
      addOverlap(of: sentence, content, isLast: isLast)
      addClasses(in: sentence)
      sentenceEnds.append(features.count)
    }
    addWholeReply()
    return isAnew
  }

  /// Sees which words the client used, what stands for each token in a shape, and what the sentences
  /// hold.
  private mutating func readTokens() {
    isShared.removeAll(keepingCapacity: true)
    isShared.append(addingCapacity: reply.tokens.count) { isShared in
      for token in reply.tokens {
        isShared.append(
          token.kind == .word && !token.classes.contains(.function)
            && client.holds(stem: token.stem))
      }
    }
    shapes.removeAll(keepingCapacity: true)
    shapes.append(addingCapacity: reply.tokens.count) { shapes in
      for (token, isShared) in zip(reply.tokens, isShared) {
        shapes.append(labels.shape(of: token, isShared: isShared))
      }
    }
    contents.removeAll(keepingCapacity: true)
    for sentence in reply.sentences { contents.append(content(of: sentence)) }
    content = contents.count == 1 ? contents[0] : content(of: 0..<reply.tokens.count)
  }

  private mutating func readClient(_ text: String) {
    // Byte by byte: `==` takes texts for the same that the tokenizer may read otherwise (Unicode's
    // canonical equivalence), and a grade must not depend on the reply before.
    if let clientText, clientText.utf8.elementsEqual(text.utf8) { return }
    clientText = text
    tokenizer.read(text, into: &line)
    client.read(line)
  }

  /// Adds a feature that stands on tokens `first` to `last`.
  mutating func add(_ kind: Feature.Kind, _ hash: UInt64, _ first: Int, _ last: Int) {
    features.append(Feature(kind, hash, first, last))
  }

  /// Adds features, not more than `most`, in one go: to add them one by one takes longer.
  private mutating func add(
    most: Int, _ body: (inout OutputSpan<Feature>, _ tokens: [Token], _ shapes: [UInt64]) -> Void
  ) {
    let (tokens, shapes) = (reply.tokens, shapes)
    features.append(addingCapacity: most) { body(&$0, tokens, shapes) }
  }

  /// Adds a feature named by a label and a number, such as a count.
  mutating func add(_ kind: Feature.Kind, _ label: UInt64, _ number: Int = 0, _ range: Range<Int>) {
    add(
      kind, Hashing.join(label, UInt64(truncatingIfNeeded: number)), range.lowerBound,
      max(range.lowerBound, range.upperBound - 1))
  }

  // MARK: - Words

  private mutating func addWords(in sentence: Range<Int>) {
    add(most: sentence.count * 4) { features, tokens, _ in
      for index in sentence {
        let token = tokens[index]
        let hash = token.hash
        if token.kind != .word { features.append(Feature(.word, hash, index, index)) }
        if token.context != .plain {
          let inContext = Hashing.join(hash, UInt64(token.context.rawValue))
          features.append(Feature(.context, inContext, index, index))
        }
        guard index + 1 < sentence.upperBound else { continue }
        let two = Hashing.join(hash, tokens[index + 1].hash)
        features.append(Feature(.words, two, index, index + 1))
        guard index + 2 < sentence.upperBound else { continue }
        let three = Hashing.join(two, tokens[index + 2].hash)
        features.append(Feature(.words, three, index, index + 2))
      }
    }
  }

  // MARK: - Shape

  private mutating func addShapes(in sentence: Range<Int>) {
    add(most: sentence.count * 2) { features, _, shapes in
      for index in sentence {
        var hash = shapes[index]
        for next in index + 1..<index + 3 where next < sentence.upperBound {
          hash = Hashing.join(hash, shapes[next])
          features.append(Feature(.shape, hash, index, next))
        }
      }
    }
  }

  // MARK: - Openings and endings

  private mutating func addOpeningAndEnding(of sentence: Range<Int>, isFirst: Bool, isLast: Bool) {
    let (start, end) = (sentence.lowerBound, sentence.upperBound)
    var opening = labels.opening
    var ending = labels.ending
    add(most: 5 * 3 + 4 * 2) { features, tokens, _ in
      for index in sentence.prefix(5) {
        opening = Hashing.join(opening, tokens[index].hash)
        features.append(Feature(.opening, opening, start, index))
        if isFirst { features.append(Feature(.opening, Hashing.join(opening, 1), start, index)) }
        if isLast { features.append(Feature(.opening, Hashing.join(opening, 2), start, index)) }
      }
      for index in sentence.suffix(4).reversed() {
        ending = Hashing.join(ending, tokens[index].hash)
        features.append(Feature(.ending, ending, index, end - 1))
        if isLast { features.append(Feature(.ending, Hashing.join(ending, 2), index, end - 1)) }
      }
    }
    addClauseOpenings(in: sentence)
  }

  /// Adds the first words of a clause inside the sentence: 'but you should', '- why didn't you'.
  private mutating func addClauseOpenings(in sentence: Range<Int>) {
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

extension FeatureLabels {
  /// What stands for a token in a shape: itself if it is a little word, a placeholder otherwise.
  fileprivate func shape(of token: Token, isShared: Bool) -> UInt64 {
    if token.kind != .word || token.classes.contains(.function) { return token.hash }
    if !token.classes.isDisjoint(with: .feelings) { return feelingWord }
    if token.classes.contains(.fault) { return faultWord }
    return isShared ? sharedWord : newWord
  }
}
