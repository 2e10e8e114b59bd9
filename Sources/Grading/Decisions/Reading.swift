/// A feature that the model has weights for.
struct FoundFeature {
  /// The row of its weights.
  var row: Int32
  /// Its place among the reply's features.
  var index: Int32
}

/// A reply as the model sees it: its words, features and outputs.
///
/// It reads one reply after another in memory that it keeps, so that a long run of replies allocates
/// next to nothing. It cannot be copied: closures in its methods would copy all of its arrays unseen,
/// reply by reply.
package struct Reading: ~Copyable {
  let model: Model
  /// What the model has to say of the reply, output by output.
  package private(set) var outputs = [Float](repeating: 0, count: Head.outputCount)
  private(set) var extractor: FeatureExtractor
  /// The outputs before they are mixed, and the hidden units.
  private var columns = [Pooling.Lane](repeating: .zero, count: Pooling.lanes)

  /// What each token adds to a decision: see `findWorth(to:of:)`.
  private(set) var worth: [Float] = []
  /// See `findFactors(to:of:)`.
  private var factors: [Factor] = []

  private var found: [FoundFeature] = []
  /// Where each segment's found features end: the sentences, then the whole reply.
  private var foundEnds: [Int] = []
  /// The summed weights, segment by segment.
  private var sums: [Pooling.Lane] = []
  /// How many features each sentence has, found or not.
  private var counts: [Int] = []
  /// What each segment's sums are multiplied by.
  private var scales: [Float] = []
  /// What each word is worth wherever it stands, by its number and lane; how many rows and how many
  /// features that is the sum of, the latter 0 where it is not known yet.
  private var wordWeights: [RowSums.Lane] = []
  private var wordRows: [Int32] = []
  private var wordFeatures: [Int32] = []
  private var wordPieces: [Feature] = []
  private var wordFound: [FoundFeature] = []

  /// Readings with a model.
  package init(model: Model) {
    self.model = model
    extractor = FeatureExtractor(spelling: model.spelling)
  }

  /// How much the reply says of the client.
  package var substance: Substance { extractor.substance }

  /// Whether the reply holds no words.
  var isEmpty: Bool { !extractor.reply.tokens.contains { $0.kind == .word } }

  /// Reads a reply to a client's line.
  package mutating func read(_ reply: String, client: String?) {
    if extractor.read(reply, client: client) {
      wordWeights.removeAll(keepingCapacity: true)
      wordRows.removeAll(keepingCapacity: true)
      wordFeatures.removeAll(keepingCapacity: true)
    }
    model.rows.withLookup { rows in
      weighWords(by: rows)
      findFeatures(by: rows)
      scaleSegments()
      sums.removeAll(keepingCapacity: true)
      for segment in foundEnds.indices { addUp(segment, by: rows) }
    }
    model.outputs(sums: sums, scales: scales, columns: &columns, into: &outputs)
  }

  /// Sees to the weights of the reply's words, of those that it meets for the first time.
  private mutating func weighWords(by rows: WeightRows.Lookup) {
    let missing = extractor.tokenizer.words.words.count - wordFeatures.count
    if missing > 0 {
      wordFeatures.append(contentsOf: repeatElement(0, count: missing))
      wordRows.append(contentsOf: repeatElement(0, count: missing))
      wordWeights.append(contentsOf: repeatElement(.zero, count: missing * Pooling.lanes))
    }
    for token in extractor.reply.tokens where token.word >= 0 {
      let number = Int(token.word)
      if wordFeatures[number] == 0 { weigh(word: number, by: rows) }
    }
  }

  private mutating func weigh(word number: Int, by rows: WeightRows.Lookup) {
    wordPieces.removeAll(keepingCapacity: true)
    extractor.tokenizer.words.forEachFeature(of: number) { kind, hash in
      wordPieces.append(Feature(kind, hash, 0, 0))
    }
    wordFound.removeAll(keepingCapacity: true)
    model.find(wordPieces, by: rows, into: &wordFound)
    let sums = RowSums(wordFound[...], in: rows)
    for lane in 0..<Pooling.lanes { wordWeights[number * Pooling.lanes + lane] = sums.lanes[lane] }
    wordRows[number] = Int32(wordFound.count)
    wordFeatures[number] = Int32(wordPieces.count)
  }

  private mutating func findFeatures(by rows: WeightRows.Lookup) {
    found.removeAll(keepingCapacity: true)
    foundEnds.removeAll(keepingCapacity: true)
    model.find(extractor.features, by: rows, into: &found)
    var end = 0
    for sentenceEnd in extractor.sentenceEnds {
      while end < found.count, found[end].index < sentenceEnd { end += 1 }
      foundEnds.append(end)
    }
    foundEnds.append(found.count)
  }

  /// The scales follow from how many features each segment has, found or not.
  private mutating func scaleSegments() {
    counts.removeAll(keepingCapacity: true)
    var start = 0
    for (number, end) in extractor.sentenceEnds.enumerated() {
      var count = end - start
      for token in tokens(of: number) where token.word >= 0 {
        count += Int(wordFeatures[Int(token.word)])
      }
      counts.append(count)
      start = end
    }
    scales.removeAll(keepingCapacity: true)
    model.pooling.addScales(
      sentences: counts, whole: extractor.features.count - start, to: &scales)
  }

  private func foundRange(of segment: Int) -> Range<Int> {
    (segment > 0 ? foundEnds[segment - 1] : 0)..<foundEnds[segment]
  }

  /// The tokens of a segment whose words count in it; the whole reply has none of its own.
  ///
  /// In line, as a call would be given a copy of the whole reading's bytes.
  @inline(__always)
  private func tokens(of segment: Int) -> ArraySlice<Token> {
    guard segment < extractor.reply.sentences.count else { return [] }
    return extractor.reply.tokens[extractor.reply.sentences[segment]]
  }

  private mutating func addUp(_ segment: Int, by rows: WeightRows.Lookup) {
    var total = RowSums.Numbers(repeating: .zero)
    var range = foundRange(of: segment)
    var count = 0
    var partial = RowSums.zero
    while !range.isEmpty {
      if count > 0 { partial.add(to: &total) }
      let part = range.prefix(RowSums.mostRows)
      count = part.count
      partial = RowSums(found[part], in: rows)
      range = part.upperBound..<range.upperBound
    }
    for token in tokens(of: segment) where token.word >= 0 {
      let word = Int(token.word)
      count += Int(wordRows[word])
      if count > RowSums.mostRows {
        partial.add(to: &total)
        partial = .zero
        count = Int(wordRows[word])
      }
      wordWeights.withUnsafeBufferPointer { partial.add($0, at: word * Pooling.lanes) }
    }
    partial.add(to: &total)
    sums.append(addingCapacity: Pooling.lanes) { sums in
      for lane in total.indices { sums.append(total[lane] * model.scaleLanes[lane]) }
    }
  }

  // MARK: - Contributions

  /// What the log-odds of a head's value grow by with each of its outputs.
  private func ownFactors(to value: Int, of head: Head) -> HeadNumbers {
    let calibration = model.calibrations[head.rawValue]
    let shares = head.shares(of: value, in: calibration.calibrated(outputs, from: head.offset))
    return shares * calibration.scales
  }

  /// Calls `body` with each feature that has weights and what it contributes to the log-odds of a
  /// head's value: by its own outputs, by those that the mixture draws from other heads, and by active
  /// hidden units.
  func forEachContribution(to value: Int, of head: Head, _ body: (Feature, Float) -> Void) {
    var parts = [Pooling.Lane](repeating: .zero, count: Pooling.lanes)
    let own = ownFactors(to: value, of: head)
    for (output, factor) in model.mixture.parts(of: head, factors: own) {
      parts[column: output] += factor
    }
    let growth = model.hidden.growth(by: parts, in: columns)
    let slopes = growth.indices.map {
      model.pooling.slopes(ofLane: $0, sums: sums, scales: scales)
    }
    for segment in foundEnds.indices {
      let factors = growth.indices.map {
        growth[$0] * model.scaleLanes[$0] * slopes[$0][segment]
      }
      for feature in found[foundRange(of: segment)] {
        body(extractor.features[Int(feature.index)], model.product(of: feature.row, with: factors))
      }
      let tokens = tokens(of: segment)
      for index in tokens.indices where tokens[index].word >= 0 {
        extractor.tokenizer.words.forEachFeature(of: Int(tokens[index].word)) { kind, hash in
          let feature = Feature(kind, hash, index, index)
          guard let row = model.row(of: feature.key) else { return }
          body(feature, model.product(of: row, with: factors))
        }
      }
    }
  }

  /// What a unit of an output's weight adds, in a segment, to the log-odds of a value.
  private struct Factor {
    var output: Int
    var place: WeightRows.Place
    var worth: Float
  }

  /// Finds the factors of a head's own outputs, segment by segment.
  ///
  /// - Returns: How many a segment has.
  private mutating func findFactors(to value: Int, of head: Head) -> Int {
    let own = ownFactors(to: value, of: head)
    let count = own.count { $0 != 0 }
    let none = Factor(output: 0, place: WeightRows.Place(0), worth: 0)
    factors.removeAll(keepingCapacity: true)
    factors.append(contentsOf: repeatElement(none, count: count * scales.count))
    var number = 0
    for (output, factor) in zip(head.outputs, own) where factor != 0 {
      let (share, place) = (factor * model.scales[output], WeightRows.Place(output))
      model.pooling.forEachSlope(ofOutput: output, sums: sums, scales: scales) { segment, slope in
        factors[segment * count + number] =
          Factor(output: output, place: place, worth: share * slope)
      }
      number += 1
    }
    return count
  }

  /// Finds what each token adds, by itself, to the log-odds of a head's value; a feature on several
  /// tokens is shared between them. Left out is what no words by themselves say: features on more than
  /// eight tokens or on none in particular, what the mixture draws from other heads, which says what
  /// the reply is on the whole, and what hidden units add, which its words say together.
  mutating func findWorth(to value: Int, of head: Head) {
    var worth = takeWorth()
    // First the differences from token to token, so that a feature on many tokens costs no more.
    worth.append(contentsOf: repeatElement(0, count: extractor.reply.tokens.count + 1))
    let perSegment = findFactors(to: value, of: head)
    model.rows.withLookup { rows in
      worth.withUnsafeMutableBufferPointer { worth in
        factors.withUnsafeBufferPointer { factors in
          for segment in foundEnds.indices {
            let own = UnsafeBufferPointer(
              rebasing: factors[segment * perSegment..<(segment + 1) * perSegment])
            addFound(of: segment, own, rows, to: worth)
            addWords(of: segment, own, to: worth)
          }
        }
      }
    }
    var sum: Float = 0
    for index in worth.indices {
      sum += worth[index]
      worth[index] = sum
    }
    worth.removeLast()
    self.worth = worth
  }

  /// The memory of `worth`, emptied.
  private mutating func takeWorth() -> [Float] {
    var taken: [Float] = []
    swap(&taken, &worth)
    taken.removeAll(keepingCapacity: true)
    return taken
  }

  /// Adds what the words of a segment are worth wherever they stand.
  private func addWords(
    of segment: Int, _ factors: UnsafeBufferPointer<Factor>,
    to worth: UnsafeMutableBufferPointer<Float>
  ) {
    let tokens = tokens(of: segment)
    wordWeights.withUnsafeBytes { bytes in
      let weights = bytes.assumingMemoryBound(to: Int16.self)
      for index in tokens.indices where tokens[index].word >= 0 {
        let start = Int(tokens[index].word) * HiddenLayer.columns
        var share: Float = 0
        for factor in factors { share += factor.worth * Float(weights[start &+ factor.output]) }
        worth[index] += share
        worth[index + 1] -= share
      }
    }
  }

  /// Adds what the found features of a segment are worth.
  private func addFound(
    of segment: Int, _ factors: UnsafeBufferPointer<Factor>, _ rows: WeightRows.Lookup,
    to worth: UnsafeMutableBufferPointer<Float>
  ) {
    Self.partsOfOne.withUnsafeBufferPointer { partsOfOne in
      for item in found[foundRange(of: segment)] {
        let feature = extractor.features[Int(item.index)]
        let count = Int(feature.last) - Int(feature.first) + 1
        guard !feature.kind.isOfWholeReply, count < partsOfOne.count else { continue }
        var share: Float = 0
        for factor in factors {
          share += factor.worth * Float(rows.wholeWeight(row: item.row, factor.place))
        }
        share *= partsOfOne[count]
        worth[Int(feature.first)] += share
        worth[Int(feature.last) + 1] -= share
      }
    }
  }

  /// What each of so many tokens has of 1, up to the most that a feature is shared between: multiplying
  /// is faster than dividing.
  private static let partsOfOne: [Float] = [0] + (1...8).map { 1 / Float($0) }
}
