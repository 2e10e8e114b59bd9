import Listening

/// Grades replies with a model; the same reply and model give the same grade everywhere.
///
///     let grader = Grader(model: model)
///     grader.grade("You kept the date, alone.", client: "Nobody remembered.").codes.reflection
public struct Grader: Sendable {
  let model: Model

  /// Creates a grader.
  public init(model: Model) { self.model = model }

  /// The model's name and version, as `name@version`.
  public var modelName: String { "\(model.name)@\(model.version)" }

  /// What words mean, where the model knows.
  public var meaning: WordMeaning? { model.meaning }

  /// Grades a reply.
  ///
  /// Any text can be graded, an empty one too. Of a very long reply the first 16 KiB count.
  ///
  /// - Parameters:
  ///   - reply: What the trainee said.
  ///   - client: What the client had said, or `nil` where that is not known.
  /// - Returns: The codes, the words that earned them and the scores that follow.
  public func grade(_ reply: String, client: String?) -> Grade {
    let reading = Reading(reply, client: client, model: model)
    guard !reading.isEmpty else {
      return Grade(codes: Codes(), evidence: [], unsure: [], model: modelName)
    }
    let decisions = Decisions(outputs: reading.outputs, calibrations: model.calibrations)
    return Grade(
      codes: decisions.codes, evidence: evidence(for: decisions, in: reading),
      unsure: decisions.unsure, model: modelName)
  }
}

/// A reply as the model sees it: its words, features and outputs.
struct Reading {
  let reply: Utterance
  let features: ReplyFeatures
  let outputs: [Float]
  private let slopes: [Pooling.Lane]

  init(_ reply: String, client: String?, model: Model) {
    self.reply = Tokenizer.read(reply)
    features = FeatureExtractor.features(of: self.reply, client: ClientLine(client))
    (outputs, slopes) = model.read(features)
  }

  /// Whether the reply holds no words.
  var isEmpty: Bool { !reply.tokens.contains { $0.kind == .word } }

  /// The features that have weights, each with its contribution to the log-odds of a head's value.
  func contributions(
    to value: Int, of head: Head, model: Model
  ) -> [(feature: Feature, value: Float)] {
    let calibration = model.calibrations[head.rawValue]
    let shares = head.shares(of: value, in: calibration.calibrated(outputs[head.outputs]))
    let factors = zip(head.outputs, zip(shares, calibration.scales)).map { ($0, $1.0 * $1.1) }
      .filter { $0.1 != 0 }
    return features.segments.enumerated().flatMap { segment, range in
      features.all[range].compactMap { feature in
        model.row(of: feature.key).map { row in
          let worth = factors.reduce(Float(0)) { sum, factor in
            let (output, share) = factor
            let slope = slopes[segment * Pooling.lanes + output / 8][output % 8]
            return sum + model.weight(row: row, output: output) * slope * share
          }
          return (feature, worth)
        }
      }
    }
  }
}
