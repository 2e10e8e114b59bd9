import Grading

/// How a model is fitted; the defaults are those that cross-validation found best.
package struct TrainerOptions: Sendable {
  /// Times that the learner sees each example.
  package var passes = 6
  /// Size of the first steps.
  package var rate: Float = 0.05
  /// Pull of every weight towards zero, each time its feature is seen.
  package var decay: Float = 1e-4
  /// Holds back weights of features that are rarely seen.
  package var caution: Float = 0.3
  /// A feature must occur in this many examples.
  package var minimumCount = 10
  /// See `Pooling.lengthExponent`.
  package var lengthExponent: Float = 0.5
  /// See `Pooling.share`.
  package var poolingShare: Float = 0.6
  /// How strongly each kind of feature is drawn upon.
  package var strengths: [Float] = Feature.Kind.allCases.map { $0.defaultStrength }
  /// What a hidden unit is worth before anything is learned.
  package var unitBias: Float = 0.3
  /// What units add to an output at the start lies between this and its negative.
  package var unitWeight: Float = 0.3
  /// The share of the hidden units that is silenced at each step.
  package var unitDropout: Float = 0.5
  /// By how much steps of hidden units are longer than those of outputs.
  package var unitPace: Float = 2
  /// How strongly the meaning of words is drawn upon.
  package var meaningStrength: Float = 1.5
  /// How far teachers are believed where a label is known, 0 to 1.
  package var teacherShare: Float = 0.9
  /// How many times as much an example counts for a head that teachers speak of.
  package var taughtFactor: Float = 3
  /// How much an example counts for a head that teachers alone speak of.
  package var taughtAloneWeight: Float = 0.7
  /// How much an example counts for a head, by its source.
  package var weight: @Sendable (Int, String) -> Float = TrainerOptions.defaultWeight

  var pooling: Pooling { Pooling(share: poolingShare, lengthExponent: lengthExponent) }

  /// Creates the defaults.
  package init() {}

  @Sendable private static func defaultWeight(_ head: Int, _ source: String) -> Float {
    guard let head = Head(rawValue: head), let source = LabelledExample.Source(rawValue: source)
    else { return 1 }
    switch (source, head) {
    case (.annomi, .reflection), (.annomi, .question): return 0.3
    case (.spoken, .reflection), (.spoken, .question): return 0.3
    // Typed replies tell something of talk.
    case (.corpus, .main): return 0.3
    case (.corpus, .spokenReflection), (.corpus, .spokenQuestion): return 0.2
    case (.corpus, _): return 1
    case (.annomi, .judgment): return 0.3
    case (.annomi, _): return 1
    case (.epitome, _): return 1
    case (.esconv, _): return 0.1
    case (.spoken, _), (.empathy, _): return 0.5
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
