import Diagnostics
import Foundation
import Scenarios

extension PackFile {
  /// Warnings about files that are not read because of their name or their place, and look as if
  /// they were meant to be: `ben.yaml.txt`, `ben.YAML`, `more/ben.yaml`, `Pack.yaml`.
  ///
  /// A file whose right name is taken, such as a copy that an editor keeps, is no cause to warn.
  public static func warningsOfNames(in folder: URL) -> [Diagnostic] {
    let beside = (try? names(in: folder)) ?? []
    // What cannot be looked into is no folder, or is told elsewhere.
    let within = beside.filter { !$0.hasPrefix(".") }.flatMap { name in
      ((try? names(in: folder.appendingPathComponent(name))) ?? []).map { "\(name)/\($0)" }
    }
    let all = Set(beside + within)
    let read = all.filter { Role(path: $0) != nil }
    return all.sorted().compactMap { path in
      guard Role(path: path) == nil, let right = rightPath(for: path), right != path,
        ![right, right.dropLast(5) + ".yml"].contains(where: read.contains)
      else { return nil }
      let isMove = path.split(separator: "/").count != right.split(separator: "/").count
      return Diagnostic.warning(
        .fileName, at: Location(file: folder.appendingPathComponent(path).relativePath),
        "this file is no part of the pack and is not read",
        mend: isMove ? "move it beside pack.yaml, as \(right)" : "rename it \(right)")
    }
  }

  /// The path that a file would be read by, if its name holds the extension of a pack's files.
  private static func rightPath(for path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast(), !name.hasPrefix("."),
      let stem = name.firstMatch(of: #/(.+?)\.ya?ml/#.ignoresCase())?.output.1
    else { return nil }
    if parts == ["tests"] { return "tests/\(stem).yaml" }
    return (stem.lowercased() == "pack" ? "pack" : String(stem)) + ".yaml"
  }
}
