import Diagnostics
import PackFormat
import Scenarios
import Testing

@Suite("The packs that come with Attune")
struct ShippedPackTests {
  static func vignette(_ name: String) throws -> Vignette {
    try Vignette(yaml: Shipped.text(name), id: name, file: "\(name).yaml")
  }

  @Test("Every pack loads without a complaint")
  func clean() throws {
    let (packs, diagnostics) = PackLoader.loadAll(in: Shipped.folder)
    #expect(diagnostics.map(\.description) == [])
    #expect(packs.map(\.id) == ["foundations", "relational-trauma", "sceptics-and-ruptures"])
    #expect(packs.allSatisfy { $0.vignettes.count >= 4 && $0.language == "en" })
  }

  @Test("There is a client of more than one attachment style")
  func styles() throws {
    let styles = try Set(Shipped.names.map { try Self.vignette($0).attachment })
    #expect(styles == Set(Attachment.allCases))
  }

  @Test("Every topic can be named, and its first line waits for no trust", arguments: Shipped.names)
  func topics(name: String) throws {
    for topic in try Self.vignette(name).topics {
      #expect(!topic.about.isEmpty)
      #expect(topic.about.count == Set(topic.about).count, "\(topic.id)")
      #expect(topic.lines.contains { $0.depth <= 2 }, "\(topic.id)")
      #expect(topic.lines.map(\.depth) == topic.lines.map(\.depth).sorted(), "\(topic.id)")
    }
  }

  @Test(
    "A word of having been understood fits any reflection: none agrees with an 'it is'",
    arguments: Shipped.names)
  func understood(name: String) throws {
    for words in try Self.vignette(name).reactions.prefaces[.understood] ?? [] {
      let agrees = words.firstMatch(
        of: /(?i)(?:^|yes|yeah|aye|think|suppose)[, .]*(?:it|they) (?:is|was|are|were)(?:[.,]|$)/)
      #expect(agrees == nil, "\(words)")
    }
  }

  @Test(
    "What explains the examples of short answers fits beside a reply without a question",
    arguments: Shipped.names)
  func closed(name: String) throws {
    for line in try Self.vignette(name).reactions.standing[.closed] ?? [] {
      let presumes = line.why.firstMatch(
        of: /(?i)yes-or-no|your question|^(?:a|short|quick|tick-box)\b[^;]*\bquestions?\b/)
      #expect(presumes == nil, "\(line.why)")
    }
  }

  @Test("Every objective names a finding with its year", arguments: Shipped.names)
  func sources(name: String) throws {
    let objectives = try Self.vignette(name).objectives
    #expect(objectives.count >= 3)
    for objective in objectives {
      let year = try #require(objective.source.firstMatch(of: /\b(19|20)\d\d\b/))
      #expect(objective.source[..<year.range.lowerBound].contains { $0.isLetter })
    }
  }
}
