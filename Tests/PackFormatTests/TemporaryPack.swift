import Diagnostics
import Foundation
import PackFormat
import Scenarios
import TestSupport

/// A pack in a folder of its own, which goes when the value does.
final class TemporaryPack {
  /// The folder around the pack, for what lies outside it.
  let root: URL
  /// The pack's folder.
  let folder: URL

  static let manifest = """
    format: 1
    title: Test
    version: 1.0.0
    language: en
    licence: CC0-1.0
    summary: A pack for tests.

    """

  /// Creates a pack of files with these contents.
  init(_ files: [String: String] = ["pack.yaml": TemporaryPack.manifest]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    folder = root.appendingPathComponent("pack")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, content) in files { try write(Data(content.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ data: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func link(_ name: String, to target: URL) throws {
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent(name), withDestinationURL: target)
  }

  /// What is wrong with the pack, a line for each fault, with paths from its root.
  func faults() -> [String] {
    do throws(DiagnosticList) {
      _ = try PackLoader.load(folder: folder)
      return []
    } catch {
      return error.diagnostics.map {
        $0.description.replacing(root.path + "/", with: "")
      }
    }
  }
}

/// The packs that come with Attune.
enum Shipped {
  static let folder = Repository.scenarios
  /// Every vignette, as `pack/name`.
  static let names = PackLoader.loadAll(in: folder).packs.flatMap { pack in
    pack.vignettes.map { "\(pack.id)/\($0.id)" }
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
  }
}
