import ArgumentParser
import Practice
import Repeatable
import Scenarios

/// The options of every command that plays vignettes.
struct EngineOptions: ParsableArguments {
  @OptionGroup var library: PackOptions
  @OptionGroup var model: ModelOptions

  /// A session with the vignettes of a library that waits for its first command.
  func loadSession(_ library: Library, seeds: SplitMix64) throws
    -> Session
  {
    Session(
      library: library, grader: try model.loadGrader(),
      version: attuneVersion, seeds: seeds)
  }
}
