import Diagnostics
import Scenarios

/// An example answers its line: it does not repeat it, and no two are alike.
struct ExampleCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    var seen: [String: Int] = [:]
    return vignette.clientLines.compactMap { line in
      let before = seen[line.example, default: 0]
      seen[line.example] = before + 1
      if line.example == line.text {
        return vignette.warning(
          .exampleRepeats, at: .example(line.example), occurrence: before,
          "the example repeats the client's line",
          mend: "write what a trainee could answer")
      }
      guard before > 0 else { return nil }
      return vignette.warning(
        .exampleTwice, at: .example(line.example), occurrence: before,
        "'\(Vignette.excerpt(line.example))' is the example of two lines",
        mend: "write one for this very line")
    }
  }
}
