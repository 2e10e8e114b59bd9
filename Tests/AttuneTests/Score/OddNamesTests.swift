import Foundation
import Testing

/// Files and folders whose names are hard on a screen.
struct OddNamesTests {
  let program: Program

  init() throws { program = try Program() }

  @Test("Names that differ in a control character are two, and programs get them whole")
  func controls() throws {
    defer { program.remove() }
    for folder in ["a\tb", "a?b"] {
      _ = try program.write("C: Hi.\nT: So.\n", to: "odd/\(folder)/s.txt")
    }
    let table = try program.run("score", "--per", "trainee", "--format", "csv", "odd")
    let rows = table.output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.map { $0.prefix { $0 != "," } } == ["odd/a\tb", "odd/a?b"])
    let people = try program.run("score", "--per", "trainee", "odd").output
    #expect(people.contains(" a b\n") && people.contains(" a?b\n"))
    let named = try program.run(
      "score", "--per", "session", "--format", "csv", "--session", "odd/a\tb/s.txt", "odd")
    #expect(named.status == 0 && named.output.split(whereSeparator: \.isNewline).count == 2)
    // What is told stays on its line.
    _ = try program.write("C: Hi.\n", to: "odd/a\u{1B}b/s.txt")
    let told = try program.run("score", "--format", "csv", "odd").errors
    #expect(told.contains("attune: odd/a?b/s.txt: warning: no reply of a therapist's is in it"))
  }
}
