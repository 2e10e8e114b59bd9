import Clients
import Foundation
import PackFormat
import Reports
import Scenarios
import Testing

/// The sheet, the graph and the simulation of a vignette.
struct VignetteReportTests {
  private func vignette() throws -> Vignette {
    let file = try #require(PackSkeleton(title: "T", client: "Sam").files.last)
    return try Vignette(yaml: file.text, id: "sam", file: file.name)
  }

  @Test("A sheet holds every line and every example")
  func sheet() throws {
    let vignette = try vignette()
    var sheet = ""
    VignetteSheet(vignette).write(into: &sheet)
    for line in vignette.clientLines {
      #expect(sheet.contains(line.text))
      #expect(sheet.contains(line.example))
    }
  }

  @Test("A sheet tells by which questions a fact is asked for, and how deep it goes")
  func facts() throws {
    var vignette = try vignette()
    vignette.facts = [
      Fact(asks: [.name, .person], of: ["sister"], about: [], depth: 1, text: "Ruth."),
      Fact(asks: [.age], of: [], about: ["then"], depth: 3, text: "Nine."),
    ]
    var sheet = ""
    VignetteSheet(vignette).write(into: &sheet)
    #expect(
      sheet.contains(
        """

        ## Facts

        - *name, who*, of sister: **1.** Ruth.
        - *age*, about then: **3.** Nine.

        ## Reactions

        """))
  }

  @Test("A sheet has its parts in order, each under its heading")
  func headings() throws {
    let vignette = try vignette()
    var sheet = ""
    VignetteSheet(vignette).write(into: &sheet)
    let headings = sheet.split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
    var parts = ["# \(vignette.name): \(vignette.title)", "## To practise", "## Opening"]
    parts += vignette.topics.map { "## \($0.title)" }
    if !vignette.answers.isEmpty { parts.append("## Answers") }
    parts += ["## Reactions", "## Last words"]
    if !vignette.returns.isEmpty { parts.append("## Coming back") }
    #expect(headings == parts)
    for part in parts.dropFirst() { #expect(sheet.contains("\n\n\(part)\n\n"), "\(part)") }
  }

  @Test("A graph goes from the client down each topic", arguments: TopicGraph.Format.allCases)
  func graph(format: TopicGraph.Format) throws {
    var graph = ""
    TopicGraph(try vignette()).write(format, into: &graph)
    let arrow = format == .dot ? "->" : "-->"
    #expect(graph.components(separatedBy: arrow).count - 1 == 16)
    #expect(graph.contains("Topic 4, depth 4: 1"))
  }

  @Test(
    "Nothing in a name or a title ends a graph's label or line",
    arguments: TopicGraph.Format.allCases)
  func labels(format: TopicGraph.Format) throws {
    func graph(_ text: String) throws -> String {
      var vignette = try vignette()
      vignette.name = text
      vignette.topics[0].title = text
      var graph = ""
      TopicGraph(vignette).write(format, into: &graph)
      return graph
    }
    let written = try graph("TEXT").replacing("TEXT", with: "a '\u{301}b' c\\\\\u{301} d")
    #expect(try graph("a \"\u{301}b\" c\\\u{301}\nd") == written)
  }

  @Test("A simulation's table has a row for each trainee, and the lines that nobody heard")
  func simulation() throws {
    let vignette = try vignette()
    let results = ["skilled", "silent"].map { name in
      var sum = Simulation()
      for seed in 1...UInt64(10) {
        let policy = name == "silent" ? Policies.silent : Policies.skilled
        sum += Simulation.play(vignette, policy, seed: seed, turns: 12)
      }
      return (trainee: name, result: sum)
    }
    let lines = SimulationTable(vignette, sessions: 10, turns: 12, results).description
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "Sam: 10 sessions of 12 replies with each trainee")
    let silent = try #require(lines.first { $0.hasPrefix("silent  ") })
    let result = results[1].result
    #expect(result.walkedOut == 10 && result.meanDepth == 0)
    #expect(silent.contains("    0.0   100 %      0 %        \(result.ruptures)        0"))
    #expect(lines.allSatisfy { !$0.hasPrefix("skilled") || $0.count == silent.count })
    let unsaid = lines.filter { $0.hasPrefix("  never: ") }
    let all = vignette.firstSessionLines.count
    #expect(lines.contains("\(all - unsaid.count) of \(all) lines were said."))
    #expect(!unsaid.isEmpty && lines.last == "")
    let counted = try #require(lines.first { $0.hasPrefix("Counted are the opening, ") })
    for occasion in Reactions.Standing.allCases {
      #expect(counted.contains(occasion.rawValue), "\(occasion)")
    }
    #expect(counted.hasSuffix("; nothing else that the client can say."))
  }
}
