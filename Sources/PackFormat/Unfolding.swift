import Diagnostics
import Yams

/// How large a file of YAML becomes where each alias (`*name`) stands for all that its anchor holds.
///
/// Whatever walks a file's nodes goes down as many levels as they have, and meets what an alias repeats
/// each time anew; even the parser does, where a list is a key. So that is counted before an alias is
/// followed, and no file is read that unfolds to more than a vignette can need.
struct Unfolding {
  /// Maximum number of levels: of nodes that lie in one another.
  static let maxLevels = 100
  /// Maximum number of nodes, those of an alias each time that it stands for them.
  static let maxNodes = 100_000
  /// The rule and the mend for what lies too deep, which YAML's parser may notice first.
  static let tooDeep = (
    rule: "nesting", message: "nested more than \(maxLevels) levels deep",
    mend: "close each bracket, and put less into one another"
  )

  /// Stands for the sign of an alias. It belongs to no script, and YAML takes it for a letter.
  private static let sign: Unicode.Scalar = "\u{E000}"

  private let file: String
  private var nodes = 0
  /// What each anchor so far holds.
  private var anchors: [String: (levels: Int, nodes: Int)] = [:]

  /// The root of a file.
  ///
  /// - Returns: The root; `nil` where the file is empty.
  /// - Throws: `DiagnosticList` where it is too large, `YamlError` where it is not YAML.
  static func compose(_ text: String, file: String) throws -> Node? {
    let folded = Self.folded(text)
    let parser = try Parser(yaml: folded ?? text, resolver: .basic, encoding: .utf8)
    // A node holds its anchor weakly, and the parser holds all of them.
    return try withExtendedLifetime(parser) {
      guard let root = try parser.singleRoot() else { return nil }
      var unfolding = Unfolding(file: file)
      _ = try unfolding.levels(of: root, at: 1)
      return folded == nil ? root : try Yams.compose(yaml: text, .basic, .default, .utf8)
    }
  }

  /// A text with a letter for the sign of each alias, so that YAML takes the alias for a word; every
  /// place stays what it was. `nil` where there is nothing that an alias could stand for.
  static func folded(_ text: String) -> String? {
    let signs = FormReader.aliasSigns(in: text)
    if signs.isEmpty { return nil }
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    var rest = scalars.startIndex
    for place in signs {
      result.append(contentsOf: scalars[rest..<place])
      result.append(sign)
      rest = scalars.index(after: place)
    }
    result.append(contentsOf: scalars[rest...])
    return String(result)
  }

  /// A word of such a text as its author wrote it.
  static func written(_ word: String) -> String { word.replacing(String(sign), with: "*") }

  private init(file: String) {
    self.file = file
  }

  /// The number of levels of a node, itself among them; counts its nodes.
  private mutating func levels(of node: Node, at level: Int) throws(DiagnosticList) -> Int {
    let before = nodes
    let own = alias(node).flatMap { anchors[$0] } ?? (levels: 1, nodes: 1)
    nodes += own.nodes
    // So this function, too, never calls itself deeper than that.
    if level + own.levels - 1 > Self.maxLevels {
      throw fault(Self.tooDeep.rule, at: node, Self.tooDeep.message, mend: Self.tooDeep.mend)
    }
    if nodes > Self.maxNodes {
      throw fault(
        "too-large", at: node,
        "the file holds more than \(Self.maxNodes) keys and values, those of an alias (*name) each "
          + "time that it stands for them", mend: "split the file, or repeat less of it")
    }
    var levels = own.levels
    for part in Self.parts(of: node) {
      let below = try self.levels(of: part, at: level + 1)
      levels = max(levels, below + 1)
    }
    if let anchor = node.anchor { anchors[anchor.rawValue] = (levels, nodes - before) }
    return levels
  }

  /// The nodes that lie in another.
  private static func parts(of node: Node) -> [Node] {
    switch node {
    case .sequence(let sequence): Array(sequence)
    case .mapping(let mapping): mapping.flatMap { [$0.key, $0.value] }
    case .scalar, .alias: []
    }
  }

  /// The name of the anchor that an alias refers to.
  private func alias(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      scalar.string.unicodeScalars.first == Self.sign
    else { return nil }
    return String(scalar.string.unicodeScalars.dropFirst())
  }

  private func fault(_ rule: String, at node: Node, _ message: String, mend: String)
    -> DiagnosticList
  {
    let place = Location(file: file, line: node.mark?.line, column: node.mark?.column)
    return DiagnosticList([Diagnostic(.error, rule, at: place, message, mend: mend)])
  }
}
