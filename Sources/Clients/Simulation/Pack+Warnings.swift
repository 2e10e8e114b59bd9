import Diagnostics
import Scenarios

extension Pack {
  /// The warnings about a pack that are found by playing it: topic lines that no simulated session
  /// reaches.
  public func warningsFromPlay() -> [Diagnostic] {
    vignettes.flatMap { vignette in
      Simulation.unreachableLines(of: vignette).map { line in
        vignette.warning(
          .neverTold, at: .spoken(line.text),
          "no play reaches “\(Vignette.excerpt(line.text))”",
          mend: "say it in fewer steps: at a lower depth, or in a topic with fewer lines")
      }
    }
  }
}
