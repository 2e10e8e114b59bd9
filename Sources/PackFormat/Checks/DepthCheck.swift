import Diagnostics
import Scenarios

/// A topic deepens step by step: a client has to be able to say what happened before what it means.
struct DepthCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    vignette.topics.compactMap { topic in
      let depths = Set(topic.lines.map(\.depth)).sorted()
      guard let first = depths.first else {
        return vignette.warning(
          .noLines, at: .topic(topic.id), "the topic '\(topic.id)' has nothing to tell",
          mend: "write its lines under 'lines:', or leave the topic out")
      }
      if first > 2 {
        return vignette.warning(
          .deepStart, at: .topic(topic.id), "the topic '\(topic.id)' begins at depth \(first)",
          mend: "add a line of depth 1 or 2 that leads into it")
      }
      if depths.last == 1 {
        return vignette.warning(
          .shallow, at: .topic(topic.id), "the topic '\(topic.id)' stays at depth 1",
          mend: "add a line of depth 2 that says what happened")
      }
      guard let gap = zip(depths, depths.dropFirst()).first(where: { $1 - $0 > 1 }) else {
        return nil
      }
      return vignette.warning(
        .depthGap, at: .topic(topic.id),
        "the topic '\(topic.id)' goes from depth \(gap.0) to \(gap.1)",
        mend: "add a line of depth \(gap.0 + 1) between them")
    }
  }
}
