import Foundation
import PackFormat
import Repeatable
import Scenarios
import TestSupport

/// Packs and archives that went wrong, by number: the same number gives the same bytes.
struct Mutants {
  /// What is sent through the loader.
  enum Mutant {
    case files([PackFile])
    case archive([UInt8])
  }

  private var manifests: [String] = []
  private var vignettes: [String] = []
  private var tests: [String] = []

  /// Mutants of the packs in a folder.
  init(of folder: URL) {
    for pack in PackLoader.loadAll(in: folder).packs {
      for file in PackFile.all(in: folder.appendingPathComponent(pack.id)) {
        guard let bytes = try? file.content.get() else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        switch file.role {
        case .manifest: manifests.append(text)
        case .vignette:
          vignettes.append(Accidents.shortened(text, most: 3).joined(separator: "\n"))
        case .tests:
          // A shortened vignette lacks lines and topics that its tests name.
          let kept = Accidents.lines(of: text).filter {
            !$0.contains("says:") && !$0.contains("topic:")
          }
          tests.append(kept.joined(separator: "\n"))
        case .notes, nil: break
        }
      }
    }
  }

  /// The mutant of a number.
  func mutant(_ number: UInt64) -> Mutant {
    var g = Seeded(seed: number)
    let index = Int(g.next() % UInt64(vignettes.count))
    var manifest = manifests[index % manifests.count]
    var vignette = vignettes[index]
    var test = tests[index % tests.count]
    let accidents = [1, 1, 1, 2, 3, 6].randomElement(using: &g) ?? 1
    switch Int.random(in: 0..<100, using: &g) {
    case 0..<60: vignette = Accidents.several(accidents, to: vignette, &g)
    case 60..<72: test = Accidents.several(accidents, to: test, &g)
    case 72..<80: manifest = Accidents.several(accidents, to: manifest, &g)
    case 80..<88: vignette = bytes(vignette, accidents, &g)
    case 88..<98:
      return .archive(Archives.mutant(of: [("pack.yaml", manifest), ("a.yaml", vignette)], &g))
    default: vignette = hostile(vignette, &g)
    }
    return .files(
      [("a.yaml", vignette), ("pack.yaml", manifest), ("tests/a.yaml", test)].map { path, text in
        PackFile(path: path, label: path, content: .success(Array(text.utf8)))
      })
  }

  /// Bytes changed blindly; what is no longer UTF-8 is the loader's to find.
  private func bytes(_ text: String, _ count: Int, _ g: inout Seeded) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<count {
      bytes[Int.random(in: bytes.indices, using: &g)] = UInt8(truncatingIfNeeded: g.next() & 0x7F)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is written to hurt: aliases of aliases, nesting, scalars without end, keys without end.
  private func hostile(_ text: String, _ g: inout Seeded) -> String {
    let size = 1 << Int.random(in: 4...17, using: &g)
    let evil: String
    switch Int.random(in: 0..<7, using: &g) {
    case 0:
      let width = Int.random(in: 1...9, using: &g)
      let depth = Int.random(in: 0...100, using: &g)
      evil = (0..<Int.random(in: 2...12, using: &g)).map { level in
        let inner = level == 0 ? "x" : "*a\(level - 1)"
        let list = Array(repeating: inner, count: width).joined(separator: ", ")
        let start = String(repeating: "[", count: depth)
        let end = String(repeating: "]", count: depth)
        return "k\(level): &a\(level) [\(start)\(list)\(end)]\n"
      }.joined()
    case 1: evil = "x: " + String(repeating: "[", count: size)
    case 2: evil = "x: " + String(repeating: "{a: ", count: size / 4)
    case 3: evil = String(repeating: "- ", count: size / 2)
    case 4: evil = "x: \"" + String(repeating: "word ", count: size) + "\"\n"
    case 5: evil = (0..<(size / 16)).map { "key\($0): v\n" }.joined()
    default: evil = "x: |\n" + String(repeating: "  line of a long text\n", count: size / 16)
    }
    return Bool.random(using: &g) ? evil + text : text + "\n" + evil
  }
}
