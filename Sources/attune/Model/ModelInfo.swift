import ArgumentParser
import Grading

struct ModelInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show which model grades, and a fingerprint of what it holds.",
    discussion: """
        attune model info
      """)

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures {
      let grader = try model.loadGrader()
      try put("\(grader.modelName), \(grader.modelFingerprint)")
    }
  }
}
