import ArgumentParser
import Clients
import Diagnostics
import Foundation
import Reports
import Scenarios

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Write, check, try and share packs of vignettes.",
    subcommands: [
      PackNew.self, PackLint.self, PackShow.self, PackGraph.self, PackSimulate.self,
      PackTestCommand.self, PackInstall.self, PackList.self, PackRemove.self, PackExport.self,
    ])
}

struct PackLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Tell everything that is wrong with a pack.",
    discussion: """
      Errors keep a pack from being played; the exit code is then 65. Warnings are faults of \
      content: too little material, lines that stand twice, labels before people; they are told \
      once pack.yaml and every vignette can be read.
      """)

  @Argument(help: "The pack's folder.")
  var folder: String

  @Option(help: "text, json or sarif.")
  var format: DiagnosticReport = .text

  func run() throws {
    try reportingFailures {
      let url = try packFolder(folder)
      let files = PackFile.all(in: url)
      var (pack, diagnostics) = PackLoader.read(
        name: url.standardizedFileURL.lastPathComponent, label: url.relativePath, files: files)
      if diagnostics.isEmpty { diagnostics = pack.warnings() }
      do throws(DiagnosticList) {
        _ = try PackTest.all(in: files, of: pack)
      } catch {
        diagnostics += error.diagnostics
      }
      try put(format.render(diagnostics, source: contents(of:)), terminator: "")
      if format == .text, diagnostics.isEmpty { try put("\(folder): no fault found") }
      if diagnostics.contains(where: { $0.severity == .error }) {
        throw ExitCode(Sysexit.dataError.rawValue)
      }
    }
  }
}

struct PackShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a vignette as a sheet to read.")

  @Argument(help: "The vignette, as PACK/VIGNETTE.")
  var vignette: String

  @OptionGroup var packs: PackOptions

  func run() throws {
    try reportingFailures {
      var sheet = ""
      VignetteSheet(try packs.find(vignette)).write(into: &sheet)
      try put(sheet, terminator: "")
    }
  }
}

struct PackGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a vignette's topics and depths.")

  @Argument(help: "The vignette, as PACK/VIGNETTE.")
  var vignette: String

  @Option(help: "dot or mermaid.")
  var format: TopicGraph.Format = .dot

  @OptionGroup var packs: PackOptions

  func run() throws {
    try reportingFailures {
      var graph = ""
      TopicGraph(try packs.find(vignette)).write(format, into: &graph)
      try put(graph, terminator: "")
    }
  }
}

/// A file's text, to show a line of; `nil` where it cannot be read.
func contents(of file: String) -> String? {
  FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
}

extension DiagnosticReport: ExpressibleByArgument {}
extension TopicGraph.Format: ExpressibleByArgument {}
