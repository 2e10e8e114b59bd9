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

/// Refuses a place where no model can be written, before the work of making one.
func checkPlace(ofModel path: String) throws(Failure) {
  let folder = Folder.parent(of: path)
  guard access(folder.isEmpty ? "." : folder, W_OK | X_OK) == 0 else {
    throw Failure("cannot write \(path): \(SystemError.last)", .cannotCreate)
  }
}

/// Writes a model beside its place and moves it there whole.
func write(_ model: Model, to path: String) throws {
  let bytes = model.serialized()
  do {
    try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    throw Failure("cannot write \(path): \(error.systemReason)", .cannotCreate)
  }
  try put("\(model.name)@\(model.version), \(bytes.count) bytes, in \(path)")
}
