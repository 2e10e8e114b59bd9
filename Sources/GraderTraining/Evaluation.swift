import Agreement
import Grading

/// Measures of the grader on examples that the measured weights were not fitted to.
public enum Evaluation {
  /// One decision measured on one source.
  public struct Row: Sendable {
    /// The decision, for example `reflection`.
    public var decision: String
    /// The source of the examples.
    public var source: String
    /// Names of the values.
    public var values: [String]
    /// How often each true value was decided to be which.
    public var confusion: ConfusionMatrix
    /// Mean gap between confidence and share right, over ten bins of confidence, 0 to 1; `nil`
    /// where the grade states no confidence.
    public var calibrationError: Double?

    package init(
      decision: String, source: String, values: [String], confusion: ConfusionMatrix,
      calibrationError: Double?
    ) {
      self.decision = decision
      self.source = source
      self.values = values
      self.confusion = confusion
      self.calibrationError = calibrationError
    }

    /// Mean F1 over the values that occur, 0 to 1.
    public var macroF1: Double? { confusion.macroF1.value }
    /// Cohen's kappa, -1 to 1.
    public var kappa: Double? { confusion.kappa.value }
    /// Figures by value.
    public var byValue: [Value] {
      values.enumerated().map { place, name in
        Value(
          value: name, n: confusion.support(place), decided: confusion.decided(place),
          precision: confusion.precision(place).value, recall: confusion.recall(place).value,
          f1: confusion.f1(place).value)
      }
    }
  }

  /// How one value of a decision is found; shares from 0 to 1, `nil` where the value was not used.
  public struct Value: Sendable, Encodable {
    /// The value's name.
    public var value: String
    /// Examples that have it.
    public var n: Int
    /// Examples that were decided to have it.
    public var decided: Int
    /// Share of these decisions that are true.
    public var precision: Double?
    /// Share of the examples that were found.
    public var recall: Double?
    /// The harmonic mean of the two.
    public var f1: Double?
  }

  /// Cross-validates on a training set: each group is graded by weights that never saw it.
  ///
  /// - Parameters:
  ///   - set: Labelled replies.
  ///   - folds: Into how many parts the groups are split.
  ///   - progress: Called with a line of text after each fold.
  /// - Returns: The figures by decision and source.
  public static func crossValidate(
    _ set: TrainingSet, folds: Int = 5, progress: (String) -> Void = { _ in }
  ) -> EvaluationReport {
    report(on: CrossValidation(set, folds: folds, progress: progress))
  }

  /// Measures a grader on replies that its model was not trained on, as the caller sees to.
  ///
  /// - Parameters:
  ///   - grader: The grader.
  ///   - set: Labelled replies.
  /// - Returns: The figures by decision and source.
  public static func measure(_ grader: Grader, on set: TrainingSet) -> EvaluationReport {
    report(on: set.examples, decisions: grader.model.decisions(on: set.examples))
  }

  /// The figures of a cross-validation; each fold's calibrations come from the other folds.
  static func report(on validation: CrossValidation) -> EvaluationReport {
    report(on: validation.examples, decisions: validation.decisions)
  }

  private static func report(on examples: [LabelledExample], decisions: [Decisions])
    -> EvaluationReport
  {
    var rows: [Row] = []
    for source in LabelledExample.Source.allCases {
      let members = examples.indices.filter { examples[$0].source == source }
      for measure in Measure.all {
        let row = row(measure, source.rawValue, members.map { (examples[$0], decisions[$0]) })
        if let row { rows.append(row) }
      }
    }
    return EvaluationReport(rows: rows)
  }

  private static func row(
    _ measure: Measure, _ source: String, _ cases: [(LabelledExample, Decisions)]
  ) -> Row? {
    var confusion = ConfusionMatrix(values: measure.values.count)
    var reliability = Reliability()
    for (example, decisions) in cases {
      guard let truth = measure.truth(example), let value = measure.decision(decisions) else {
        continue
      }
      confusion.add(truth: truth, decision: value)
      if let confidence = measure.confidence(decisions) {
        reliability.add(confidence: confidence, isRight: truth == value)
      }
    }
    let present = measure.values.indices.filter { confusion.support($0) > 0 }
    guard present.count > 1 else { return nil }
    return Row(
      decision: measure.name, source: source, values: measure.values, confusion: confusion,
      calibrationError: reliability.error)
  }
}
