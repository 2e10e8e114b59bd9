import Clients
import Diagnostics
import Files
import Foundation
import PackFormat
import Packs
import Scenarios

/// A pack as a folder or as an archive, read and checked.
struct PackSource {
  var pack: Pack
  var files: [PackFile]

  /// Reads a pack from its folder or its archive, and its tests too.
  ///
  /// - Throws: `DiagnosticList` with everything that is wrong in it; `Failure` where there is none.
  init(path: String) throws {
    let isFolder = Folder.exists(at: path)
    guard isFolder || FileManager.default.fileExists(atPath: path) else {
      throw Failure("there is no pack '\(path)'; name a folder or a .tar.gz", .noInput)
    }
    let url = URL(fileURLWithPath: path, isDirectory: isFolder)
    let name: String
    if isFolder {
      name = url.standardizedFileURL.lastPathComponent
      files = PackFile.all(in: url)
    } else {
      (name, files) = try PackArchive.read(url)
    }
    pack = try PackLoader.load(name: name, label: url.relativePath, files: files)
    _ = try PackTest.all(in: files, of: pack)
  }
}

extension Pack {
  /// All warnings about a pack that loads: those found by reading it and those found by playing it.
  func warnings() -> [Diagnostic] { lint() + warningsFromPlay() }
}

/// The folder of a pack that is named on the command line: by its path, or by its name where it came
/// with Attune.
///
/// - Throws: `Failure` where there is none.
func packFolder(_ path: String) throws(Failure) -> URL {
  guard Folder.exists(at: path) else {
    if let shipped = Installation.current.folder(ofShipped: path) { return shipped }
    let parent = Folder.parent(of: path)
    let isWithin = FileManager.default.fileExists(atPath: parent + "/pack.yaml")
    throw Failure(
      isWithin && !parent.isEmpty
        ? "'\(path)' is no folder; name the pack's, '\(parent)'"
        : "there is no pack folder '\(path)'; name one that holds a pack.yaml", .noInput)
  }
  return URL(fileURLWithPath: path, isDirectory: true)
}

/// A file's text, to show a line of; `nil` where it cannot be read.
func contents(of file: String) -> String? {
  FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
}
