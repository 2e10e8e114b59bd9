import Foundation
import Reports
import Scenarios
import Testing

/// The sheet and the graph of a vignette.
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

  @Test("A graph goes from the client down each topic", arguments: TopicGraph.Format.allCases)
  func graph(format: TopicGraph.Format) throws {
    var graph = ""
    TopicGraph(try vignette()).write(format, into: &graph)
    let arrow = format == .dot ? "->" : "-->"
    #expect(graph.components(separatedBy: arrow).count - 1 == 16)
    #expect(graph.contains("Topic 4, depth 4: 1"))
  }
}
