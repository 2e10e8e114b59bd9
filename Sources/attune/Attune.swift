import ArgumentParser
import Diagnostics

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
    refuseHelpOnNothing(Array(CommandLine.arguments.dropFirst()))
    await main(nil)
  }

  /// Ends the program where help is asked for on a command that there is not: the parser would give
  /// the help on everything, and success.
  private static func refuseHelpOnNothing(_ arguments: [String]) {
    guard arguments.first == "help" else { return }
    var command: any ParsableCommand.Type = Attune.self
    for name in arguments.dropFirst() where !name.hasPrefix("-") && name != "help" {
      let known = command.configuration.subcommands
      guard let next = known.first(where: { $0.configuration.commandName == name }) else {
        let names = known.compactMap { $0.configuration.commandName }
        let hint = NearName.hint(name, in: names) ?? "'attune --help' lists the commands"
        warn("no command '\(name.replacingControls())'; \(hint)")
        exit(withError: ExitCode(.usage))
      }
      command = next
    }
  }
}
