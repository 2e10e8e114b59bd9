import Foundation
import TestSupport
import Testing

/// The pages as a Markdown renderer takes them.
struct DocumentationTests {
  static let pages = pages(in: Repository.root)

  /// The pages of the repository, or of what `make install` puts where people read.
  private static func pages(in root: URL) -> [URL] {
    let folders = ["", "Documentation", "Models", "Corpus"]
    return folders.flatMap { folder in
      let url = root.appendingPathComponent(folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().map { url.appendingPathComponent($0) }
    }
  }

  /// Installs all but the program into the home of a user, as the README says it.
  private static func install(for program: Program) throws -> URL {
    let made = try program.shell(
      "make -C '\(Program.root.path)' install-data PREFIX=\"$HOME/.local\"")
    #expect(made.status == 0, "\(made.told)")
    return program.home.appendingPathComponent(".local/share/doc/attune")
  }

  @Test("Every link to another file leads to one, in the repository and where it is installed")
  func links() throws {
    let program = try Program()
    defer { program.remove() }
    let installed = Self.pages(in: try Self.install(for: program))
    #expect(installed.map(\.lastPathComponent).contains("FirstVignette.md"))
    for page in Self.pages + installed {
      let text = try String(contentsOf: page, encoding: .utf8)
      for match in text.matches(of: #/\]\(([^)#\s]+)(?:\#[^)]*)?\)/#) where !match.1.contains("://")
      {
        let target = "\(page.deletingLastPathComponent().path)/\(match.1)"
        #expect(FileManager.default.fileExists(atPath: target), "\(page.path): \(match.1)")
      }
    }
  }

  @Test("What the README shows graders runs as it is printed, once Attune is installed")
  func readme() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.install(for: program)
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(page.split(separator: "## For graders").last)
    let block = try #require(section.split(separator: "```\n").dropFirst().first)
    let commands = block.split(separator: "\n")
    #expect(commands.count > 5)
    for command in commands {
      let run = try program.shell("attune() { \"$ATTUNE\" \"$@\"; }\n\(command)")
      #expect(run.status == 0, "\(command): \(run.told)")
    }
  }

  @Test("What an earlier version installed goes, and packs and sessions of one's own stay")
  func earlierVersion() throws {
    let program = try Program()
    defer { program.remove() }
    let share = ".local/share"
    let old = ["attune/Scenarios/past/pack.yaml", "attune/Schemas/past.json", "doc/attune/Past.md"]
    let own = ["attune/packs/grief/pack.yaml", "attune/sessions/maya-1.ndjson"]
    for name in old + own { _ = try program.write("x", to: "\(share)/\(name)") }
    _ = try Self.install(for: program)
    func isThere(_ name: String) -> Bool {
      let path = program.home.appendingPathComponent("\(share)/\(name)").path
      return FileManager.default.fileExists(atPath: path)
    }
    #expect(old.filter(isThere).isEmpty)
    #expect(own.allSatisfy(isThere))
    #expect(isThere("attune/Scenarios/foundations/pack.yaml"))
    #expect(isThere("doc/attune/Schemas/pack.json"))
  }

  @Test("Nothing is installed, or taken away, where a path would come apart at a space")
  func space() throws {
    let program = try Program()
    defer { program.remove() }
    let made = try program.shell(
      "make -C '\(Program.root.path)' install-data PREFIX=\"$HOME/my own\"")
    #expect(made.status != 0)
    #expect(made.told.contains("cannot hold spaces"))
  }

  @Test("Every row stands in a table: below a head, with as many cells", arguments: pages)
  func tables(page: URL) throws {
    func cells(_ row: Substring) -> Int {
      row.replacing(#"\|"#, with: "").count { $0 == "|" } - 1
    }
    let lines = try String(contentsOf: page, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var head: Int?
    for (number, line) in zip(1..., lines) {
      guard line.hasPrefix("|") else {
        head = nil
        continue
      }
      if head == nil {
        head = cells(line)
        // `lines` counts from 0, so this is the line below.
        let below = lines.indices.contains(number) ? lines[number] : ""
        #expect(below.hasPrefix("|") && below.allSatisfy { "|-: ".contains($0) }, "line \(number)")
      }
      #expect(cells(line) == head, "line \(number)")
    }
  }
}
