import Foundation
import TestSupport
import Testing

/// The pages as a Markdown renderer takes them.
struct DocumentationTests {
  static let pages: [URL] = {
    let folders = ["", "Documentation", "Models", "Corpus"]
    return folders.flatMap { folder in
      let url = Repository.root.appendingPathComponent(folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().map { url.appendingPathComponent($0) }
    }
  }()

  @Test("Every row stands in a table: below a head, with as many cells", arguments: pages)
  func tables(page: URL) throws {
    func cells(_ row: Substring) -> Int {
      row.replacing(#"\|"#, with: "").count { $0 == "|" } - 1
    }
    let lines = try String(contentsOf: page, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var head: Int?
    for (number, line) in zip(1..., lines) {
      guard line.hasPrefix("|") else {
        head = nil
        continue
      }
      if head == nil {
        head = cells(line)
        // `lines` counts from 0, so this is the line below.
        let below = lines.indices.contains(number) ? lines[number] : ""
        #expect(below.hasPrefix("|") && below.allSatisfy { "|-: ".contains($0) }, "line \(number)")
      }
      #expect(cells(line) == head, "line \(number)")
    }
  }
}
