import ArgumentParser
import Files
import Foundation
import GraderTraining
import Scoring

/// Where labelled replies come from.
struct TrainingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of labelled replies: AnnoMI, EPITOME and ESConv as NDJSON.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("A folder of coded replies, as in Corpus.", valueName: "folder"))
  var corpus: String?

  /// Whether a folder is named.
  var isNamed: Bool { data != nil || corpus != nil }

  /// Every file of the folders, by name.
  func files() throws -> [(name: String, path: String)] {
    let folders = [data, corpus].compactMap(\.self)
    guard !folders.isEmpty else {
      throw Failure("nothing to learn from; name folders with --data and --corpus", .usage)
    }
    return try Self.files(folders)
  }

  /// What the files hold.
  func load() throws -> TrainingSet { try Self.read(try files()) }

  /// Every file of some folders, by name, but those of folders inside them; or single files.
  static func load(_ paths: [String]) throws -> TrainingSet { try read(try files(paths)) }

  private static func files(_ paths: [String]) throws -> [(name: String, path: String)] {
    let files: [(name: String, path: String)] = try paths.flatMap { path in
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure("there is no folder or file '\(path)'", .noInput)
      }
      guard Folder.exists(at: path) else { return [(path, path)] }
      return try Folder.names(at: path).sorted().filter { $0.hasSuffix(".ndjson") }.map {
        ($0, "\(path)/\($0)")
      }
    }
    guard !files.isEmpty else {
      throw Failure("no .ndjson file in \(paths.joined(separator: ", "))", .noInput)
    }
    return files
  }

  private static func read(_ files: [(name: String, path: String)]) throws -> TrainingSet {
    let files = try files.map { (name: $0.name, text: try text(of: $0.path)) }
    return try TrainingSet(files: files)
  }

  static func text(of path: String) throws -> String {
    let bytes: [UInt8]
    do { bytes = try OpenFile(path, O_RDONLY).read() } catch {
      let reason = NamedFile.reason(error, reading: path)
      throw Failure(NamedFiles.unreadable(path, reason), .noInput)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(path): not UTF-8 text", .dataError)
    }
    return text
  }
}

/// How a cross-validation splits what it measures on.
struct FoldOptions: ParsableArguments {
  @Option(
    name: .customLong("folds"),
    help: """
      Into how many parts the data are split; each is graded by what the others taught (default: 5).
      """)
  var named: Int?

  /// The number of parts, said or not.
  var folds: Int { named ?? 5 }

  func validate() throws {
    guard (2...20).contains(folds) else { throw ValidationError("from 2 to 20 folds") }
  }
}
