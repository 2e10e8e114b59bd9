import ArgumentParser
import Diagnostics
import Foundation

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
    refuseOtherThanText()
    refuseUnknownCommand(Array(CommandLine.arguments.dropFirst()))
    await main(nil)
  }

  /// Ends the program where an argument, or a variable that names a folder, is not UTF-8: repaired it
  /// would name another file, or none.
  private static func refuseOtherThanText() {
    func check(_ bytes: UnsafeRawPointer?, _ what: String) {
      guard let text = bytes?.assumingMemoryBound(to: CChar.self),
        String(validatingCString: text) == nil
      else { return }
      warn(
        "\(what), '\(String(cString: text))', is not UTF-8 text; give what it names another name")
      exit(withError: ExitCode(.usage))
    }
    for number in 1..<max(1, Int(CommandLine.argc)) {
      check(CommandLine.unsafeArgv[number], "argument \(number)")
    }
    for name in Installation.variables { check(getenv(name), name) }
  }

  /// Ends the program where a command is named that there is not: of `help` the parser would give the
  /// help on everything, and success; behind `pack` and `model` it would take the name for an argument,
  /// and a slip before the arguments of another command for a vignette's name.
  private static func refuseUnknownCommand(_ arguments: [String]) {
    let asksHelp = arguments.first == "help"
    var command: any ParsableCommand.Type = Attune.self
    var path = "attune"
    for name in asksHelp ? arguments.dropFirst() : arguments[...] {
      if name.hasPrefix("-") || name == "help" {
        if asksHelp { continue }
        return
      }
      let known = command.configuration.subcommands
      guard let next = known.first(where: { $0.configuration.commandName == name }) else {
        let names = known.compactMap { $0.configuration.commandName }
        let elsewhere = commandsElsewhere[name].flatMap { names.contains($0) ? $0 : nil }
        let meant = elsewhere ?? NearName.of(name, in: names)
        // What is no command may be an argument: of one without commands, or of the default one, unless
        // that cannot take the rest and another has nearly this name.
        if !asksHelp, known.isEmpty { return }
        if !asksHelp, command.configuration.defaultSubcommand != nil,
          meant == nil || (try? Attune.parseAsRoot(arguments)) != nil
        {
          return
        }
        let hint = meant.map { NearName.question([$0]) } ?? "'\(path) --help' lists the commands"
        warn("no command '\(name)'; \(hint)")
        exit(withError: ExitCode(.usage))
      }
      command = next
      path += " \(name)"
    }
  }

  /// What other programs call some of the commands.
  private static let commandsElsewhere = [
    "check": "lint", "validate": "lint", "verify": "lint", "add": "install", "create": "new",
    "init": "new", "delete": "remove", "uninstall": "remove", "run": "test", "play": "simulate",
  ]
}
