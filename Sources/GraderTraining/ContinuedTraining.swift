import Grading

/// Continues the training of a model on new examples (fine-tuning).
///
/// Steps are small and few: a few hundred replies should adjust the model, not overwrite it. Codes
/// that the examples do not label stay as they are: so the hidden units, which all codes share, are
/// held. Only what the mixture draws from a labelled code moves others (`Mixture.swift`).
struct ContinuedTraining {
  private let model: Model
  private let keyed: [KeyedExample]
  private let vocabulary: Vocabulary
  private let options: TrainerOptions

  /// Prepares training on examples with these texts.
  init(from model: Model, _ examples: [LabelledExample]) {
    var options = TrainerOptions()
    options.passes = 3
    options.rate = 0.02
    options.decay = 0
    options.unitPace = 0
    options.unitDropout = 0
    options.lengthExponent = model.pooling.lengthExponent
    options.poolingShare = model.pooling.share
    self.model = model
    self.options = options
    keyed = KeyedExample.all(
      of: examples, vectors: WordVectors(), spelling: model.spelling)
    vocabulary = Vocabulary(of: keyed, options: options, base: model)
  }

  /// The outputs of each example by weights that were not fitted to its fold.
  func outputs(_ examples: [LabelledExample], folds: [Int]) -> [[Float]] {
    Folds.outputs(folds, holdingOut: Set(folds).sorted()) { _, inside, outside in
      let learner = learner(fittedTo: examples, inside)
      let unseen = sparse(examples, outside)
      return outside.indices.map { model.mixture.mixed(learner.outputs($0, of: unseen)) }
    }
  }

  /// The model after training on all examples.
  func model(on examples: [LabelledExample]) -> Model {
    let learner = learner(fittedTo: examples, Array(examples.indices))
    return model.replacing(
      Dictionary(uniqueKeysWithValues: zip(vocabulary.keys, learner.scaledWeights)),
      biases: learner.flatBiases, hidden: learner.hidden)
  }

  private func learner(fittedTo examples: [LabelledExample], _ members: [Int]) -> Learner {
    var learner = Learner(vocabulary: vocabulary, options: options, base: model)
    learner.fit(sparse(examples, members))
    return learner
  }

  private func sparse(_ examples: [LabelledExample], _ members: [Int]) -> SparseExamples {
    SparseExamples(
      members.map { examples[$0] }, keyed: members.map { keyed[$0] }, vocabulary: vocabulary,
      options: options)
  }
}
