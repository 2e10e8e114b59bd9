import ArgumentParser
import Foundation
import Scenarios

struct PackNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a pack: a folder with a vignette that plays, for you to write over.")

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(help: "The client's given name.")
  var name = "Alex"

  func run() throws {
    try reportingFailures {
      let url = URL(fileURLWithPath: folder, isDirectory: true)
      guard !FileManager.default.fileExists(atPath: url.path) else {
        throw Failure("'\(folder)' is there already; choose another folder", .cannotCreate)
      }
      let skeleton = PackSkeleton(title: url.lastPathComponent, client: name)
      do {
        for (name, text) in skeleton.files {
          let file = url.appendingPathComponent(name)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(text.utf8).write(to: file)
        }
        // Beside the pack, where editors find them by the first line of each file.
        let data = DataFolder.locate(environment: ProcessInfo.processInfo.environment)
        if let schemas = data?.appendingPathComponent("Schemas"),
          FileManager.default.fileExists(atPath: schemas.path)
        {
          try FileManager.default.copyItem(at: schemas, to: url.appendingPathComponent("schemas"))
        }
      } catch {
        throw Failure("cannot write '\(folder)': \(error.localizedDescription)", .cannotCreate)
      }
      try put("\(folder) is made. Play it, then write over it:")
      try put("  attune practice \(url.lastPathComponent)/\(skeleton.id) --pack \(folder)")
      try put("  attune pack lint \(folder)")
      try put("  attune pack test \(folder)")
    }
  }
}
