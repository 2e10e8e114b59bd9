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

  @Test("So is the option that would find a pack in a folder beside")
  func option() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run("pack", "new", "grief", "--name", "Ada")
    try FileManager.default.moveItem(
      at: program.home.appendingPathComponent("grief"),
      to: program.home.appendingPathComponent("my grief"))
    let result = try program.run("pack", "show", "my grief/ada")
    #expect(result.status == 66)
    #expect(result.errors.hasSuffix("in the folder 'my grief': add --pack 'my grief'\n"))
  }
}
