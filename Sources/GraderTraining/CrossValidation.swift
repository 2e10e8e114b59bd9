import Grading

/// The outputs of each example by weights that were not fitted to its group.
struct CrossValidation: Sendable {
  let examples: [LabelledExample]
  let folds: [Int]
  let outputs: [[Float]]
  /// By example, how much it says of the client.
  let substances: [Substance]
  /// By fold, the examples that its weights and confidences are fitted to.
  let training: [[Int]]

  /// Fits as many times as there are folds.
  init(_ set: TrainingSet, folds count: Int, progress: (String) -> Void) {
    let options = TrainerOptions()
    if set.hasUnusedSoftLabels { progress(SoftLabels.unused) }
    self.init(
      set.examples, keyed: KeyedExample.all(of: set, options: options),
      folds: count, options: options, progress: progress)
  }

  /// Fits to a share of the groups that are not held out. Teachers, if used, were trained on all of
  /// these groups.
  init(
    _ examples: [LabelledExample], keyed: [KeyedExample], folds count: Int, share: Double = 1,
    usesTeachers: Bool = true, options: TrainerOptions, progress: (String) -> Void = { _ in }
  ) {
    self.examples = examples
    // Each teacher left out one fold, so there must be as many folds as teachers.
    let isTaught = usesTeachers && count == SoftLabels.teacherCount
    let folds = Folds.assign(examples, count: count)
    let training = (0..<count).map { fold in
      Folds.draw(share, of: folds.indices.filter { folds[$0] != fold }, from: examples)
    }
    outputs = Folds.outputs(
      folds, holdingOut: Array(0..<count), progress: { progress("\($0) of \(count) folds") }
    ) { fold, _, outside in
      let inside = training[fold]
      let fit = FittedLearner(
        inside.map { examples[$0] }, keyed: inside.map { keyed[$0] }, options: options,
        teachers: isTaught ? .excluding(fold: fold) : .none)
      let unseen = SparseExamples(
        outside.map { examples[$0] }, keyed: outside.map { keyed[$0] },
        vocabulary: fit.vocabulary, options: options)
      return outside.indices.map { fit.learner.outputs($0, of: unseen) }
    }
    substances = keyed.map(\.substance)
    self.folds = folds
    self.training = training
  }

  /// The examples that a head is fitted to: of these sources, with exactly one true value.
  func samples(
    of head: Head, sources: Set<LabelledExample.Source>, weight: Float = 1,
    where include: (Int) -> Bool, outputs: ([Float]) -> [Float]
  ) -> [CalibrationFitter.Sample] {
    examples.indices.compactMap { index in
      guard sources.contains(examples[index].source), include(index),
        let value = examples[index].value(of: head)
      else { return nil }
      return CalibrationFitter.Sample(
        outputs: outputs(self.outputs[index]), value: value,
        weight: weight * examples[index].weight)
    }
  }
}

/// A vocabulary and the weights fitted to it.
struct FittedLearner {
  let vocabulary: Vocabulary
  let learner: Learner

  init(
    _ examples: [LabelledExample], keyed: [KeyedExample], options: TrainerOptions,
    teachers: SoftLabels.Teachers
  ) {
    let vocabulary = Vocabulary(of: keyed, options: options)
    var learner = Learner(vocabulary: vocabulary, options: options)
    learner.fit(
      SparseExamples(
        examples, keyed: keyed, vocabulary: vocabulary, options: options, teachers: teachers))
    self.vocabulary = vocabulary
    self.learner = learner
  }
}
