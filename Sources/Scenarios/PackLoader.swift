import Diagnostics
import Foundation

/// Reads packs from folders. Loading a pack runs nothing and opens no file outside its folder.
public enum PackLoader {
  /// The largest file that is read, in bytes: a vignette is text that a person wrote.
  public static let largestFile = 1 << 20
  /// The most vignettes in a pack.
  public static let mostVignettes = 200

  /// Reads a pack from its folder.
  ///
  /// - Returns: The pack.
  /// - Throws: `DiagnosticList` with everything that is wrong in all its files.
  public static func load(folder: URL) throws(DiagnosticList) -> Pack {
    var diagnostics: [Diagnostic] = []
    var pack = Pack()
    pack.id = folder.standardizedFileURL.lastPathComponent
    do {
      let url = folder.appendingPathComponent("pack.yaml")
      try read(pack: &pack, yaml: text(of: url, in: folder), file: url.relativePath)
    } catch {
      diagnostics += error.diagnostics
    }
    let files = vignetteFiles(in: folder)
    if files.count > mostVignettes {
      diagnostics.append(
        Diagnostic(
          .error, "too-many", at: Location(file: folder.relativePath),
          "the pack holds more than \(mostVignettes) vignettes", mend: "split it"))
    }
    diagnostics += faultyNames(of: [folder] + files)
    for url in files.prefix(mostVignettes) {
      do {
        let id = url.deletingPathExtension().lastPathComponent
        var vignette = try Vignette(
          yaml: text(of: url, in: folder), id: id, file: url.relativePath)
        vignette.language = pack.language
        pack.vignettes.append(vignette)
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if pack.vignettes.isEmpty, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, "no-vignettes", at: Location(file: folder.relativePath),
          "the pack holds no vignette",
          mend: "put a YAML file for each vignette beside pack.yaml"))
    }
    if !diagnostics.isEmpty { throw DiagnosticList(diagnostics) }
    return pack
  }

  /// A pack and a vignette are called by the names of their folder and file, on command lines and
  /// in the line protocol, so these hold nothing that would need quoting there.
  private static func faultyNames(of urls: [URL]) -> [Diagnostic] {
    urls.compactMap { url in
      let name = url.standardizedFileURL.deletingPathExtension().lastPathComponent
      let isPlain = name.utf8.allSatisfy { byte in
        switch UnicodeScalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
        default: false
        }
      }
      if isPlain && !name.isEmpty { return nil }
      return Diagnostic(
        .error, "name", at: Location(file: url.relativePath),
        "'\(name)' cannot be the name of a pack or a vignette",
        mend: "name it with letters, digits and hyphens")
    }
  }

  /// Reads every pack in a folder of packs; folders without a `pack.yaml` are passed over.
  ///
  /// - Returns: The packs that could be read, and what is wrong with the others.
  public static func loadAll(in folder: URL) -> (packs: [Pack], diagnostics: [Diagnostic]) {
    var packs: [Pack] = []
    var diagnostics: [Diagnostic] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
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

  private static func vignetteFiles(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted()
      .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
      .filter { $0 != "pack.yaml" }
      .map { folder.appendingPathComponent($0) }
  }

  private static func text(of url: URL, in folder: URL) throws(DiagnosticList) -> String {
    func failure(_ rule: String, _ message: String, mend: String? = nil, line: Int? = nil)
      -> DiagnosticList
    {
      DiagnosticList([
        Diagnostic(
          .error, rule, at: Location(file: url.relativePath, line: line), message, mend: mend)
      ])
    }
    let inside = url.resolvingSymlinksInPath().deletingLastPathComponent().path
    guard inside == folder.resolvingSymlinksInPath().path else {
      throw failure("outside", "the file lies outside its pack", mend: "copy it into the pack")
    }
    // Only regular files: opening a pipe would wait for somebody to write into it.
    let target = url.resolvingSymlinksInPath()
    guard (try? target.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
      let file = try? FileHandle(forReadingFrom: target)
    else { throw failure("unreadable", "the file cannot be read", mend: "check that it is there") }
    defer { try? file.close() }
    let data = (try? file.read(upToCount: largestFile + 1)) ?? Data()
    if data.count > largestFile {
      throw failure("too-large", "the file is larger than \(largestFile) bytes", mend: "split it")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
      let fault = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
      throw failure(
        "not-utf8", "not UTF-8", mend: "save the file as UTF-8", line: fault.map { $0 + 1 })
    }
    return text
  }

  private static func read(pack: inout Pack, yaml: String, file: String) throws(DiagnosticList) {
    var reader = FormReader(file: file)
    let keys = ["format", "title", "version", "language", "licence", "summary"]
    if let form = reader.root(yaml, name: "the pack", keys: keys) {
      reader.checkFormat(form)
      pack.title = reader.text("title", in: form)
      pack.version = reader.text("version", in: form)
      pack.language = reader.text("language", in: form)
      pack.licence = reader.text("licence", in: form)
      pack.summary = reader.text("summary", in: form)
    }
    try reader.finish()
  }
}
