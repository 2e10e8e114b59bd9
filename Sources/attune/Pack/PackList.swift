import ArgumentParser
import Diagnostics
import Foundation
import Lines
import Packs
import Scenarios
import Transcripts

struct PackList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the packs that came with Attune and those that are installed.",
    discussion: """
      The files of installed packs are held against the checksums taken when they were installed; \
      where one has changed the pack is told and left out, and the exit code is 65.

        attune pack list
      """)

  @Option(help: "text or json.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  private struct Row: Encodable {
    var name: String
    var version: String
    var title: String
    var language: String
    var vignettes: [String]
    var installed: Bool
    var sha256: String?

    init(_ entry: InstalledPacks.Entry) {
      name = entry.pack.id
      version = entry.pack.version
      title = entry.pack.title
      language = entry.pack.language
      vignettes = entry.pack.vignettes.map(\.id)
      installed = entry.record != nil
      sha256 = entry.record?.sha256
    }
  }

  func run() throws {
    try reportingFailures {
      let packs = InstalledPacks()
      let rows = packs.all.map(Row.init)
      switch format {
      case .json: try put(JSONLine.encode(rows))
      case .text: for row in rows { try put(line(row)) }
      }
      if !packs.faults.isEmpty { throw DiagnosticList(packs.faults) }
    }
  }

  private func line(_ row: Row) -> String {
    let origin = row.sha256.map { "installed, sha256 \($0.prefix(12))…" } ?? "with Attune"
    let count = counted(row.vignettes.count, "vignette", "vignettes")
    return "\(row.name) \(row.version) (\(origin)): \(row.title); \(count), \(row.language)"
      .replacingControls()
  }
}
