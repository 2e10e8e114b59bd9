import Listening
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

  // The numbers of Documentation/PackFormat.md.
  @Test("The material lasts for twelve turns, whatever the trainee does", arguments: Shipped.names)
  func minimum(name: String) throws {
    let v = try Self.vignette(name)
    let lines = v.topics.flatMap(\.lines)
    #expect(v.topics.count >= 3)
    #expect(lines.count >= 24)
    #expect(lines.count { $0.depth == 1 } >= 6)
    for depth in 2...4 { #expect(lines.count { $0.depth == depth } >= 4, "depth \(depth)") }
    #expect(v.reactions.understood.count >= 12)
    #expect(v.reactions.explored.count >= 6)
    #expect(v.reactions.respected.count >= 6)
    let least: [Reactions.Standing: Int] = [
      .closed: 12, .advised: 8, .ignored: 8, .withdrawal: 8, .misread: 6, .judged: 6,
      .confrontation: 6, .levelled: 4, .repaired: 4,
    ]
    for occasion in Reactions.Standing.allCases {
      let count = v.reactions.standing[occasion]?.count ?? 0
      let needed = try #require(least[occasion])
      #expect(count >= needed, "\(occasion.rawValue)")
    }
    for closing in [v.closings.warm, v.closings.neutral, v.closings.cool, v.closings.left] {
      #expect(closing.count >= 2)
    }
  }

  @Test("No line is said twice", arguments: Shipped.names)
  func distinct(name: String) throws {
    let v = try Self.vignette(name)
    let c = v.closings
    var all = [v.opening.text] + v.topics.flatMap(\.lines).map(\.text)
    all += v.reactions.understood + v.reactions.explored + v.reactions.respected
    all += Reactions.Standing.allCases.flatMap { v.reactions.standing[$0] ?? [] }.map(\.text)
    all += c.warm + c.neutral + c.cool + c.left
    let said = Dictionary(grouping: all.map { $0.lowercased() }, by: \.self)
    #expect(said.filter { $1.count > 1 }.keys.sorted() == [])
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
