import ArgumentParser
import Files
import Foundation
import GraderTraining
import Grading
import Lines

struct ModelExamples: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "examples",
    abstract: "Write what training would learn from, for other learners.",
    discussion: """
      One JSON object a line: the reply with what the client had said, where it comes from, the \
      fold of the cross-validation that it is in, the values that its labels allow, and the number \
      by which a file of soft labels names it. It is for whoever works on Attune: Corpus, whose \
      README.md tells what for, lies in its sources and is not installed.

        attune model examples --corpus Corpus > examples.ndjson
      """)

  @OptionGroup var data: TrainingOptions

  func run() throws {
    try reportingFailures {
      let output = BufferedOutput(descriptor: STDOUT_FILENO)
      for example in try data.load().exported {
        output.write(JSONLine.encode(example) + "\n")
        try output.check()
      }
      try output.flush()
    }
  }
}
