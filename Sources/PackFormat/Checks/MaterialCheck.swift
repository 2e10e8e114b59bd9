import Diagnostics
import Scenarios

/// Enough to say for twelve turns, whatever the trainee does.
struct MaterialCheck: VignetteCheck {
  /// Minimum number of topic lines in all.
  static let minLines = 24
  /// Minimum number of topic lines of each depth.
  static let minLinesByDepth = [1: 6, 2: 4, 3: 4, 4: 4]
  /// Minimum number of last words of each kind.
  static let minClosings = 2

  /// Minimum number of prefaces of a kind.
  static func minCount(_ preface: Reactions.Preface) -> Int {
    switch preface {
    case .understood: 12
    case .explored, .respected: 6
    }
  }

  /// Minimum number of answers on an occasion.
  static func minCount(_ occasion: Reactions.Standing) -> Int {
    switch occasion {
    case .closed: 12
    case .advised, .ignored, .withdrawal: 8
    case .misread, .judged, .confrontation: 6
    case .transparent, .repaired: 4
    }
  }

  func check(_ vignette: Vignette) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func few(_ one: String, _ many: String, of key: String, _ count: Int, _ minimum: Int) {
      guard count < minimum else { return }
      found.append(
        vignette.warning(
          .fewLines, at: .list(key),
          "\(counted(count, "\(one) is", "\(many) are")) too few for twelve turns",
          mend: "write at least \(minimum)"))
    }
    let lines = vignette.topics.flatMap(\.lines)
    few("topic line", "topic lines", of: "topics", lines.count, Self.minLines)
    for (depth, minimum) in Self.minLinesByDepth.sorted(by: { $0.key < $1.key }) {
      few(
        "topic line of depth \(depth)", "topic lines of depth \(depth)", of: "topics",
        lines.count { $0.depth == depth }, minimum)
    }
    let reactions = vignette.reactions
    for preface in Reactions.Preface.allCases {
      few(
        "'\(preface.rawValue)' line", "'\(preface.rawValue)' lines", of: preface.rawValue,
        reactions.prefaces[preface]?.count ?? 0,
        Self.minCount(preface))
    }
    for occasion in Reactions.Standing.allCases {
      few(
        "'\(occasion.rawValue)' line", "'\(occasion.rawValue)' lines", of: occasion.rawValue,
        reactions.standing[occasion]?.count ?? 0,
        Self.minCount(occasion))
    }
    for closing in Closing.allCases {
      few(
        "'\(closing.rawValue)' closing", "'\(closing.rawValue)' closings", of: closing.rawValue,
        vignette.closings[closing]?.count ?? 0,
        Self.minClosings)
    }
    return found
  }
}
