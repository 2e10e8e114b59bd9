/// Examples as the learner sees them: which features each has, and what its labels allow.
struct SparseExamples: Sendable {
  /// The features of all examples one after the other, as indices into a vocabulary.
  var features: [Int32] = []
  /// Where each example's features start; one more entry than there are examples.
  var starts: [Int] = [0]
  /// What each example's outputs are multiplied by.
  var scales: [Float] = []
  /// Labels by example and head.
  var labels: [UInt16] = []
  /// How much each example counts by head.
  var weights: [Float] = []

  var count: Int { scales.count }

  /// The features of an example.
  func features(of example: Int) -> ArraySlice<Int32> {
    features[starts[example]..<starts[example + 1]]
  }
}

/// The features of an example as keys, before a vocabulary is chosen.
struct KeyedExample: Sendable {
  var keys: [UInt32]
  var kinds: [Feature.Kind]

  init(_ text: String, client: String?) {
    let features = FeatureExtractor.features(
      of: Tokenizer.read(text), client: ClientLine(client))
    keys = features.map(\.key)
    kinds = features.map(\.kind)
  }
}

/// The features that a model keeps weights for.
struct Vocabulary: Sendable {
  /// The index of each feature, by its key.
  var index: [UInt32: Int32] = [:]
  /// Keys in the order of their indices.
  var keys: [UInt32] = []
  /// How strongly each feature is drawn upon.
  var strengths: [Float] = []

  /// Chooses the features that occur in enough examples.
  init(of examples: [KeyedExample], options: TrainerOptions) {
    var counts: [UInt32: (count: Int, kind: Feature.Kind)] = [:]
    for example in examples {
      var seen: Set<UInt32> = []
      for (key, kind) in zip(example.keys, example.kinds) where seen.insert(key).inserted {
        counts[key, default: (0, kind)].count += 1
      }
    }
    // Frequent features first: their weights then lie together in memory, which halves the time.
    keys = counts.filter { $0.value.count >= options.minimumCount }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    for (index, key) in keys.enumerated() { self.index[key] = Int32(index) }
    strengths = keys.map { options.strengths[Int(counts[$0]?.kind.rawValue ?? 0)] }
  }
}

extension SparseExamples {
  /// Puts examples into the terms of a vocabulary.
  init(
    _ examples: [LabelledExample], keyed: [KeyedExample], vocabulary: Vocabulary,
    options: TrainerOptions
  ) {
    for (example, keyed) in zip(examples, keyed) {
      for key in keyed.keys {
        if let index = vocabulary.index[key] { features.append(index) }
      }
      starts.append(features.count)
      scales.append(Model.lengthScale(features: keyed.keys.count, exponent: options.lengthExponent))
      labels.append(contentsOf: example.labels)
      weights.append(
        contentsOf: Head.allCases.map {
          options.weight($0.rawValue, example.source.rawValue)
        })
    }
  }
}
