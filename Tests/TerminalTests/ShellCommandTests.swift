import Testing

@testable import Terminal

@Suite("What a typed line is")
struct ShellCommandTests {
  @Test("Commands in any case, with what follows them", arguments: ShellCommand.allCases)
  func commands(command: ShellCommand) {
    #expect(ShellCommand.read("/" + command.rawValue) == .command(command, argument: ""))
    #expect(
      ShellCommand.read("/\(command.rawValue.uppercased())  a b ")
        == .command(command, argument: "a b"))
  }

  @Test(
    "A mistyped command is none, and is not said",
    arguments: [
      ("/hnt", "/hnt", "/hint"), ("/retyr it", "/retyr", "/retry"),
      ("/examples", "/examples", "/example"),
      ("/xyzzy", "/xyzzy", nil), ("/", "/", nil), ("/ ", "/", nil), ("/why?!no", "/why?!no", nil),
    ] as [(String, String, String?)])
  func mistyped(line: String, name: String, hint: String?) {
    #expect(ShellCommand.read(line) == .unknown(name, hint: hint))
  }

  @Test(
    "Everything else is said; of two slashes one is",
    arguments: [
      ("You came.", "You came."), (" /why", " /why"), ("//why", "/why"), ("///", "//"), ("", ""),
    ])
  func speech(line: String, said: String) {
    #expect(ShellCommand.read(line) == .speech(said))
  }
}
