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

  @Test(
    "What is named by an argument or a variable that is not UTF-8 is refused, and nothing is written",
    arguments: [
      (#"$ATTUNE score -o "$(printf 'o\377.csv')" a.txt"#, "argument 3, 'o\u{FFFD}.csv',"),
      (#"$ATTUNE replay "$(printf '\377.ndjson')""#, "argument 2, '\u{FFFD}.ndjson',"),
      (
        #"XDG_DATA_HOME="/tmp/$(printf 'n\351')" $ATTUNE practice maya </dev/null"#,
        "XDG_DATA_HOME, '/tmp/n\u{FFFD}',"
      ),
    ])
  func noText(command: String, what: String) throws {
    defer { program.remove() }
    _ = try program.write("C: Hi.\nT: So.\n", to: "a.txt")
    let run = try program.shell(command)
    #expect(run.status == 64)
    #expect(run.told == "attune: \(what) is not UTF-8 text; give what it names another name\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.home.path) == ["a.txt"])
  }

  @Test("Folders whose names are not UTF-8 are told, and not taken for one whose name looks alike")
  func noTextWithin() throws {
    defer {
      _ = try? program.shell("rm -r class")
      program.remove()
    }
    for name in ["ada", "caf\u{FFFD}"] {
      _ = try program.write("C: Hi.\nT: So.\n", to: "class/\(name)/s.txt")
    }
    for name in [#"caf\351"#, #"caf\350"#, #"x\351"#] {
      #expect(try program.shell("cp -r class/ada class/$(printf '\(name)')").status == 0)
    }
    func told(_ name: String) -> String {
      "attune: \(name): error: cannot be read: its name is not UTF-8; give it another name "
        + "[unreadable]\n"
    }
    let result = try program.run("score", "--per", "trainee", "--format", "csv", "class")
    let rows = result.output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.map { $0.prefix { $0 != "," } } == ["class/ada", "class/caf\u{FFFD}"])
    let alike = told("class/caf\u{FFFD}")
    #expect(result.status == 66 && result.errors == alike + alike + told("class/x\u{FFFD}"))
    let matched = try program.run("score", "--per", "trainee", "--format", "csv", "class/x*")
    #expect(matched.status == 66 && matched.errors == told("class/x\u{FFFD}"))
  }
}
