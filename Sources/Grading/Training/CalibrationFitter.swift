import Agreement
import Foundation

/// Fits calibrations to outputs of examples that the weights were not fitted to.
struct CalibrationFitter {
  /// An example's outputs for one head, its true value and how much it counts.
  struct Sample {
    var outputs: [Float]
    var value: Int
  }

  /// Fits scale and shifts by likelihood, then leans by macro-F1.
  static func fit(_ samples: [Sample], of head: Head) -> Calibration {
    var calibration = Calibration(outputs: head.valueCount - 1)
    guard samples.count > 20 else { return calibration }
    fitProbabilities(&calibration, of: head, to: samples)
    fitLeans(&calibration, of: head, to: samples)
    return calibration
  }

  /// Plain gradient descent; the loss has few parameters.
  private static func fitProbabilities(
    _ calibration: inout Calibration, of head: Head, to samples: [Sample]
  ) {
    let count = Float(samples.count)
    for round in 0..<150 {
      var scaleSlopes = [Float](repeating: 0, count: calibration.scales.count)
      var shiftSlopes = scaleSlopes
      for sample in samples {
        let logOdds = head.logOdds(of: calibration.calibrated(sample.outputs[...]))
        let targets = logOdds.indices.map { $0 == sample.value ? Float(1) : 0 }
        let slopes = head.slopes(probabilities: softmax(logOdds), targets: targets)
        for (index, slope) in slopes.enumerated() {
          shiftSlopes[index] += slope
          scaleSlopes[index] += slope * sample.outputs[index]
        }
      }
      let rate: Float = round < 100 ? 0.5 : 0.2
      for index in shiftSlopes.indices {
        let step = rate * 0.3 * scaleSlopes[index] / count
        calibration.scales[index] = max(0.05, calibration.scales[index] - step)
        calibration.shifts[index] -= rate * 4 * shiftSlopes[index] / count
      }
    }
  }

  private static func fitLeans(
    _ calibration: inout Calibration, of head: Head, to samples: [Sample]
  ) {
    calibration.leans = leans(
      of: head, for: samples.map { head.logOdds(of: calibration.calibrated($0.outputs[...])) },
      values: samples.map(\.value), penalty: 0.002)
  }

  /// The leans that decide on the true values with the highest macro-F1, moved one at a time, then
  /// all at once.
  ///
  /// - Parameters:
  ///   - head: What is decided.
  ///   - logits: The log-odds of each value, by example.
  ///   - values: The true values.
  ///   - penalty: What a lean of 1 must earn: small gains are chance.
  /// - Returns: A lean for each value but the first.
  static func leans(of head: Head, for logits: [[Float]], values: [Int], penalty: Float)
    -> [Float]
  {
    let grid = stride(from: Float(-1.5), through: 1.5, by: 0.15)
    var calibration = Calibration(outputs: head.valueCount - 1)
    func score(_ leans: [Float]) -> Float {
      var candidate = calibration
      candidate.leans = leans
      return quality(candidate, head, logits, values)
        - penalty * leans.reduce(0) { $0 + abs($1) }
    }
    var best = score(calibration.leans)
    func consider(_ leans: [Float]) {
      let result = score(leans)
      if result > best + 1e-6 {
        best = result
        calibration.leans = leans
      }
    }
    for _ in 0..<2 {
      for index in calibration.leans.indices {
        let start = calibration.leans
        for lean in grid {
          var leans = start
          leans[index] = lean
          consider(leans)
        }
      }
      guard head.hasForms else { continue }
      let start = calibration.leans
      for lean in grid { consider(start.map { $0 + lean }) }
    }
    return calibration.leans
  }

  /// Macro-F1 over the values; where a code has forms, its mean with that of present or absent.
  private static func quality(
    _ calibration: Calibration, _ head: Head, _ logits: [[Float]], _ values: [Int]
  ) -> Float {
    var confusion = Confusion(values: head.valueCount)
    var presence = Confusion(values: 2)
    for (value, logits) in zip(values, logits) {
      let decision = head.decision(on: calibration.leaning(logits))
      confusion.add(truth: value, decision: decision)
      presence.add(truth: min(value, 1), decision: min(decision, 1))
    }
    let macroF1 = confusion.macroF1.value ?? 0
    guard head.hasForms else { return Float(macroF1) }
    return Float(macroF1 + 2 * (presence.macroF1.value ?? 0)) / 3
  }
}
