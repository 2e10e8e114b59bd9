import Diagnostics
import Scenarios

extension Pack {
  /// All warnings about a pack that loads: those found by reading it (`lint()`), and topic lines
  /// that no simulated session reaches.
  public func warnings() -> [Diagnostic] {
    lint()
      + vignettes.flatMap { vignette in
        Simulation.unreachableLines(of: vignette).map { line in
          vignette.warning(
            "never-told", at: .spoken(line.text),
            "no play reaches “\(Vignette.excerpt(line.text))”",
            mend: "say it in fewer steps: at a lower depth, or in a topic with fewer lines")
        }
      }
  }
}
