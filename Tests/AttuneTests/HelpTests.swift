import Foundation
import Testing

/// What `--help` tells, and what is told of a command that there is not.
struct HelpTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  /// Every command, in an order in which one example leaves what the next one needs.
  static let commands = [
    "practice", "replay", "serve", "score", "agree", "pack new", "pack lint", "pack test",
    "pack show", "pack graph", "pack simulate", "pack export", "pack install", "pack list",
    "pack remove", "model info", "model train", "model evaluate", "model calibrate",
    "model sessions", "model examples",
  ]
  /// Commands whose examples never end, need a session that is open, or take data that is not
  /// installed.
  static let notRun = [
    "practice", "serve", "model train", "model evaluate", "model calibrate", "model sessions",
    "model examples",
  ]

  /// The commands in a help text: lines that are set in, gone on with behind a backslash.
  private func examples(of command: String) throws -> [String] {
    let help = try program.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.status == 0)
    let overview = help.output.split(separator: "USAGE:")[0].replacing("\\\n", with: " ")
    return overview.split(separator: "\n").filter { $0.hasPrefix("  attune ") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("Each command's help has an example, and the examples run")
  func examples() throws {
    defer { program.remove() }
    for folder in ["Examples", "Transcripts"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(folder),
        to: program.home.appendingPathComponent(folder))
    }
    for command in Self.commands {
      let examples = try examples(of: command)
      #expect(!examples.isEmpty, "\(command)")
      #expect(
        examples.allSatisfy { $0.hasPrefix("attune \(command)") || command == "model calibrate" })
      guard !Self.notRun.contains(command) else { continue }
      for example in examples {
        let run = try program.shell("attune() { \"$ATTUNE\" \"$@\"; }\n\(example)")
        #expect(run.status == 0, "\(example): \(run.told)")
      }
    }
  }

  @Test(
    "Of a command that there is not, the likely one is told",
    arguments: [
      (["pack", "check", "mine"], "no command 'check'; did you mean 'lint'?"),
      (["pack", "uninstall", "mine"], "no command 'uninstall'; did you mean 'remove'?"),
      (["pack", "lnt"], "no command 'lnt'; did you mean 'lint'?"),
      (["pack", "frobnicate"], "no command 'frobnicate'; 'attune pack --help' lists the commands"),
      (["model", "check"], "no command 'check'; 'attune model --help' lists the commands"),
      (["help", "scor"], "no command 'scor'; did you mean 'score'?"),
      (["scroe", "a", "b"], "no command 'scroe'; did you mean 'score'?"),
      (["agre", "--human", "x"], "no command 'agre'; did you mean 'agree'?"),
    ])
  func unknown(arguments: [String], told: String) throws {
    defer { program.remove() }
    let result = try program.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors == "attune: \(told)\n")
  }

  @Test("A pack that came with Attune is checked by its name")
  func shippedPack() throws {
    defer { program.remove() }
    let linted = try program.run("pack", "lint", "foundations")
    #expect(linted.status == 0)
    #expect(linted.output == "foundations: no problems found\n")
  }
}
