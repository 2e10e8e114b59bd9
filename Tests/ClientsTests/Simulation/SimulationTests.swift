import Clients
import PackFormat
import Scenarios
import TestSupport
import Testing

struct SimulationTests {
  private func vignette(_ change: (String) -> String = { $0 }) throws -> Vignette {
    let file = try #require(PackSkeleton(title: "T", client: "Sam").files.last)
    return try Vignette(yaml: change(file.text), id: "sam", file: file.name)
  }

  @Test("Sessions add up, in whatever order")
  func sum() throws {
    let vignette = try vignette()
    let parts = (0..<20).map {
      Simulation.play(vignette, Policies.novice, seed: $0, turns: 12)
    }
    var forwards = Simulation()
    var backwards = Simulation()
    parts.forEach { forwards += $0 }
    parts.reversed().forEach { backwards += $0 }
    #expect(forwards.sessions == 20)
    #expect(forwards.depths.reduce(0, +) == 20)
    #expect(forwards.meanBonds.count == 13)
    for (a, b) in zip(forwards.meanBonds, backwards.meanBonds) { #expect(abs(a - b) < 1e-9) }
    #expect(forwards.said == backwards.said)
  }

  @Test("A line that no trainee hears is named")
  func unsaid() throws {
    let vignette = try vignette()
    let silent = Simulation.play(vignette, Policies.silent, seed: 1, turns: 12)
    let unsaid = Simulation.unheardLines(of: vignette, in: [silent])
    #expect(unsaid.contains { $0.text.contains("'closed'") })
    #expect(!unsaid.contains { $0.text == vignette.opening.text })
    var asked = vignette
    var answer = vignette.opening
    answer.text = "No, not that."
    asked.reactions.occasional[.safety] = [answer]
    #expect(asked.clientLines.count == vignette.clientLines.count + 1)
    #expect(Simulation.unheardLines(of: asked, in: [silent]) == unsaid)
  }

  @Test("A topic's line that no play reaches is named, and none of those that some play does")
  func untold() throws {
    #expect(Simulation.unreachableLines(of: try vignette()).isEmpty)
    let heavy = try vignette { $0.replacing(Unreached.line, with: Unreached.heavy) }
    let untold = Simulation.unreachableLines(of: heavy).map(\.text)
    #expect(untold.contains { $0.hasPrefix("Topic 1, depth 4") })
    #expect(!untold.contains("Ballast 1."))
  }
}
