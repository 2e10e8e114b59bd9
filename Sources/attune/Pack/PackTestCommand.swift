import ArgumentParser
import Diagnostics
import Foundation
import PackFormat
import Practice
import Reports
import Scenarios

struct PackTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Play a pack's own tests and tell what did not come out as expected.",
    discussion: """
      The tests of the vignette ada.yaml stand in tests/ada.yaml: replies, a seed, and what is to \
      come of them. Where an expectation is not met the exit code is 1; where the pack or a test \
      cannot be read it is 65.

        attune pack test grief
      """)

  @Argument(help: "The pack's folder, or the name of one that came with Attune.")
  var folder: String

  @Option(help: "text or json.")
  var format: PackTestReport = .text

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures {
      let url = try packFolder(folder)
      let files = PackFile.all(in: url)
      let pack = try PackLoader.load(folder: url, files: files)
      let tests = try PackTest.all(in: files, of: pack)
      let grader = try model.loadGrader()
      let rehearsal = PackTestRunner(library: Library(packs: [pack]), grader: grader)
      let results = try tests.flatMap { vignette, tests in
        try tests.map { try rehearsal.play($0, of: "\(pack.id)/\(vignette.id)") }
      }
      try put(format.render(results, of: pack, source: contents(of:)), terminator: "")
      if results.contains(where: { !$0.failures.isEmpty }) { throw ExitCode.failure }
    }
  }
}

extension PackTestReport: ExpressibleByArgument {}
