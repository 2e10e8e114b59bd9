import Diagnostics

/// An example answers its line: it does not repeat it, and no two are alike.
struct ExampleCheck: VignetteCheck {
  func check(_ vignette: Vignette) -> [Diagnostic] {
    var seen: Set<String> = []
    return vignette.clientLines.compactMap { line in
      if line.example == line.text {
        return vignette.warning(
          "example-repeats", at: line.example, "the example repeats the client's line",
          mend: "write what a trainee could answer")
      }
      guard !seen.insert(line.example).inserted else { return nil }
      return vignette.warning(
        "example-twice", at: line.example, occurrence: 1,
        "'\(Vignette.excerpt(line.example))' is the example of two lines",
        mend: "write one for this very line")
    }
  }
}
