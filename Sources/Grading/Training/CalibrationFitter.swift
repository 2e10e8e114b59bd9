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
  static func fit(_ samples: [Sample], outputs: Int, leans: Bool = true) -> Calibration {
    var calibration = Calibration(outputs: outputs)
    guard samples.count > 20 else { return calibration }
    fitProbabilities(&calibration, to: samples)
    if leans { fitLeans(&calibration, to: samples) }
    return calibration
  }

  /// Plain gradient descent; the loss is convex and has few parameters.
  private static func fitProbabilities(_ calibration: inout Calibration, to samples: [Sample]) {
    let count = Float(samples.count)
    let outputs = calibration.shifts.count
    let flat = samples.flatMap(\.outputs)
    var powers = [Float](repeating: 0, count: outputs)
    var shiftSlopes = powers
    for round in 0..<150 {
      var scaleSlope: Float = 0
      for index in 0..<outputs { shiftSlopes[index] = 0 }
      for (position, sample) in samples.enumerated() {
        var sum: Float = 1
        for index in 0..<outputs {
          let logit =
            flat[position * outputs + index] * calibration.scale + calibration.shifts[index]
          powers[index] = exp(min(logit, 60))
          sum += powers[index]
        }
        for index in 0..<outputs {
          let slope = powers[index] / sum - (sample.value == index + 1 ? 1 : 0)
          shiftSlopes[index] += slope
          scaleSlope += slope * flat[position * outputs + index]
        }
      }
      let rate: Float = round < 100 ? 0.5 : 0.2
      calibration.scale = max(0.05, calibration.scale - rate * 0.3 * scaleSlope / count)
      for index in 0..<outputs {
        calibration.shifts[index] -= rate * 4 * shiftSlopes[index] / count
      }
    }
  }

  private static func fitLeans(_ calibration: inout Calibration, to samples: [Sample]) {
    calibration.leans = leans(
      for: samples.map { calibration.logits($0.outputs[...]) }, values: samples.map(\.value),
      penalty: 0.002)
  }

  /// The leans that decide on the true values with the highest macro-F1, moved one at a time.
  ///
  /// - Parameters:
  ///   - logits: The log-odds of each value, by example.
  ///   - values: The true values.
  ///   - penalty: What a lean of 1 must earn: small gains are chance.
  /// - Returns: A lean for each value but the first.
  static func leans(for logits: [[Float]], values: [Int], penalty: Float) -> [Float] {
    var leans = [Float](repeating: 0, count: max(0, (logits.first?.count ?? 1) - 1))
    let grid = stride(from: Float(-1.5), through: 1.5, by: 0.15)
    var best = macroF1(leans, logits, values)
    for _ in 0..<2 {
      for index in leans.indices {
        for lean in grid {
          var candidate = leans
          candidate[index] = lean
          let score = macroF1(candidate, logits, values) - penalty * abs(lean)
          if score > best + 1e-6 {
            best = score
            leans = candidate
          }
        }
      }
    }
    return leans
  }

  private static func macroF1(_ leans: [Float], _ logits: [[Float]], _ values: [Int]) -> Float {
    var confusion = Confusion(values: leans.count + 1)
    for (logits, value) in zip(logits, values) {
      var decision = 0
      var highest = logits[0]
      for (index, lean) in leans.enumerated() where logits[index + 1] + lean > highest {
        highest = logits[index + 1] + lean
        decision = index + 1
      }
      confusion.add(truth: value, decision: decision)
    }
    return Float(confusion.macroF1.value ?? 0)
  }
}
