import Diagnostics
import Foundation
import PackFormat
import Scenarios

import Packs

/// A small pack that loads, as files.
enum SamplePack {
  /// Its files; the client's last words change with the version.
  static func files(version: String = "1.0.0") -> [PackFile] {
    PackSkeleton(title: "Test", client: "Sam").files.map { name, text in
      let text = text.replacing("version: 0.1.0", with: "version: \(version)")
        .replacing("Last words, left, two.", with: "Last words of \(version).")
      return PackFile(path: name, label: name, content: .success(Array(text.utf8)))
    }
  }

  /// The pack of these files.
  static func pack(_ name: String = "grief", version: String = "1.0.0") throws -> Pack {
    try PackLoader.load(name: name, label: name, files: files(version: version))
  }

  /// The only complaint of a failure, without the place.
  static func complaint(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let list as DiagnosticList {
      return list.diagnostics.map { "\($0.rule): \($0.message)" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }
}

/// A folder that goes when the value does.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("attune-packs-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The names in it, but for the lock.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [])
      .filter { $0 != ".lock" }.sorted()
  }
}
