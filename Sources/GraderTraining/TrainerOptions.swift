import Grading

/// How a model is fitted; the defaults are those that cross-validation found best.
struct TrainerOptions: Sendable {
  /// Times that the learner sees each example.
  var passes = 6
  /// Size of the first steps.
  var rate: Float = 0.05
  /// Pull of every weight towards zero, each time its feature is seen.
  var decay: Float = 1e-4
  /// Holds back weights of features that are rarely seen.
  var caution: Float = 0.3
  /// A feature must occur in this many examples.
  var minimumCount = 10
  /// See `Pooling.lengthExponent`.
  var lengthExponent: Float = 0.5
  /// See `Pooling.share`.
  var poolingShare: Float = 0.6
  /// How strongly each kind of feature is drawn upon.
  var strengths: [Float] = Feature.Kind.allCases.map { $0.defaultStrength }
  /// What a hidden unit is worth before anything is learned.
  var unitBias: Float = 0.3
  /// What units add to an output at the start lies between this and its negative.
  var unitWeight: Float = 0.3
  /// The share of the hidden units that is silenced at each step.
  var unitDropout: Float = 0.5
  /// By how much steps of hidden units are longer than those of outputs.
  var unitPace: Float = 2
  /// How strongly the meaning of words is drawn upon.
  var meaningStrength: Float = 1.5
  /// How far teachers are believed where a label is known, 0 to 1.
  var teacherShare: Float = 0.9
  /// How many times as much an example counts for a head that teachers speak of.
  var taughtFactor: Float = 3
  /// How much an example counts for a head that teachers alone speak of.
  var taughtAloneWeight: Float = 0.7

  var pooling: Pooling { Pooling(share: poolingShare, lengthExponent: lengthExponent) }

  /// How much an example of a source counts for a head.
  func weight(of head: Head, in source: LabelledExample.Source) -> Float {
    switch (source, head) {
    case (.annomi, .reflection), (.annomi, .question): 0.3
    case (.spoken, .reflection), (.spoken, .question): 0.3
    // Typed replies tell something of talk.
    case (.corpus, .main): 0.3
    case (.corpus, .spokenReflection), (.corpus, .spokenQuestion): 0.2
    case (.corpus, _): 1
    case (.annomi, .judgment): 0.3
    case (.annomi, _): 1
    case (.epitome, _): 1
    case (.esconv, _): 0.1
    case (.spoken, _), (.empathy, _): 0.5
    }
  }
}

extension Feature.Kind {
  fileprivate var defaultStrength: Float {
    switch self {
    case .letters, .shape: 0.5
    default: 1
    }
  }
}
