import Grading

/// Examples as the learner sees them: which features each has, and what its labels allow.
struct SparseExamples: Sendable {
  /// A sentence of an example, or the features of the example as a whole.
  struct Segment: Sendable {
    /// Its part of `features`.
    var features: Range<Int>
    /// Where its vector starts in `meanings`, if it has one.
    var meaning: Int?
  }

  /// The features of all examples one after the other, as indices into a vocabulary.
  var features: [Int32] = []
  /// The sums of word vectors by sentence, one after the other.
  var meanings: [Float] = []
  /// The segments of all examples one after the other.
  var segments: [Segment] = []
  /// Where each example's segments start; one more entry than there are examples.
  var starts: [Int] = [0]
  /// What each segment's sums are multiplied by.
  var scales: [Float] = []
  /// Labels by example and head.
  var labels: [UInt16] = []
  /// How much each example counts by head.
  var weights: [Float] = []
  /// How likely teachers hold each value, by example, as in `SoftLabels.targets`; empty where they
  /// say nothing.
  var targets: [[Float]] = []

  /// How far teachers are believed where a label is known.
  var teacherShare: Float = 0

  var count: Int { starts.count - 1 }

  /// How likely teachers hold each value of a head, if they say anything of it.
  func taught(_ example: Int, _ head: Head) -> ArraySlice<Float>? {
    guard !targets[example].isEmpty else { return nil }
    return SoftLabels.place(of: head).map { targets[example][$0] }
  }

  /// Whether any example states something of a head.
  func speaks(of head: Head) -> Bool {
    (0..<count).contains { example in
      labels[example * Head.allCases.count + head.rawValue] != .max || taught(example, head) != nil
    }
  }
}

/// The features of an example as keys, before a vocabulary is chosen.
struct KeyedExample: Sendable {
  var keys: [UInt32] = []
  var kinds: [Feature.Kind] = []
  var segments: [Range<Int>] = []
  /// The sums of word vectors by sentence.
  var meanings: [[Float]] = []
  /// How much it says of the client.
  var substance: Substance

  /// Finds the features of examples.
  static func all(
    of examples: [LabelledExample], vectors: WordVectors, spelling: Spelling?
  ) -> [KeyedExample] {
    var extractor = FeatureExtractor(spelling: spelling)
    return examples.map { KeyedExample($0, vectors: vectors, extractor: &extractor) }
  }

  /// Finds the features of a training set's examples as a model trained on it will.
  static func all(of set: TrainingSet, options: TrainerOptions) -> [KeyedExample] {
    all(
      of: set.examples, vectors: set.vectors,
      spelling: set.spelling(minimumCount: options.minimumCount))
  }

  private init(
    _ example: LabelledExample, vectors: WordVectors, extractor: inout FeatureExtractor
  ) {
    extractor.read(example.text, client: example.client)
    substance = extractor.substance
    let reply = extractor.reply
    var start = 0
    for (sentence, end) in zip(reply.sentences, extractor.sentenceEnds) {
      add(extractor.features[start..<end])
      for token in reply.tokens[sentence] where token.word >= 0 {
        extractor.tokenizer.words.forEachFeature(of: Int(token.word)) { kind, hash in
          keys.append(Feature.key(kind, hash))
          kinds.append(kind)
        }
      }
      segments.append((segments.last?.upperBound ?? 0)..<keys.count)
      start = end
    }
    add(extractor.features[start...])
    segments.append((segments.last?.upperBound ?? 0)..<keys.count)
    meanings = reply.sentences.map { vectors.sum(reply.tokens[$0]) }
  }

  private mutating func add(_ features: ArraySlice<Feature>) {
    for feature in features {
      keys.append(feature.key)
      kinds.append(feature.kind)
    }
  }
}

/// The features that a model keeps weights for.
struct Vocabulary: Sendable {
  /// The index of each feature, by its key.
  var index: [UInt32: Int32] = [:]
  /// Keys in the order of their indices.
  var keys: [UInt32] = []
  /// What kind each feature is of.
  var kinds: [Feature.Kind] = []
  /// In how many examples each feature occurs.
  var counts: [Int] = []
  /// How strongly each feature is drawn upon.
  var strengths: [Float] = []

  /// Chooses the features that occur in enough examples, or that a model has weights for.
  init(of examples: [KeyedExample], options: TrainerOptions, base: Model? = nil) {
    var counts: [UInt32: (count: Int, kind: Feature.Kind)] = [:]
    for example in examples {
      var seen: Set<UInt32> = []
      for (key, kind) in zip(example.keys, example.kinds) where seen.insert(key).inserted {
        counts[key, default: (0, kind)].count += 1
      }
    }
    // Frequent features first: their weights then lie together in memory, which halves the time.
    keys = counts.filter {
      $0.value.count >= options.minimumCount || base?.row(of: $0.key) != nil
    }
    .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    for (index, key) in keys.enumerated() { self.index[key] = Int32(index) }
    kinds = keys.map { counts[$0]?.kind ?? .word }
    self.counts = keys.map { counts[$0]?.count ?? 0 }
    strengths = kinds.map { options.strengths[Int($0.rawValue)] }
  }
}

extension SparseExamples {
  /// Puts examples into the terms of a vocabulary.
  init(
    _ examples: [LabelledExample], keyed: [KeyedExample], vocabulary: Vocabulary,
    options: TrainerOptions, teachers: SoftLabels.Teachers = .none
  ) {
    let pooling = options.pooling
    teacherShare = options.teacherShare
    let hasTeachers = teachers.speak(of: examples)
    for (example, keyed) in zip(examples, keyed) {
      for (number, segment) in keyed.segments.enumerated() {
        let start = features.count
        features.append(contentsOf: keyed.keys[segment].compactMap { vocabulary.index[$0] })
        var meaning: Int?
        if number < keyed.meanings.count {
          meaning = meanings.count
          meanings.append(contentsOf: keyed.meanings[number].map { $0 * options.meaningStrength })
        }
        segments.append(Segment(features: start..<features.count, meaning: meaning))
      }
      pooling.addScales(
        sentences: keyed.segments.dropLast().map(\.count),
        whole: keyed.segments.last?.count ?? 0, to: &scales)
      starts.append(segments.count)
      labels.append(contentsOf: example.labels)
      let taught = SoftLabels.targets(example.teacherLogOdds, by: teachers)
      targets.append(taught)
      weights.append(
        contentsOf: Head.allCases.map { head in
          let weight = options.weight(of: head, in: example.source) * example.weight
          guard SoftLabels.heads.contains(head) else { return weight }
          if taught.isEmpty {
            // What the codes of typed replies say of talk is a guess; where teachers can be heard
            // on others, it makes grades of talk worse.
            return hasTeachers && example.source == .corpus ? 0 : weight
          }
          let isLabelled = example.labels[head.rawValue] != .max
          return isLabelled ? weight * options.taughtFactor : options.taughtAloneWeight
        })
    }
  }
}
