import ArgumentParser
import Clients
import Diagnostics
import Foundation
import PackFormat
import Reports
import Scenarios

struct PackLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Tell everything that is wrong with a pack.",
    discussion: """
      Errors keep a pack from being played; the exit code is then 65, or 66 where the first is that \
      something may not be read. Warnings are faults of content: too little material, lines that \
      stand twice, labels before people; they are told once pack.yaml and every vignette can be read.

        attune pack lint grief
      """)

  @Argument(help: "The pack's folder, or the name of one that came with Attune.")
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
      diagnostics += PackFile.warningsOfNames(in: url)
      try put(format.render(diagnostics, source: contents(of:)), terminator: "")
      if format == .text, diagnostics.isEmpty { try put("\(folder): no problems found") }
      let errors = diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { throw ExitCode(Sysexit(DiagnosticList(errors))) }
    }
  }
}

extension DiagnosticReport: ExpressibleByArgument {}
