import Files
import Foundation
import Grading
import Reports
import Scoring

extension ScoreJob {
  /// What grades the replies and writes their scores, to the file that was named or to standard output.
  ///
  /// - Throws: `FileError` where the file cannot be made, `DiagnosticList` where it holds what another
  ///   run has written.
  static func run(
    _ options: ScoreRunOptions, _ grader: Grader, format: ScoreFormat, per unit: ScoreUnit,
    in folder: CommonFolder, explains: Bool
  ) throws -> ScoreRun {
    guard let path = options.output else {
      return ScoreRun(
        grader: grader, format: format, per: unit, in: folder, explains: explains,
        threads: options.threads, output: BufferedOutput(descriptor: STDOUT_FILENO))
    }
    let identity = RunIdentity(
      attune: attuneVersion, model: "\(grader.modelName) (\(grader.modelFingerprint))",
      format: "\(format.rawValue) per \(unit.rawValue)")
    let file = try ResultFile(path: path, identity: identity, resume: options.resume)
    return ScoreRun(
      grader: grader, format: format, per: unit, in: folder, explains: explains,
      threads: options.threads, file: file)
  }

  /// Opens the file of bad records.
  static func open(errors path: String) throws(Failure) -> BufferedOutput {
    do {
      return BufferedOutput(try OpenFile(path, O_WRONLY | O_CREAT), name: path)
    } catch {
      throw Failure("\(path) cannot be written: \(error)", .cannotCreate)
    }
  }
}
