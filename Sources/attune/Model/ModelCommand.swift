import ArgumentParser
import Files
import Foundation
import Grading

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Show, train or measure the model that grades.",
    subcommands: [
      ModelInfo.self, ModelTrain.self, ModelEvaluate.self, ModelCalibrate.self, ModelSessions.self,
      ModelExamples.self,
    ])
}

/// Writes a model to its place.
func write(_ model: Model, to place: WholeFile) throws {
  let bytes = [UInt8](model.serialized())
  try place.write(bytes)
  try put("\(model.name)@\(model.version), \(bytes.count) bytes, in \(place.path)")
}
