import Foundation
import Grading
import PackFormat
import Scenarios

/// The repository that the tests stand in.
public enum Repository {
  /// Its folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the packs that come with Attune.
  public static let scenarios = root.appendingPathComponent("Scenarios")

  /// The file of the model that comes with Attune.
  public static let modelFile = root.appendingPathComponent("Models/attune.model")

  /// The foundations pack and the model, read once.
  public static let parts = Result {
    let pack = try PackLoader.load(folder: scenarios.appendingPathComponent("foundations"))
    let model = try Model(Data(contentsOf: modelFile, options: .alwaysMapped))
    return (library: Library(packs: [pack]), grader: Grader(model: model))
  }
}
