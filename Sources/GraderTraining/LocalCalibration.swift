import Agreement
import Grading
import Listening

/// Fits the grader's thresholds, and optionally its weights, to the coding of one course.
///
/// The gain is measured by cross-validation: no reply is graded by thresholds or weights that were
/// fitted to it. A code without a gain stays as it was.
public enum LocalCalibration {
  /// A code before and after.
  public struct Row: Sendable {
    /// The code.
    public var variable: CodeVariable
    /// Replies that the course coded for it.
    public var count: Int
    /// The table of the course's values against the grader's as it was.
    public var before: ConfusionMatrix
    /// The same after a fit to the other folds.
    public var after: ConfusionMatrix
    /// Whether the fit was better, and so is kept: macro-F1 rose, and kappa did not fall.
    public var isKept: Bool {
      (after.macroF1.value ?? 0) > (before.macroF1.value ?? 0)
        && (after.kappa.value ?? 0) >= (before.kappa.value ?? 0)
    }
  }

  /// A code's thresholds are fitted where the course has coded this many replies.
  public static let fewestReplies = 40
  /// Each of two values at least must occur this often.
  public static let fewestOfValue = 8

  /// Fits thresholds, and weights where that is wanted.
  ///
  /// - Parameters:
  ///   - grader: The grader as it is.
  ///   - replies: Coded replies of the course.
  ///   - retrains: Whether training goes on on the replies before thresholds are fitted.
  ///   - count: Into how many parts the groups are split for measuring.
  /// - Returns: The model with what is kept, its version marked as local, and the figures of every
  ///   code that has enough replies.
  public static func fit(
    _ grader: Grader, to replies: [LocalReply], retrains: Bool = false, folds count: Int = 5
  ) -> (model: Model, rows: [Row]) {
    let model = grader.model
    let examples = replies.map(\.example)
    let folds = Folds.assign(examples, count: count)
    let readings = model.readings(of: examples)
    let training = retrains ? ContinuedTraining(from: model, examples) : nil
    let after = training?.outputs(examples, folds: folds) ?? readings.map { $0.outputs }
    var rows: [Row] = []
    var leans: [Head: [Float]] = [:]
    for (head, variable) in Head.fitted {
      let samples = examples.indices.compactMap { index -> Sample? in
        guard let value = examples[index].value(of: head) else { return nil }
        return Sample(
          fold: folds[index], value: value, before: readings[index].outputs,
          after: after[index], substance: readings[index].substance)
      }
      guard isEnough(samples, of: head) else { continue }
      let row = measure(variable, head, samples, folds: count, model.calibrations)
      rows.append(row)
      if row.isKept {
        leans[head] = self.leans(of: head, fittedTo: samples, model.calibrations)
      }
    }
    let kept = examples.map { $0.keeping { leans[$0.typed] != nil } }
    let trained = leans.isEmpty ? nil : training?.model(on: kept)
    return ((trained ?? model).local(leans: leans), rows)
  }

  /// A code with too few coded replies to be fitted: how often each of its values was given.
  public struct Scarce: Sendable {
    /// The code.
    public var variable: CodeVariable
    /// The values that were given, each with how often.
    public var counts: [(value: String, count: Int)]
  }

  /// The codes that replies name and that have no row.
  public static func scarce(in replies: [LocalReply], besides rows: [Row]) -> [Scarce] {
    let examples = replies.map(\.example)
    return Head.fitted.compactMap { head, variable in
      if rows.contains(where: { $0.variable == variable }) { return nil }
      let given = examples.compactMap { $0.value(of: head) }
      let counts = head.valueNames.enumerated().map { index, name in
        (value: name, count: given.count { $0 == index })
      }
      guard !given.isEmpty else { return nil }
      return Scarce(variable: variable, counts: counts.filter { $0.count > 0 })
    }
  }

  private struct Sample {
    var fold: Int
    var value: Int
    /// The model's outputs under the weights as they were.
    var before: [Float]
    /// The same under weights that the reply had no part in.
    var after: [Float]
    /// How much the reply says of the client.
    var substance: Substance
  }

  private static func isEnough(_ samples: [Sample], of head: Head) -> Bool {
    let counts = (0..<head.valueCount).map { value in samples.count { $0.value == value } }
    return samples.count >= fewestReplies && counts.count { $0 >= fewestOfValue } > 1
      && Set(samples.map(\.fold)).count > 1
  }

  private static func measure(
    _ variable: CodeVariable, _ head: Head, _ samples: [Sample], folds: Int,
    _ calibrations: [Calibration]
  ) -> Row {
    func decisions(_ calibrations: [Calibration]) -> ([Float], Substance) -> Int {
      let screen = AbsenceScreen(calibrations)
      return { outputs, substance in
        Decisions(
          outputs: outputs, calibrations: calibrations, screen: screen, substance: substance
        ).value(of: variable, as: head)
      }
    }
    let asIs = decisions(calibrations)
    var before = ConfusionMatrix(values: head.valueCount)
    var after = before
    for fold in 0..<folds {
      let leans = leans(of: head, fittedTo: samples.filter { $0.fold != fold }, calibrations)
      let leaning = decisions(calibrations.leaning(further: [head: leans]))
      for sample in samples where sample.fold == fold {
        before.add(truth: sample.value, decision: asIs(sample.before, sample.substance))
        after.add(truth: sample.value, decision: leaning(sample.after, sample.substance))
      }
    }
    return Row(variable: variable, count: samples.count, before: before, after: after)
  }

  /// The fewer the replies, the larger the gain that a lean must bring.
  private static func leans(
    of head: Head, fittedTo samples: [Sample], _ calibrations: [Calibration]
  ) -> [Float] {
    let screen = AbsenceScreen(calibrations)
    return CalibrationFitter.leans(
      of: head,
      for: samples.map { sample in
        Decisions(
          outputs: sample.after, calibrations: calibrations, screen: screen,
          substance: sample.substance
        ).logits(of: head).decision
      },
      truths: samples.map { sample in
        HeadNumbers((0..<head.valueCount).map { $0 == sample.value ? 1 : 0 })
      },
      penalty: 0.1 / Float(max(1, samples.count)).squareRoot())
  }
}

extension Head {
  /// The heads that are fitted to a course, each with its code.
  fileprivate static let fitted: [(Head, CodeVariable)] = allCases.compactMap { head in
    guard let variable = head.variable, head != .input, head.typed == head else { return nil }
    return (head, variable)
  }
}

extension Model {
  /// What the model decides on each example.
  func decisions(on examples: [LabelledExample]) -> [Decisions] {
    readings(of: examples).map { outputs, substance in
      Decisions(
        outputs: outputs, calibrations: calibrations, screen: screen, substance: substance)
    }
  }

  /// The outputs of each example, and how much it says of the client.
  fileprivate func readings(
    of examples: [LabelledExample]
  ) -> [(outputs: [Float], substance: Substance)] {
    var reading = Reading(model: self)
    return examples.map { example in
      reading.read(example.text, client: example.client)
      return (reading.outputs, reading.substance)
    }
  }
}

extension Decisions {
  /// The value of a variable in the grade, as an index of its head's values. Where the grader sees
  /// no judgment, the kind is the one it would have.
  fileprivate func value(of variable: CodeVariable, as head: Head) -> Int {
    variable.value(in: codes).flatMap(head.valueNames.firstIndex)
      ?? head.decision(on: logits(of: head).decision)
  }
}
