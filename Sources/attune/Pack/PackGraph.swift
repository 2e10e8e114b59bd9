import ArgumentParser
import Reports

struct PackGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a vignette's topics and depths.",
    discussion: """
      For Graphviz, or for Mermaid in a page of Markdown.

        attune pack graph foundations/maya --format mermaid
      """)

  @Argument(help: "The vignette, as PACK/VIGNETTE.")
  var vignette: String

  @Option(help: "dot or mermaid.")
  var format: TopicGraph.Format = .dot

  @OptionGroup var packs: PackOptions

  func run() throws {
    try reportingFailures {
      var graph = ""
      TopicGraph(try packs.find(vignette)).write(format, into: &graph)
      try put(graph, terminator: "")
    }
  }
}

extension TopicGraph.Format: ExpressibleByArgument {}
