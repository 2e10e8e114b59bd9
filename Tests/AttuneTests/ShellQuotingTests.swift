import Foundation
import Testing

@Suite("Commands that a person is told to type")
struct ShellQuotingTests {
  @Test(
    "A shell takes them as they are told, whatever a folder's name",
    arguments: ["packs", "my packs", "$HOME", "Ada's", "Ada'\u{301}s", "\u{D4E};true"])
  func commands(folder: String) throws {
    let program = try Program()
    defer { program.remove() }
    let made = try program.run("pack", "new", "\(folder)/grief", "--name", "Ada")
    #expect(made.status == 0, "\(made.errors)")
    let told = made.output.split(separator: "\n").filter { $0.hasPrefix("  attune ") }
    #expect(told.count == 3)
    for command in told {
      let line = "\"$ATTUNE\" \(command.dropFirst("  attune ".count)) </dev/null"
      let result = try program.shell(line)
      #expect(result.status == 0, "\(line): \(result.told)")
    }
  }
}
