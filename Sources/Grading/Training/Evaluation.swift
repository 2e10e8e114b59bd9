import Foundation

/// Measures of the grader on examples that the measured weights were not fitted to.
public enum Evaluation {
  /// One decision measured on one source.
  public struct Row: Sendable {
    /// The decision, for example `reflection`.
    public var decision: String
    /// The source of the examples.
    public var source: String
    /// How many examples.
    public var count: Int
    /// Mean F1 over the values, 0 to 1.
    public var macroF1: Double
    /// Share of right decisions, 0 to 1.
    public var accuracy: Double
    /// Mean gap between confidence and share right, over ten bins of confidence, 0 to 1.
    public var calibrationError: Double
    /// Names of the values.
    public var values: [String]
    /// F1 by value.
    public var f1: [Double]
    /// Counts by true value, then by decision.
    public var confusion: [[Int]]
  }

  /// Cross-validates on a training set: each group is graded by weights that never saw it.
  ///
  /// - Parameters:
  ///   - set: Labelled replies.
  ///   - folds: Into how many parts the groups are split.
  ///   - progress: Called with a line of text after each fold.
  public static func crossValidate(
    _ set: TrainingSet, folds: Int = 5, progress: (String) -> Void = { _ in }
  ) -> Report {
    report(on: CrossValidation(set, folds: max(2, folds), progress: progress))
  }

  /// The figures of a cross-validation; each fold's calibration comes from the other folds.
  package static func report(on validation: CrossValidation) -> Report {
    var rows: [Row] = []
    for source in LabelledExample.Source.allCases {
      for head in Head.allCases {
        if let row = row(head, source: source, validation: validation) { rows.append(row) }
      }
      for part in Part.allCases {
        if let row = row(part, source: source, validation: validation) { rows.append(row) }
      }
    }
    return Report(rows: rows)
  }

  /// A head with some of its values taken together: reflection yes or no.
  private enum Part: String, CaseIterable {
    case reflection = "reflection, any", judgment = "judgment, any", question = "question, any"
    case advice = "advice, any"
    var head: Head {
      switch self {
      case .reflection: .reflection
      case .judgment: .judgment
      case .question: .question
      case .advice: .advice
      }
    }
  }

  private static func row(
    _ head: Head, source: LabelledExample.Source, validation: CrossValidation
  ) -> Row? {
    measure(head, name: head.name, values: head.valueNames, source: source, validation) { $0 }
  }

  private static func row(
    _ part: Part, source: LabelledExample.Source, validation: CrossValidation
  ) -> Row? {
    guard source == .annomi || source == .corpus else { return nil }
    return measure(
      part.head, name: part.rawValue, values: ["no", "yes"], source: source, validation
    ) { min($0, 1) }
  }

  private static func measure(
    _ head: Head, name: String, values: [String], source: LabelledExample.Source,
    _ validation: CrossValidation, merge: (Int) -> Int
  ) -> Row? {
    var confusion = Confusion(values: values.count)
    var reliability = Reliability()
    for fold in 0...(validation.folds.max() ?? 0) {
      let test = validation.samples(of: head, sources: [source]) { validation.folds[$0] == fold }
      guard !test.isEmpty else { continue }
      let rest = validation.samples(of: head, sources: [source]) { validation.folds[$0] != fold }
      let calibration = CalibrationFitter.fit(rest, outputs: head.valueCount - 1)
      for sample in test {
        let decision = calibration.decision(sample.outputs[...])
        confusion.add(truth: merge(sample.value), decision: merge(decision))
        let probability = calibration.probabilities(sample.outputs[...])[decision]
        reliability.add(confidence: Double(probability), isRight: decision == sample.value)
      }
    }
    let present = confusion.counts.indices.filter { confusion.support($0) > 0 }
    guard present.count > 1 else { return nil }
    return Row(
      decision: name, source: source.rawValue, count: confusion.total, macroF1: confusion.macroF1,
      accuracy: confusion.accuracy, calibrationError: reliability.error, values: values,
      f1: values.indices.map { confusion.f1($0) }, confusion: confusion.counts)
  }
}

/// How far confidence and truth lie apart.
struct Reliability {
  private var bins = Array(repeating: (count: 0, confidence: 0.0, right: 0), count: 10)

  mutating func add(confidence: Double, isRight: Bool) {
    let bin = min(9, max(0, Int(confidence * 10)))
    bins[bin].count += 1
    bins[bin].confidence += confidence
    bins[bin].right += isRight ? 1 : 0
  }

  /// Expected calibration error (Naeini et al. 2015), ten bins of equal width.
  var error: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(total)
  }
}
