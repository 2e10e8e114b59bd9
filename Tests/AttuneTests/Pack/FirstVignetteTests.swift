import Foundation
import TestSupport
import Testing

/// 'Write your first vignette', followed to the letter: its changes made, its commands run, what it
/// shows compared with what comes.
struct FirstVignetteTests {
  /// A block of the guide, and the paragraph before it.
  private struct Block {
    var kind: String
    var text: String
    var before: String
  }

  private static func blocks(of guide: String) -> [Block] {
    var blocks: [Block] = []
    var before = ""
    var open: Block?
    for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = Block(kind: String(line.dropFirst(3)), text: "", before: before)
        }
      } else if open != nil {
        open?.text += line + "\n"
      } else if !line.isEmpty {
        before = String(line)
      }
    }
    return blocks
  }

  @Test("A newcomer who does what the guide says gets what the guide shows")
  func follow() throws {
    let program = try Program()
    defer { program.remove() }
    let path = Program.root.appendingPathComponent("Documentation/FirstVignette.md")
    let blocks = Self.blocks(of: try String(contentsOf: path, encoding: .utf8))
    var file: URL?
    var wanted: String?
    var commands = 0
    var changes = 0
    for block in blocks {
      if let named = block.before.firstMatch(of: #/[Ii]n `(grief/[^`]+)`/#) {
        file = program.home.appendingPathComponent(String(named.1))
      }
      switch block.kind {
      case "yaml" where block.before.lowercased().hasSuffix("find"):
        wanted = block.text
      case "yaml":
        #expect(block.before.hasSuffix("write in its place"), "\(block.before)")
        let file = try #require(file)
        // A line may be given without the comment at its end.
        let old = try #require(wanted).dropLast()
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.ranges(of: old).count == 1, "\(old)")
        try Data(text.replacing(old, with: block.text.dropLast()).utf8).write(to: file)
        changes += 1
      default:
        #expect(block.kind == "console")
        commands += try run(block.text, program)
      }
    }
    #expect(commands == 12 && changes == 9)
  }

  /// Runs the commands of a block, and returns how many there were.
  private func run(_ block: String, _ program: Program) throws -> Int {
    let parts = block.split(separator: "$ attune ").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    for part in parts {
      let command = try #require(part.first)
      let arguments = command.split(separator: " ").map(String.init)
      let result = try program.run(arguments, input: Data("Hello.\n/end\n".utf8))
      let faults = part.contains { $0.contains(": error: ") }
      #expect(result.status == (faults ? 65 : 0), "\(command): \(result.errors)")
      expect(result.output, shows: Array(part.dropFirst()), command)
    }
    return parts.count
  }

  /// Expects lines one after the other, where '…' stands for anything.
  private func expect(_ output: String, shows lines: [String], _ command: String) {
    var rest = output[...]
    for line in lines where line != "…" {
      let words = line.split(separator: "…").map { $0.trimmingCharacters(in: .whitespaces) }
      for word in words where !word.isEmpty {
        guard let found = rest.firstRange(of: word) else {
          Issue.record("\(command) does not show '\(word)' but\n\(output)")
          return
        }
        rest = rest[found.upperBound...]
      }
    }
    if lines.last != "…" {
      #expect(rest.allSatisfy { $0 == "\n" }, "\(command) goes on: \(rest)")
    }
  }
}
