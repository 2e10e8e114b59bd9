import Foundation
import Scenarios
import TestSupport
import Testing

@testable import PackFormat

/// The reference of a pack's keys names the decoder's, no more and no fewer.
struct PackFormatPageTests {
  static let page = Result {
    try String(
      contentsOf: Repository.root.appendingPathComponent("Documentation/PackFormat.md"),
      encoding: .utf8)
  }

  /// The rows of the tables under a heading, as cells.
  static func rows(_ heading: String) throws -> [[String]] {
    let lines = try page.get().split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == heading })
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    return section.filter { $0.hasPrefix("| `") }.map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What stands in backquotes.
  static func quoted(_ cell: String) -> [String] {
    cell.matches(of: #/`([^`]+)`/#).map { String($0.1) }
  }

  static let sections: [(String, [String])] = [
    ("## pack.yaml", FormKeys.pack), ("## A vignette", FormKeys.vignette),
    ("### A topic", FormKeys.topic), ("### A client line", FormKeys.topicLine),
    ("### Answers", Inquiry.allCases.map(\.rawValue)),
    ("### Facts", FormKeys.fact + Fact.Ask.allCases.map(\.rawValue)),
    ("### Reactions", FormKeys.reactions),
    ("## Tests", FormKeys.tests + FormKeys.test + FormKeys.expectation),
  ]

  @Test("Each table has a row for each key", arguments: sections)
  func keys(heading: String, keys: [String]) throws {
    let named = try Self.rows(heading).flatMap { Self.quoted($0[0]) }
    #expect(named.sorted() == keys.sorted())
  }

  @Test(
    "Keys within a key are named in its row",
    arguments: [
      ("objectives", FormKeys.objective), ("closings", FormKeys.closings),
      ("attachment", Attachment.allCases.map(\.rawValue)),
      ("history", History.allCases.map(\.rawValue)),
      ("expectations", Expectation.allCases.map(\.rawValue)),
    ])
  func within(key: String, keys: [String]) throws {
    let row = try #require(Self.rows("## A vignette").first { $0[0] == "`\(key)`" })
    #expect(Set(keys).isSubset(of: Self.quoted(row[2])))
  }

  @Test("The page states the minimum number of reactions that is checked")
  func fewest() throws {
    let lines = try Self.page.get().split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("Minimum for twelve turns") })
    var told: [String: Int] = [:]
    for match in line.matches(of: #/([0-9]+)([^0-9]*)/#) {
      for name in Self.quoted(String(match.2)) { told[name] = Int(match.1) }
    }
    let prefaces = Reactions.Preface.allCases.map { ($0.rawValue, MaterialCheck.minCount($0)) }
    let standing = Reactions.Standing.allCases.map { ($0.rawValue, MaterialCheck.minCount($0)) }
    #expect(told == Dictionary(uniqueKeysWithValues: prefaces + standing))
  }

  @Test("A key is called required where the decoder requires it")
  func required() throws {
    for (heading, empty) in [("## pack.yaml", "pack"), ("## A vignette", "{}")] {
      let required = try Self.rows(heading).filter { $0[1] == "yes" }.flatMap { Self.quoted($0[0]) }
      #expect(required.sorted() == SchemaTests.missing(in: empty).sorted())
    }
  }

  @Test("Every rule of lint's warnings is described")
  func rules() throws {
    let described = try Self.rows("## What lint tells").flatMap { Self.quoted($0[0]) }
    #expect(described.sorted() == PackRule.allCases.map(\.rawValue).sorted())
  }
}
