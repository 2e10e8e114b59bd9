import Listening

/// Grades replies with a model; the same reply and model give the same grade everywhere.
///
///     let grader = Grader(model: model)
///     grader.grade("You kept the date, alone.", client: "Nobody remembered.").codes.reflection
public struct Grader: Sendable {
  let model: Model
  /// The model's name and version, as `name@version`.
  public let modelName: String

  /// Creates a grader.
  public init(model: Model) {
    self.model = model
    modelName = "\(model.name)@\(model.version)"
  }

  /// A fingerprint of the model, its name and version included: FNV-1a in hexadecimal.
  public var modelFingerprint: String { String(Hashing.hash(model.serialized()), radix: 16) }

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
  /// The row of each feature, or -1.
  private let rows: [Int32]
  private let sums: [Pooling.Lane]
  private let scales: [Float]

  /// The model is borrowed: a copy would have all threads count references to the same arrays.
  init(_ reply: String, client: String?, model: borrowing Model) {
    self.reply = Tokenizer.read(reply)
    features = FeatureExtractor.features(of: self.reply, client: ClientLine(client))
    rows = model.rows(of: features.all)
    sums = model.sums(of: rows, segments: features.segments)
    scales = model.pooling.scales(segments: features.segments)
    outputs = model.outputs(sums: sums, scales: scales)
  }

  /// Whether the reply holds no words.
  var isEmpty: Bool { !reply.tokens.contains { $0.kind == .word } }

  /// Calls `body` with each feature that has weights and what it contributes to the log-odds of a
  /// head's value.
  func forEachContribution(
    to value: Int, of head: Head, model: Model, _ body: (Feature, Float) -> Void
  ) {
    let calibration = model.calibrations[head.rawValue]
    let shares = head.shares(of: value, in: calibration.calibrated(outputs, from: head.offset))
    let factors = model.mixture.parts(of: head, factors: zip(shares, calibration.scales).map(*))
      .filter { $0.factor != 0 }
    let slopes = factors.map {
      model.pooling.slopes(ofLane: $0.output / 8, sums: sums, scales: scales)
    }
    for (segment, range) in features.segments.enumerated() {
      let factors = zip(factors, slopes).map { factor, slopes in
        (
          output: factor.output, slope: slopes[segment][factor.output % 8], share: factor.factor
        )
      }
      for index in range where rows[index] >= 0 {
        var worth: Float = 0
        for factor in factors {
          let weight = model.weight(row: Int(rows[index]), output: factor.output)
          worth += weight * factor.slope * factor.share
        }
        body(features.all[index], worth)
      }
    }
  }
}
