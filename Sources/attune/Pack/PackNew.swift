import ArgumentParser
import Diagnostics
import Files
import Foundation
import PackFormat
import Scenarios

struct PackNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a pack, or a vignette in one: it plays, for you to write over.",
    discussion: """
      The folder's name is the pack's: letters a to z in either case, digits, hyphens, underscores \
      and dots, the first no hyphen or dot, 60 at most, and no name of a pack that came with \
      Attune. The vignette is named after the client, in Latin letters. Where the folder holds a \
      pack already, the client who is named is added to it.

        attune pack new grief --name Ada
      """)

  @Argument(help: "The folder to make, or a pack's to add a client to.")
  var folder: String

  @Option(help: "The client's given name (default: Alex).")
  var name: String?

  func run() throws {
    try reportingFailures {
      let url = URL(fileURLWithPath: folder, isDirectory: true)
      let pack = url.standardizedFileURL.lastPathComponent
      let skeleton = PackSkeleton(title: pack, client: name ?? "Alex")
      do throws(DiagnosticList) {
        _ = try skeleton.load(name: pack)
      } catch {
        let faults = error.diagnostics.map { "\($0.message); \($0.mend ?? "choose another")" }
        throw Failure(faults.joined(separator: ", and "), .usage)
      }
      if Installation.current.isShipped(pack) {
        throw Failure("a pack '\(pack)' comes with Attune; choose another name", .usage)
      }
      var made = folder
      if FileManager.default.fileExists(atPath: url.path) {
        try add(skeleton, to: url)
        made = url.appendingPathComponent("\(skeleton.id).yaml").relativePath
      } else {
        try write(skeleton, to: url)
      }
      try put("\(made) is made. Play it, then write over it:")
      try put("  attune practice \(pack)/\(skeleton.id) --pack \(shellQuoted(folder))")
      try put("  attune pack lint \(shellQuoted(folder))")
      try put("  attune pack test \(shellQuoted(folder))")
    }
  }

  private func write(_ skeleton: PackSkeleton, to url: URL) throws(Failure) {
    let manager = FileManager.default
    do {
      let parent = url.deletingLastPathComponent()
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      try manager.createDirectory(at: url, withIntermediateDirectories: false)
      do {
        try write(skeleton.files, to: url)
        // Beside the pack, where editors find them by the first line of each file.
        if let schemas = Installation.current.dataFolder?.appendingPathComponent("Schemas"),
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

  /// Adds a vignette and its tests to a pack that is there; nothing is written over.
  private func add(_ skeleton: PackSkeleton, to url: URL) throws(Failure) {
    let files = PackFile.all(in: url)
    guard files.contains(where: { $0.role == .manifest }) else {
      throw Failure(
        "'\(folder)' is there already and holds no pack; choose another folder", .cannotCreate)
    }
    guard name != nil else {
      throw Failure(
        "'\(folder)' is there already; choose another folder, or name a client to add to the pack "
          + "in it with --name", .cannotCreate)
    }
    // On some disks two names that differ in case alone are one.
    let taken = files.first { file in
      switch file.role {
      case .vignette(let id), .tests(let id): id.lowercased() == skeleton.id
      default: false
      }
    }
    if let taken {
      throw Failure(
        "'\(taken.label)' is there already; give the client another name", .cannotCreate)
    }
    do {
      try write(skeleton.files.filter { $0.name != "pack.yaml" }, to: url)
    } catch {
      throw Failure("cannot write to '\(folder)': \(error.systemReason)", .cannotCreate)
    }
  }

  private func write(_ files: [(name: String, text: String)], to url: URL) throws {
    for (name, text) in files {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
