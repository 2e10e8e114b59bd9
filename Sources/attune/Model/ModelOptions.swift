import ArgumentParser
import Files
import Foundation
import Grading

/// The options of every command that grades.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Grade with this model instead of the one that came with Attune.", valueName: "file"))
  var model: String?

  /// The model's file.
  func path() throws -> String {
    if let model { return model }
    guard let folder = Installation.current.dataFolder else {
      throw Failure(
        "the model is missing; reinstall Attune, name the folder that holds its Models and Scenarios "
          + "in ATTUNE_DATA, or name a model with --model", .unavailable)
    }
    return folder.appendingPathComponent("Models/attune.model").path
  }

  /// Loads the grader.
  func loadGrader() throws -> Grader {
    let path = try path()
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      let reason = NamedFile.reason(error, reading: path)
      throw Failure("the model \(path) cannot be read: \(reason)", .noInput)
    }
    do {
      return Grader(model: try Model(data))
    } catch {
      throw Failure("\(path): \(error)", .dataError)
    }
  }
}
