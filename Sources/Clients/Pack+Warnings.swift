import Diagnostics
import Scenarios

extension Pack {
  /// Everything that is to be mended in a pack that loads: what reading it tells (`lint()`), and the
  /// lines that an author wrote in vain, because no play reaches them.
  public func warnings() -> [Diagnostic] {
    lint()
      + vignettes.flatMap { vignette in
        Simulation.untold(of: vignette).map { line in
          vignette.warning(
            "never-told", at: .spoken(line.text),
            "no play reaches “\(Vignette.excerpt(line.text))”",
            mend: "say it in fewer steps: at a lower depth, or in a topic with fewer lines")
        }
      }
  }
}
