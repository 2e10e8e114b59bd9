import Grading
import Repeatable

/// Fits calibrations to outputs of examples that the weights were not fitted to.
struct CalibrationFitter {
  /// Outputs of an example, its true value of a head, and how much it counts.
  struct Sample {
    var outputs: [Float]
    var value: Int
    var weight: Float = 1
  }

  /// Fits scales and shifts by likelihood, then leans by macro-F1.
  static func fit(_ samples: [Sample], of head: Head) -> Calibration {
    var calibration = Calibration(outputs: head.valueCount - 1)
    guard samples.count > 20 else { return calibration }
    fitProbabilities(&calibration, of: head, to: samples)
    fitLeans(&calibration, of: head, to: samples)
    if head == .register { balance(&calibration, samples) }
    return calibration
  }

  /// Plain gradient descent; the loss has few parameters.
  private static func fitProbabilities(
    _ calibration: inout Calibration, of head: Head, to samples: [Sample]
  ) {
    let count = samples.reduce(0) { $0 + $1.weight }
    for round in 0..<150 {
      var scaleGradients = [Float](repeating: 0, count: calibration.scales.count)
      var shiftGradients = scaleGradients
      for sample in samples {
        let logOdds = head.logOdds(of: calibration.calibrated(sample.outputs))
        let targets = logOdds.indices.map { $0 == sample.value ? Float(1) : 0 }
        let gradients = head.slopes(probabilities: logOdds.softmax(), targets: targets)
        for (index, gradient) in gradients.enumerated() {
          shiftGradients[index] += gradient * sample.weight
          scaleGradients[index] += gradient * sample.weight * sample.outputs[index]
        }
      }
      let rate: Float = round < 100 ? 0.5 : 0.2
      for index in shiftGradients.indices {
        let step = rate * 0.3 * scaleGradients[index] / count
        calibration.scales[index] = max(0.05, calibration.scales[index] - step)
        calibration.shifts[index] -= rate * 4 * shiftGradients[index] / count
      }
    }
  }

  /// Makes both values of a head equally likely a priori: the corpus's ratio of typed to spoken
  /// replies says nothing about where the grader is used.
  private static func balance(_ calibration: inout Calibration, _ samples: [Sample]) {
    let present = Float(samples.count { $0.value == 1 })
    guard present > 0, present < Float(samples.count) else { return }
    calibration.shifts[0] += Elementary.log(Float(samples.count) / present - 1)
  }

  private static func fitLeans(
    _ calibration: inout Calibration, of head: Head, to samples: [Sample]
  ) {
    let logits = samples.map { head.logOdds(of: calibration.calibrated($0.outputs)) }
    // Labels are smoothed by half towards the prediction, to avoid fitting their noise.
    let truths = zip(samples, logits).map { sample, logits in
      var truth = logits.softmax() * 0.5
      truth[sample.value] += 0.5
      return truth * sample.weight
    }
    calibration.leans = HeadNumbers(
      leans(of: head, for: logits, truths: truths, penalty: 0.001))
  }

  /// Searches a grid for the leans whose decisions have the highest macro-F1: one lean at a time,
  /// then all together.
  ///
  /// - Parameters:
  ///   - head: What is decided.
  ///   - logits: The log-odds of each value, by example.
  ///   - truths: The probability that each value is the true one, times the example's weight.
  ///   - penalty: The gain in macro-F1 that a lean of 1 must bring; smaller gains are chance.
  /// - Returns: A lean for each value but the first.
  static func leans(
    of head: Head, for logits: [HeadNumbers], truths: [HeadNumbers], penalty: Float
  ) -> [Float] {
    let grid = stride(from: Float(-1.5), through: 1.5, by: 0.15)
    var calibration = Calibration(outputs: head.valueCount - 1)
    func score(_ leans: [Float]) -> Float {
      var candidate = calibration
      candidate.leans = HeadNumbers(leans)
      return quality(candidate, head, logits, truths)
        - penalty * leans.reduce(0) { $0 + abs($1) }
    }
    var best = score(Array(calibration.leans))
    func consider(_ leans: [Float]) {
      let result = score(leans)
      if result > best + 1e-6 {
        best = result
        calibration.leans = HeadNumbers(leans)
      }
    }
    for _ in 0..<2 {
      for index in calibration.leans.indices {
        let start = Array(calibration.leans)
        for lean in grid {
          var leans = start
          leans[index] = lean
          consider(leans)
        }
      }
      guard head.hasForms else { continue }
      let start = Array(calibration.leans)
      for lean in grid { consider(start.map { $0 + lean }) }
    }
    return Array(calibration.leans)
  }

  /// Macro-F1 over the values; where a code has forms, its mean with that of present or absent.
  private static func quality(
    _ calibration: Calibration, _ head: Head, _ logits: [HeadNumbers], _ truths: [HeadNumbers]
  ) -> Float {
    var values = ExpectedF1(values: head.valueCount)
    var presence = ExpectedF1(values: 2)
    for (truth, logits) in zip(truths, logits) {
      let decision = head.decision(on: calibration.leaning(logits))
      values.add(truth, decision: decision)
      if head.hasForms {
        presence.add(HeadNumbers([truth[0], truth[1] + truth[2]]), decision: min(decision, 1))
      }
    }
    guard head.hasForms else { return values.mean }
    return (values.mean + 2 * presence.mean) / 3
  }
}

/// Expected F1 of decisions whose true values are given as probabilities.
private struct ExpectedF1 {
  private var hits: HeadNumbers
  private var truths: HeadNumbers
  private var decisions: HeadNumbers

  init(values: Int) {
    hits = HeadNumbers(count: values)
    truths = hits
    decisions = hits
  }

  mutating func add(_ truth: HeadNumbers, decision: Int) {
    hits[decision] += truth[decision]
    truths = truths + truth
    decisions[decision] += truth.reduce(0, +)
  }

  /// The mean over the values that occur.
  var mean: Float {
    let present = truths.indices.filter { truths[$0] > 0 }
    let sum = present.reduce(Float(0)) { $0 + 2 * hits[$1] / (truths[$1] + decisions[$1]) }
    return sum / Float(max(1, present.count))
  }
}
