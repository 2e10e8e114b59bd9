import Diagnostics
import Files
import Foundation

/// A file of a pack: its place in the pack, the name by which a person knows it, and its content.
public struct PackFile: Sendable {
  /// Its path within the pack: `pack.yaml`, `maya.yaml`, `tests/maya.yaml`.
  public var path: String
  /// Its name in diagnostics.
  public var label: String
  /// Its bytes, or why they cannot be read.
  public var content: Result<[UInt8], DiagnosticList>

  /// Creates a file.
  public init(path: String, label: String, content: Result<[UInt8], DiagnosticList>) {
    self.path = path
    self.label = label
    self.content = content
  }

  /// What a file of a pack is for, by its path; `nil` for a file that has no place in one.
  public var role: Role? { Role(path: path) }

  /// What a file of a pack is for.
  public enum Role: Hashable, Sendable {
    /// `pack.yaml`.
    case manifest
    /// A vignette of this name.
    case vignette(String)
    /// What the author expects of the vignette of this name.
    case tests(String)
    /// A file for people alone: `README.md`, `LICENSE`.
    case notes

    init?(path: String) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard let name = parts.last, !name.hasPrefix(".") else { return nil }
      let stem = [".yaml", ".yml"].first { name.hasSuffix($0) }.map { name.dropLast($0.count) }
      switch (parts.count, stem) {
      case (1, "pack") where name == "pack.yaml": self = .manifest
      // Another spelling of the manifest's name is no vignette's.
      case (1, let stem?) where stem.lowercased() == "pack": return nil
      case (1, let stem?): self = .vignette(String(stem))
      case (2, let stem?) where parts[0] == "tests": self = .tests(String(stem))
      case (1, nil) where ["README.md", "LICENSE", "LICENSE.txt"].contains(name): self = .notes
      default: return nil
      }
    }
  }

  /// The file as text.
  func text() throws(DiagnosticList) -> String {
    let bytes = try content.get()
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DiagnosticList([
        Diagnostic(
          .error, "not-utf8", at: Location(file: label),
          "the file is in UTF-16, not UTF-8", mend: "save it as UTF-8")
      ])
    }
    let (byte, line, column) = Self.fault(in: bytes)
    let code = String(byte, radix: 16, uppercase: true)
    throw DiagnosticList([
      Diagnostic(
        .error, "not-utf8", at: Location(file: label, line: line, column: column),
        "the byte \(code) here is not UTF-8",
        mend: "save the file as UTF-8, and look at this letter")
    ])
  }

  /// The first byte that is not UTF-8, with its place.
  private static func fault(in bytes: [UInt8]) -> (byte: UInt8, line: Int, column: Int) {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var (offset, line, column) = (0, 1, 1)
    while case .valid(let scalar) = parser.parseScalar(from: &rest) {
      offset += scalar.count
      column += 1
      if scalar.first == 0x0A { (line, column) = (line + 1, 1) }
    }
    return (bytes.indices.contains(offset) ? bytes[offset] : 0, line, column)
  }
}

extension PackFile {
  /// Maximum file size in bytes: a vignette is text that a person wrote.
  public static let maxFileSize = 1 << 20
  /// Maximum number of bytes in all files of a pack.
  public static let maxPackSize = 16 << 20
  /// Maximum number of files that are looked at: more than a pack may have.
  static let maxFiles = 1000

  /// The files of a pack in a folder, in the order of their paths; those that have no place in a
  /// pack are left out. No file outside the folder is opened. An unreadable folder is returned as a
  /// failed manifest alone, an unreadable `tests` folder as a failed entry at the end.
  public static func all(in folder: URL) -> [PackFile] {
    let beside: [String]
    do { beside = try names(in: folder) } catch {
      let manifest = folder.appendingPathComponent("pack.yaml")
      return [
        PackFile(path: "pack.yaml", label: manifest.relativePath, content: .failure(error))
      ]
    }
    let tests = folder.appendingPathComponent("tests", isDirectory: true)
    var paths = beside
    var closed: [PackFile] = []
    do throws(DiagnosticList) {
      paths += try names(in: tests).map { "tests/\($0)" }
    } catch {
      closed = [PackFile(path: "tests", label: tests.relativePath, content: .failure(error))]
    }
    var room = maxPackSize
    let files = paths.sorted().filter { Role(path: $0) != nil }.prefix(maxFiles).map { path in
      let url = folder.appendingPathComponent(path)
      let content = Result { () throws(DiagnosticList) in
        try read(url, within: path.hasPrefix("tests/") ? [folder, tests] : [folder], room: &room)
      }
      return PackFile(path: path, label: url.relativePath, content: content)
    }
    return files + closed
  }

  /// The names in a folder of packs or of a pack's files; none where there is no such folder.
  ///
  /// - Throws: `DiagnosticList` where it is there and cannot be looked into.
  package static func names(in folder: URL) throws(DiagnosticList) -> [String] {
    do {
      return try Folder.names(at: folder.path)
    } catch {
      let reason = error.system?.description ?? error.description
      throw DiagnosticList([
        Diagnostic(
          .error, "unreadable-folder", at: Location(file: folder.relativePath),
          "the folder cannot be looked into: \(reason)", mend: "check who may read it",
          cause: .missing)
      ])
    }
  }

  /// Reads a file that lies in the last of these folders, each of which lies in the one before.
  private static func read(_ url: URL, within folders: [URL], room: inout Int)
    throws(DiagnosticList) -> [UInt8]
  {
    func failure(
      _ rule: String, _ message: String, mend: String, cause: Diagnostic.Cause = .content
    ) -> DiagnosticList {
      DiagnosticList([
        Diagnostic(
          .error, rule, at: Location(file: url.relativePath), message, mend: mend, cause: cause)
      ])
    }
    let target = url.resolvingSymlinksInPath()
    let chain = (folders + [url]).map { $0.resolvingSymlinksInPath() }
    let isInside = zip(chain, chain.dropFirst()).allSatisfy { outer, inner in
      inner.deletingLastPathComponent().path == outer.path
    }
    guard isInside else {
      throw failure("outside", "the file lies outside its pack", mend: "copy it into the pack")
    }
    let pack = failure(
      "too-large", "the pack's files hold more than \(maxPackSize) bytes", mend: "split the pack")
    if room < 0 { throw pack }
    let content: [UInt8]?
    do { content = try RegularFile.bytes(at: target.path, most: maxFileSize + 1) } catch {
      throw failure(
        "unreadable", "the file cannot be read: \(error)", mend: "see to it and try again",
        cause: .missing)
    }
    guard let bytes = content else {
      let obstacle = obstacle(at: url)
      throw failure("unreadable", obstacle.message, mend: obstacle.mend)
    }
    if bytes.count > maxFileSize {
      throw failure("too-large", "the file is larger than \(maxFileSize) bytes", mend: "shorten it")
    }
    room -= bytes.count
    if room < 0 { throw pack }
    return bytes
  }

  /// What stands where a regular file should, and the mend.
  private static func obstacle(at url: URL) -> (message: String, mend: String) {
    let mend = "put a file in its place"
    var isFolder: ObjCBool = false
    // A link counts as what it leads to.
    if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
      return (isFolder.boolValue ? "this is a folder" : "this is no regular file", mend)
    }
    return FileIdentity(at: url.path) == nil
      ? ("the file cannot be read", "check that it is there")
      : ("this link leads to nothing", mend)
  }
}
