import ArgumentParser
import Diagnostics
import Foundation
import Grading
import Practice
import Repeatable
import Scenarios

/// The options of every command that grades.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Grade with this model instead of the one that came with Attune.", valueName: "file"))
  var model: String?

  /// Where the model lies.
  func path(environment: [String: String]) throws -> String {
    if let model { return model }
    guard let folder = DataFolder.locate(environment: environment) else {
      throw Failure(
        "the model is missing; reinstall Attune, name the folder that holds its Models and Scenarios "
          + "in ATTUNE_DATA, or name a model with --model", .unavailable)
    }
    return folder.appendingPathComponent("Models/attune.model").path
  }

  /// The grader.
  func loadGrader(environment: [String: String]) throws -> Grader {
    let path = try path(environment: environment)
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else {
      throw Failure("the model \(path) cannot be read", .noInput)
    }
    do {
      return Grader(model: try Model(data))
    } catch {
      throw Failure("\(path): \(error)", .dataError)
    }
  }
}

/// The options of every command that looks for vignettes.
struct PackOptions: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("Use the pack in this folder too (may be repeated).", valueName: "folder"))
  var packs: [String] = []

  /// The packs that were named, those that came with Attune and those that are installed.
  ///
  /// - Throws: `DiagnosticList` where a pack that was named has faults, or two have one name; faults
  ///   in the others are told, and the pack is left out.
  func loadLibrary(environment: [String: String]) throws -> Library {
    var found: [Pack] = []
    var folders: [String: URL] = [:]
    for path in packs {
      let folder = try packFolder(path)
      let pack = try PackLoader.load(folder: folder)
      if let first = folders[pack.id] {
        // The same folder may be named twice.
        if first.resolvingSymlinksInPath() == folder.resolvingSymlinksInPath() { continue }
        throw Self.clash(pack.id, first, folder)
      }
      folders[pack.id] = folder
      found.append(pack)
    }
    let others = InstalledPacks(environment: environment)
    found += others.all.map(\.pack).filter { pack in !found.contains { $0.id == pack.id } }
    others.faults.forEach { warn($0.description) }
    guard !found.isEmpty else {
      throw Failure(
        "no pack of vignettes is here; name one with --pack FOLDER, or the folder that holds "
          + "Attune's Models and Scenarios in ATTUNE_DATA", .unavailable)
    }
    return Library(packs: found)
  }

  /// What is told where two folders hold packs of one name: 'PACK/VIGNETTE' would stand for either.
  private static func clash(_ name: String, _ first: URL, _ second: URL) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error, "name-clash", at: Location(file: second.relativePath),
        "a second pack '\(name)'; the first is \(first.relativePath)",
        mend: "give one of the folders another name, or name one pack alone")
    ])
  }

  /// The vignette of a name.
  func find(_ name: String) throws -> Vignette {
    let library = try loadLibrary(environment: ProcessInfo.processInfo.environment)
    guard let entry = library.find(name) else {
      let hint = NearName.hint(name, in: library.names) ?? "'attune practice' lists them"
      throw Failure("no vignette '\(name)'; \(hint)", .noInput)
    }
    return entry.vignette
  }
}

/// The options of every command that plays vignettes.
struct EngineOptions: ParsableArguments {
  @OptionGroup var library: PackOptions
  @OptionGroup var model: ModelOptions

  /// A session with the vignettes of a library that waits for its first command.
  func loadSession(_ library: Library, environment: [String: String], seeds: SplitMix64) throws
    -> Session
  {
    Session(
      library: library, grader: try model.loadGrader(environment: environment),
      version: attuneVersion, seeds: seeds)
  }
}
