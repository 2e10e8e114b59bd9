import Diagnostics
import Scenarios

/// A vignette's topics and depths as a graph: from the opening to each topic, and down.
public struct TopicGraph {
  /// The languages in which a graph can be written.
  public enum Format: String, CaseIterable, Sendable {
    /// Graphviz.
    case dot
    /// Mermaid, as Markdown viewers draw it.
    case mermaid
  }

  private let vignette: Vignette

  /// A graph of a vignette.
  public init(_ vignette: Vignette) {
    self.vignette = vignette
  }

  /// Writes the graph.
  public func write(_ format: Format, into output: inout some TextOutputStream) {
    switch format {
    case .dot:
      output.write("digraph vignette {\n  rankdir=TB;\n  node [shape=box];\n")
      output.write("  opening [label=\"\(escaped(vignette.name))\", shape=ellipse];\n")
    case .mermaid:
      output.write("flowchart TB\n  opening([\"\(escaped(vignette.name))\"])\n")
    }
    for (number, topic) in vignette.topics.enumerated() {
      var above = "opening"
      for depth in ClientLine.depths {
        let count = topic.lines.count { $0.depth == depth }
        guard count > 0 else { continue }
        let node = "t\(number)d\(depth)"
        let label = "\(escaped(topic.title)), depth \(depth): \(count)"
        switch format {
        case .dot: output.write("  \(node) [label=\"\(label)\"];\n  \(above) -> \(node);\n")
        case .mermaid: output.write("  \(node)[\"\(label)\"]\n  \(above) --> \(node)\n")
        }
        above = node
      }
    }
    if format == .dot { output.write("}\n") }
  }

  /// A text within a label's quotation marks, on one line.
  private func escaped(_ text: String) -> String {
    text.replacingControls(with: " ").escaping { sign in
      switch sign {
      case "\\": "\\\\"
      case "\"": "'"
      default: nil
      }
    }
  }
}
