import ArgumentParser
import Diagnostics
import Foundation
import Scenarios

struct PackNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a pack: a folder with a vignette that plays, for you to write over.",
    discussion: """
      The folder's name is the pack's: letters, digits and hyphens, and no name of a pack that came \
      with Attune. The vignette is named after the client, in Latin letters.
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(help: "The client's given name.")
  var name = "Alex"

  func run() throws {
    try reportingFailures {
      let environment = ProcessInfo.processInfo.environment
      let url = URL(fileURLWithPath: folder, isDirectory: true)
      let pack = url.standardizedFileURL.lastPathComponent
      let skeleton = PackSkeleton(title: pack, client: name)
      do throws(DiagnosticList) {
        _ = try skeleton.load(name: pack)
      } catch {
        let faults = error.diagnostics.map { "\($0.message); \($0.mend ?? "choose another")" }
        throw Failure(printable(faults.joined(separator: ", and ")), .usage)
      }
      if InstalledPacks.isShipped(pack, environment) {
        throw Failure("a pack '\(pack)' comes with Attune; choose another name", .usage)
      }
      try write(skeleton, to: url, environment)
      try put("\(folder) is made. Play it, then write over it:")
      try put("  attune practice \(pack)/\(skeleton.id) --pack \(shellQuoted(folder))")
      try put("  attune pack lint \(shellQuoted(folder))")
      try put("  attune pack test \(shellQuoted(folder))")
    }
  }

  private func write(_ skeleton: PackSkeleton, to url: URL, _ environment: [String: String])
    throws(Failure)
  {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: url.path) else {
      throw Failure("'\(folder)' is there already; choose another folder", .cannotCreate)
    }
    do {
      let parent = url.deletingLastPathComponent()
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      try manager.createDirectory(at: url, withIntermediateDirectories: false)
      do {
        for (name, text) in skeleton.files {
          let file = url.appendingPathComponent(name)
          try manager.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(text.utf8).write(to: file)
        }
        // Beside the pack, where editors find them by the first line of each file.
        let data = DataFolder.locate(environment: environment)
        if let schemas = data?.appendingPathComponent("Schemas"),
          manager.fileExists(atPath: schemas.path)
        {
          try manager.copyItem(at: schemas, to: url.appendingPathComponent("schemas"))
        }
      } catch {
        // Half a pack would only be in the way of the next attempt.
        try? manager.removeItem(at: url)
        throw error
      }
    } catch {
      throw Failure("cannot write '\(folder)': \(error.systemReason)", .cannotCreate)
    }
  }
}
