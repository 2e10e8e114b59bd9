import Diagnostics
import Foundation
import Scenarios

/// Reads packs. Loading a pack runs no code and opens no file outside its folder.
public enum PackLoader {
  /// Maximum number of vignettes in a pack.
  public static let maxVignettes = 200

  /// Reads a pack from its folder.
  ///
  /// - Returns: The pack.
  /// - Throws: `DiagnosticList` with everything that is wrong in all its files.
  public static func load(folder: URL) throws(DiagnosticList) -> Pack {
    try load(folder: folder, files: PackFile.all(in: folder))
  }

  /// Reads a pack from its folder, the files of which are at hand.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - files: Its files.
  /// - Returns: The pack.
  /// - Throws: `DiagnosticList` with everything that is wrong in all its files.
  public static func load(folder: URL, files: [PackFile]) throws(DiagnosticList) -> Pack {
    do {
      return try load(
        name: folder.standardizedFileURL.lastPathComponent, label: folder.relativePath,
        files: files)
    } catch {
      throw DiagnosticList(error.diagnostics + PackFile.warningsOfNames(in: folder))
    }
  }

  /// Reads a pack from its files.
  ///
  /// - Parameters:
  ///   - name: The pack's name.
  ///   - label: Its name in diagnostics.
  ///   - files: Its files.
  /// - Returns: The pack.
  /// - Throws: `DiagnosticList` with everything that is wrong in all its files.
  public static func load(name: String, label: String, files: [PackFile]) throws(DiagnosticList)
    -> Pack
  {
    let (pack, diagnostics) = read(name: name, label: label, files: files)
    if !diagnostics.isEmpty { throw DiagnosticList(diagnostics) }
    return pack
  }

  /// Reads as much of a pack as can be read.
  ///
  /// - Returns: The pack, without the vignettes that have faults, and everything that is wrong in its
  ///   files.
  public static func read(name: String, label: String, files: [PackFile])
    -> (pack: Pack, diagnostics: [Diagnostic])
  {
    var diagnostics: [Diagnostic] = []
    var pack = Pack()
    pack.id = name
    do {
      let manifest = files.first { $0.role == .manifest } ?? missingManifest(of: label)
      try pack.read(yaml: manifest.text(), file: manifest.label)
    } catch {
      diagnostics += error.diagnostics
    }
    let vignettes = files.compactMap { file -> (id: String, file: PackFile)? in
      if case .vignette(let id) = file.role { (id, file) } else { nil }
    }
    diagnostics += faults(of: vignettes, label: label, name: name)
    for (id, file) in vignettes.prefix(maxVignettes) {
      do {
        var vignette = try Vignette(yaml: file.text(), id: id, file: file.label)
        vignette.language = pack.language
        pack.vignettes.append(vignette)
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if pack.vignettes.isEmpty, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, "no-vignettes", at: Location(file: label), "the pack holds no vignette",
          mend: "put a YAML file for each vignette beside pack.yaml"))
    }
    return (pack, diagnostics)
  }

  /// What stands for a `pack.yaml` that is not there.
  private static func missingManifest(of label: String) -> PackFile {
    let place = label + "/pack.yaml"
    let fault = Diagnostic(
      .error, "unreadable", at: Location(file: place), "the file cannot be read",
      mend: "check that it is there, under this name")
    return PackFile(path: "pack.yaml", label: place, content: .failure(DiagnosticList([fault])))
  }

  /// Reads every pack in a folder of packs; folders without a `pack.yaml` are skipped.
  ///
  /// - Returns: The packs that could be read, and what is wrong with the others.
  public static func loadAll(in folder: URL) -> (packs: [Pack], diagnostics: [Diagnostic]) {
    var packs: [Pack] = []
    var diagnostics: [Diagnostic] = []
    var found: [String] = []
    do {
      found = try names(in: folder)
    } catch {
      diagnostics += error.diagnostics
    }
    for name in found {
      do {
        packs.append(try load(folder: folder.appendingPathComponent(name)))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    return (packs, diagnostics)
  }

  /// The names of the packs in a folder of packs, in order: of the folders with a `pack.yaml`.
  ///
  /// - Throws: `DiagnosticList` where the folder cannot be looked into.
  package static func names(in folder: URL) throws(DiagnosticList) -> [String] {
    try PackFile.names(in: folder).sorted().filter { name in
      let manifest = folder.appendingPathComponent(name).appendingPathComponent("pack.yaml")
      return FileManager.default.fileExists(atPath: manifest.path)
    }
  }
}

extension Pack {
  /// Reads what `pack.yaml` says.
  fileprivate mutating func read(yaml: String, file: String) throws(DiagnosticList) {
    var reader = FormReader(file: file)
    if let form = reader.root(yaml, name: "the pack", keys: FormKeys.pack) {
      reader.checkFormat(form)
      title = reader.text("title", in: form)
      version = reader.text("version", in: form)
      language = reader.text("language", in: form)
      if !language.isEmpty, !Language.isTag(language) {
        reader.report(
          "language", at: form["language"], "'\(language)' is not a language tag",
          mend: "write for example en, de or pt-BR")
      }
      licence = reader.text("licence", in: form)
      summary = reader.text("summary", in: form)
      for pair in form.pairs { places[pair.key] = reader.location(of: pair.value) }
    }
    try reader.finish()
    remarks = reader.warnings
  }
}
