import Foundation
import TestSupport
import Testing

/// The targets that `Package.swift` lists as pure.
struct PureTargetsTests {
  /// Their names, as they stand between the two comments.
  static func targets() throws -> [String] {
    let manifest = try String(
      contentsOf: Repository.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let start = try #require(manifest.range(of: "// Pure:"))
    let end = try #require(manifest.range(of: "// Edges."))
    return manifest[start.upperBound..<end.lowerBound]
      .matches(of: #/\.target\(\s*name: "(\w+)"/#).map { String($0.1) }
  }

  @Test("A pure target asks the system for nothing but how many threads to run on")
  func asksNothing() throws {
    let asking =
      #/\b(FileManager|FileHandle|URL\(|Date\(\)|ContinuousClock|SuspendingClock|getenv)/#
    let drawing = #/\bSystemRandomNumberGenerator|\.(randomElement|shuffled|shuffle)\(\)/#
    let system = #/\bProcessInfo\.(?!processInfo\.activeProcessorCount)/#
    let targets = try Self.targets()
    #expect(targets.contains("Listening") && targets.contains("Practice"))
    #expect(!targets.contains("Files"))
    for target in targets {
      let folder = Repository.root.appendingPathComponent("Sources/\(target)").path
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      for file in files where file.hasSuffix(".swift") {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        for line in text.split(separator: "\n") where !line.contains(#/^\s*\/\//#) {
          let isPure = !line.contains(asking) && !line.contains(drawing) && !line.contains(system)
          #expect(isPure, "\(target)/\(file): \(line)")
        }
      }
    }
  }
}
