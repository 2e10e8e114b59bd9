import Grading
import Listening

/// Makes a model from labelled replies.
///
///     let set = try TrainingSet(files: [("corpus.ndjson", text)])
///     let model = Trainer.train(on: set, name: "attune", version: "1") { print($0) }
///
/// The same files give the same bytes.
public enum Trainer {
  /// Fits a model to a training set.
  ///
  /// Weights are fitted to all examples; confidences and decisions to outputs from a
  /// cross-validation, where no group is judged by weights that saw it.
  ///
  /// - Parameters:
  ///   - set: Labelled replies.
  ///   - name: The model's name.
  ///   - version: The model's version.
  ///   - progress: Called with a line of text after each step.
  /// - Returns: The model.
  public static func train(
    on set: TrainingSet, name: String = "own", version: String = "1",
    progress: (String) -> Void = { _ in }
  ) -> Model {
    let options = TrainerOptions()
    let examples = set.examples
    let spelling = set.spelling(minimumCount: options.minimumCount)
    let keyed = KeyedExample.all(of: examples, vectors: set.vectors, spelling: spelling)
    progress("\(examples.count) examples read")
    if set.hasUnusedSoftLabels { progress(SoftLabels.unused) }
    let validation = CrossValidation(
      examples, keyed: keyed, folds: 5, options: options, progress: progress)
    let mixture = mixture(from: validation) { _ in true }
    let calibrations = calibrations(from: validation, mixture) { _ in true }
    progress("confidences fitted")
    let fit = FittedLearner(examples, keyed: keyed, options: options, teachers: .all)
    progress("weights fitted")
    return model(
      from: fit, vectors: set.vectors, meaning: spelling?.meaning, name: name,
      version: version, mixture: mixture, calibrations: calibrations, options: options)
  }

  /// Fits the mixture to the outputs of some examples of a cross-validation.
  static func mixture(
    from validation: CrossValidation, where include: (Int) -> Bool
  ) -> Mixture {
    MixtureFitter.fit { head in
      let sources = sources(of: head, in: validation)
      func samples(_ sources: Set<LabelledExample.Source>, _ weight: Float)
        -> [CalibrationFitter.Sample]
      {
        validation.samples(of: head, sources: sources, weight: weight, where: include) {
          Array(Mixture.drawn(from: $0))
        }
      }
      // Talk written for the corpus tells of speech too, but less than AnnoMI's; and what a typed
      // reply does on the whole, only typed replies tell.
      return samples(sources, 1) + (sources == [.annomi] ? samples([.spoken], 0.3) : [])
        + (head == .main ? samples([.corpus], 0.01) : [])
    }
  }

  /// Fits each head's calibration to the mixed outputs of some examples of a cross-validation.
  static func calibrations(
    from validation: CrossValidation, _ mixture: Mixture, where include: (Int) -> Bool
  ) -> [Calibration] {
    Head.allCases.map { head in
      CalibrationFitter.fit(
        validation.samples(of: head, sources: sources(of: head, in: validation), where: include) {
          Array(mixture.mixed($0)[head.outputs])
        }, of: head)
    }
  }

  /// The sources that a head's confidences are fitted to: those whose labels state the head as the
  /// people did whom the grade is to follow; where they are missing, the corpus's own of that kind.
  private static func sources(of head: Head, in validation: CrossValidation)
    -> Set<LabelledExample.Source>
  {
    let present = Set(validation.examples.map(\.source))
    let talk = present.contains(.annomi) ? LabelledExample.Source.annomi : .spoken
    switch head {
    case .main, .input, .spokenReflection, .spokenQuestion: return [talk]
    case .register: return [talk, .corpus]
    case .emotionalReaction, .interpretation, .exploration:
      return [present.contains(.epitome) ? .epitome : .empathy]
    default: return [.corpus]
    }
  }

  private static func model(
    from fit: FittedLearner, vectors: WordVectors, meaning: WordMeaning?, name: String,
    version: String, mixture: Mixture, calibrations: [Calibration], options: TrainerOptions
  ) -> Model {
    let vocabulary = fit.vocabulary
    let rows = fit.learner.scaledWeights
    var weights = vocabulary.keys.indices.map {
      (key: vocabulary.keys[$0], row: rows[$0], count: vocabulary.counts[$0])
    }
    var places = Dictionary(uniqueKeysWithValues: zip(fit.vocabulary.keys, weights.indices))
    // Words with a vector are known by it; others only by their rows, which stay in any case.
    var kept = Set(
      zip(fit.vocabulary.keys, fit.vocabulary.kinds).filter { $1 == .word }.map(\.0))
    for (word, number) in vectors.index.sorted(by: { $0.value < $1.value }) {
      let added = fit.learner.weights(ofMeaning: vectors.vector(number))
      let key = Feature.key(.word, word)
      let place = places[key] ?? weights.count
      if place == weights.count {
        weights.append((key, Array(repeating: 0, count: added.count), options.minimumCount))
        places[key] = place
      }
      weights[place].row.add(added)
      kept.remove(key)
    }
    return Model(
      name: name, version: version, weights: weights, keeping: kept,
      biases: fit.learner.flatBiases, hidden: fit.learner.hidden,
      mixture: mixture, calibrations: calibrations, pooling: options.pooling, meaning: meaning)
  }
}

extension [Float] {
  /// Adds numbers one by one.
  fileprivate mutating func add(_ other: [Float]) {
    for index in indices { self[index] += other[index] }
  }
}
