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

  /// Grades a reply.
  ///
  /// Any text can be graded, an empty one too. Of a very long reply the first 16 KiB count.
  ///
  /// - Parameters:
  ///   - reply: What the trainee said.
  ///   - client: What the client had said, or `nil` where that is not known.
  public func grade(_ reply: String, client: String?) -> Grade {
    let reading = Reading(reply, client: client, model: model)
    let decisions = Decisions(reading, model: model)
    return Grade(
      codes: decisions.codes, evidence: evidence(for: decisions, in: reading),
      unsure: decisions.unsure, model: modelName)
  }
}

/// A reply as the model sees it: its words, features and outputs.
struct Reading {
  let reply: Utterance
  let features: [Feature]
  let outputs: [Float]

  init(_ reply: String, client: String?, model: Model) {
    self.reply = Tokenizer.read(reply)
    features = FeatureExtractor.features(of: self.reply, client: ClientLine(client))
    outputs = model.outputs(of: features)
  }
}
