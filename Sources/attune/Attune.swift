import ArgumentParser

/// The program's version.
let attuneVersion = "0.1.0"

@main
struct Attune: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attune",
    abstract: "Practise reflective listening with simulated clients.",
    discussion: """
      A simulated client tells you something painful; you answer in your own words; Attune grades \
      the answer for empathy, openness and non-judgment and shows which words earned the grade. \
      Attune trains listening; it gives no therapy. Without a subcommand it starts practice.
      """,
    version: attuneVersion,
    subcommands: [
      PracticeCommand.self, ReplayCommand.self, ScoreCommand.self, AgreeCommand.self,
      ServeCommand.self, PackCommand.self, ModelCommand.self,
    ],
    defaultSubcommand: PracticeCommand.self)

  static func main() async {
    prepareStandardStreams()
    await main(nil)
  }
}
