import Diagnostics
import Foundation
import Scenarios

/// Reads packs. Loading a pack runs no code and opens no file outside its folder.
public enum PackLoader {
  /// Maximum number of vignettes in a pack.
  public static let maxVignettes = 200
  /// Maximum length of a pack's or a vignette's name in bytes. A session is named after its vignette,
  /// with its seed and a suffix behind it, and such a name has to be one that `SessionStore` takes.
  public static let maxNameLength = 60

  /// Reads a pack from its folder.
  ///
  /// - Returns: The pack.
  /// - Throws: `DiagnosticList` with everything that is wrong in all its files.
  public static func load(folder: URL) throws(DiagnosticList) -> Pack {
    do {
      return try load(
        name: folder.standardizedFileURL.lastPathComponent, label: folder.relativePath,
        files: PackFile.all(in: folder))
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
      let place = label + "/pack.yaml"
      let manifest =
        files.first { $0.role == .manifest }
        ?? PackFile(
          path: "pack.yaml", label: place,
          content: .failure(
            DiagnosticList([
              Diagnostic(
                .error, "unreadable", at: Location(file: place), "the file cannot be read",
                mend: "check that it is there")
            ])))
      try pack.read(yaml: manifest.text(), file: manifest.label)
    } catch {
      diagnostics += error.diagnostics
    }
    let vignettes = files.compactMap { file -> (id: String, file: PackFile)? in
      if case .vignette(let id) = file.role { (id, file) } else { nil }
    }
    if vignettes.count > maxVignettes {
      diagnostics.append(
        Diagnostic(
          .error, "too-many", at: Location(file: label),
          "the pack holds more than \(maxVignettes) vignettes", mend: "split it"))
    }
    diagnostics += faultyNames([(name, label)] + vignettes.map { ($0.id, $0.file.label) })
    // Some file systems ignore case.
    var seen: [String: String] = [:]
    for (id, file) in vignettes {
      guard let first = seen[id.lowercased()] else {
        seen[id.lowercased()] = file.path
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error, "name", at: Location(file: file.label),
          "a second vignette '\(id)'; the first is \(first)",
          mend: "give one of the files another name, which differs in more than case"))
    }
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

  /// The names of a pack's folder and of a vignette's file are used on command lines and in the
  /// line protocol, so they contain nothing that would need quoting there.
  private static func faultyNames(_ names: [(name: String, label: String)]) -> [Diagnostic] {
    names.compactMap { name, label in
      if isName(name) { return nil }
      return Diagnostic(
        .error, "name", at: Location(file: label),
        "'\(name)' cannot be the name of a pack or a vignette",
        mend: nameMend)
    }
  }

  /// The form of a name, for messages.
  static let nameMend =
    "name it with letters a to z, digits, hyphens, underscores and dots, the first no hyphen or dot, "
    + "\(maxNameLength) at most"

  /// Whether a name can be that of a pack or a vignette. A dot at its beginning would hide it, and
  /// a hyphen would make an option of it.
  public static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !"-.".utf8.contains(first),
      name.utf8.count <= maxNameLength
    else { return false }
    return name.utf8.allSatisfy { byte in
      switch UnicodeScalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
      default: false
      }
    }
  }

  /// Reads every pack in a folder of packs; folders without a `pack.yaml` are skipped.
  ///
  /// - Returns: The packs that could be read, and what is wrong with the others.
  public static func loadAll(in folder: URL) -> (packs: [Pack], diagnostics: [Diagnostic]) {
    var packs: [Pack] = []
    var diagnostics: [Diagnostic] = []
    var names: [String] = []
    do {
      names = try PackFile.names(in: folder)
    } catch {
      diagnostics += error.diagnostics
    }
    for name in names.sorted() {
      let pack = folder.appendingPathComponent(name)
      let manifest = pack.appendingPathComponent("pack.yaml").path
      guard FileManager.default.fileExists(atPath: manifest) else { continue }
      do {
        packs.append(try load(folder: pack))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    return (packs, diagnostics)
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
