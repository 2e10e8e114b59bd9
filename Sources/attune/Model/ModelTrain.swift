import ArgumentParser
import Files
import GraderTraining
import Grading
import Listening

struct ModelTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a model on labelled replies.",
    discussion: """
      The same files give the same model, byte for byte. It is called 'own' with a mark of what it \
      holds, so that results tell which model graded, unless --name says otherwise. The folder \
      Corpus lies in Attune's sources and is not installed; the model card (Models/README.md) names \
      the data that --data is for. Documentation/Agreement.md tells how to use your own replies.

        attune model train --corpus Corpus --output own.model
      """)

  @OptionGroup var data: TrainingOptions

  @Option(
    help: ArgumentHelp(
      "Call the model this, a name and a version (default: own@1 and a mark).",
      valueName: "name@version"))
  var name: String?

  @Option(help: ArgumentHelp("Write the model here.", valueName: "file"))
  var output: String

  func validate() throws {
    guard let name else { return }
    let parts = name.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ $0.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil })
    else {
      throw ValidationError("--name is as in course@2: letters, digits, '.', '_' and '-'")
    }
  }

  func run() throws {
    try reportingFailures {
      try NamedFile.refuse([FileIdentity(regular: output)], over: try data.files().map(\.path))
      let place = try WholeFile(output)
      let set = try data.load()
      let unseen = set.unseenCodes.map(\.rawValue)
      if !unseen.isEmpty {
        warn("no reply shows \(unseen.joined(separator: ", ")); the model will not find it")
      }
      let parts = (name ?? "own@1").split(separator: "@").map(String.init)
      let model = Trainer.train(on: set, name: parts[0], version: parts[1]) { warn($0) }
      try write(name == nil ? model.marked() : model, to: place)
    }
  }
}
