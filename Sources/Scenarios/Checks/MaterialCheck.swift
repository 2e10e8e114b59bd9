import Diagnostics

/// Enough to say for twelve turns, whatever the trainee does.
struct MaterialCheck: VignetteCheck {
  /// Fewest lines of each list of reactions, in the order of the format.
  static let fewest: [(name: String, count: Int)] = [
    ("understood", 12), ("explored", 6), ("respected", 6), ("levelled", 4), ("closed", 12),
    ("misread", 6), ("advised", 8), ("judged", 6), ("ignored", 8), ("withdrawal", 8),
    ("confrontation", 6), ("repaired", 4),
  ]
  /// Fewest topic lines in all.
  static let fewestLines = 24
  /// Fewest topic lines of each depth.
  static let fewestByDepth = [1: 6, 2: 4, 3: 4, 4: 4]

  func check(_ vignette: Vignette) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func few(_ name: String, _ count: Int, _ fewest: Int) {
      guard count < fewest else { return }
      found.append(
        Diagnostic(
          .warning, "few-lines", at: vignette.start,
          "\(count) \(name) are too few for twelve turns", mend: "write at least \(fewest)"))
    }
    let lines = vignette.topics.flatMap(\.lines)
    few("topic lines", lines.count, Self.fewestLines)
    for (depth, fewest) in Self.fewestByDepth.sorted(by: { $0.key < $1.key }) {
      few("topic lines of depth \(depth)", lines.count { $0.depth == depth }, fewest)
    }
    for (name, fewest) in Self.fewest {
      few("'\(name)' lines", vignette.reactions.texts(of: name).count, fewest)
    }
    let closings = vignette.closings
    for (name, lines) in [
      ("warm", closings.warm), ("neutral", closings.neutral), ("cool", closings.cool),
      ("left", closings.left),
    ] {
      few("'\(name)' closings", lines.count, 2)
    }
    return found
  }
}
