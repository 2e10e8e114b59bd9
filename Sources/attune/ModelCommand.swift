import ArgumentParser
import Diagnostics
import Files
import Foundation
import GraderTraining
import Grading
import Lines
import Listening
import Reports

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Show, train or measure the model that grades.",
    subcommands: [
      ModelInfo.self, ModelTrain.self, ModelEvaluate.self, ModelCalibrate.self, ModelSessions.self,
      ModelExamples.self,
    ])
}

/// Writes a model beside its place and moves it there whole.
func write(_ model: Model, to path: String) throws {
  let bytes = model.serialized()
  do {
    try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    throw Failure("cannot write \(path): \(error.systemReason)", .cannotCreate)
  }
  try put("\(model.name)@\(model.version), \(bytes.count) bytes, in \(path)")
}

struct ModelInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show which model grades, and a fingerprint of what it holds.")

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures {
      let grader = try model.loadGrader()
      try put("\(grader.modelName), \(grader.modelFingerprint)")
    }
  }
}

struct ModelTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a model on labelled replies.",
    discussion: """
      The same files give the same model, byte for byte. It is called 'own' with a mark of what it \
      holds, so that results tell which model graded, unless --name says otherwise.
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
      let set = try data.load()
      let unseen = set.unseenCodes.map(\.rawValue)
      if !unseen.isEmpty {
        warn("no reply shows \(unseen.joined(separator: ", ")); the model will not find it")
      }
      let parts = (name ?? "own@1").split(separator: "@").map(String.init)
      let model = Trainer.train(on: set, name: parts[0], version: parts[1]) { warn($0) }
      try write(name == nil ? model.marked() : model, to: output)
    }
  }
}

struct ModelEvaluate: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Cross-validate the training, or measure a model on what it was not trained on.",
    discussion: """
      No conversation stands on both sides of a fold. Precision, recall and F1 of each value are \
      told, and kappa and macro-F1 of each decision; 'any' takes the values of a code together. \
      With --held-out the model at hand is measured on labelled replies that its training left \
      out, with --probes against expectations that someone wrote down; neither trains.
      """)

  @OptionGroup var data: TrainingOptions

  @OptionGroup var parts: FoldOptions

  @Flag(help: "Show which value was taken for which, decision by decision.")
  var confusion = false

  @Flag(
    help: """
      Show what fewer replies to learn from would come to: 1/8, 1/4, 1/2 and all of the groups \
      outside each fold. Takes twice as long.
      """)
  var curve = false

  @Option(help: "table (Markdown), or json with everything.")
  var format: Format = .table

  @Option(
    help: ArgumentHelp(
      "Measure on the labelled replies in this folder or file instead, such as Corpus/held-out.",
      valueName: "path"))
  var heldOut: String?

  @Option(help: ArgumentHelp("Check expectations in this file instead.", valueName: "file"))
  var probes: String?

  @OptionGroup var model: ModelOptions

  func validate() throws {
    if probes != nil, curve || confusion || format != .table {
      throw ValidationError("--curve, --confusion and --format do not go with --probes")
    }
    if heldOut != nil || probes != nil, curve || data.isNamed || heldOut != nil && probes != nil {
      throw ValidationError(
        "--held-out and --probes go with neither each other nor --curve, --data or --corpus")
    }
    if heldOut != nil || probes != nil, parts.named != nil {
      throw ValidationError("--folds goes with neither --held-out nor --probes: nothing is trained")
    }
    if heldOut == nil, probes == nil, model.model != nil {
      throw ValidationError(
        "--model goes with --held-out or --probes; without them new models are trained and measured"
      )
    }
    if curve, confusion {
      throw ValidationError("--confusion does not go with --curve; --format json has both")
    }
  }

  func run() throws {
    try reportingFailures {
      if let probes {
        let grader = try model.loadGrader()
        let text = try TrainingOptions.text(of: probes)
        let check = try checked { () throws(TrainingSetError) in
          try ProbeCheck(probes: text, name: probes, grader: grader)
        }
        try put(ProbeTables(check), terminator: "")
      } else if let heldOut {
        let grader = try model.loadGrader()
        let set = try TrainingOptions.load([heldOut])
        guard set.count > 0 else { throw Failure("no labelled replies in \(heldOut)", .dataError) }
        for name in set.skipped { warn("\(name): no labelled replies; left out") }
        try show(Evaluation.measure(grader, on: set))
      } else if curve {
        let curve = LearningCurve(try data.load(), folds: parts.folds) { warn($0) }
        try show(curve, LearningCurveTables(curve))
      } else {
        try show(Evaluation.crossValidate(try data.load(), folds: parts.folds) { warn($0) })
      }
    }
  }

  private func show(_ report: EvaluationReport) throws {
    let tables = EvaluationTables(report)
    try show(report, tables)
    if confusion, format == .table { try put("\n\(tables.confusions)", terminator: "") }
  }

  private func show(_ figures: some Encodable, _ tables: some CustomStringConvertible) throws {
    switch format {
    case .table: try put(tables, terminator: "")
    case .json: try put(JSONLine.encode(figures))
    }
  }
}

/// Where labelled replies come from.
struct TrainingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of labelled replies: AnnoMI, EPITOME and ESConv as NDJSON.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("A folder of coded replies, as in Corpus.", valueName: "folder"))
  var corpus: String?

  /// Whether a folder is named.
  var isNamed: Bool { data != nil || corpus != nil }

  /// Every file of the folders, by name.
  func files() throws -> [(name: String, path: String)] {
    let folders = [data, corpus].compactMap(\.self)
    guard !folders.isEmpty else {
      throw Failure("nothing to learn from; name folders with --data and --corpus", .usage)
    }
    return try Self.files(folders)
  }

  /// What the files hold.
  func load() throws -> TrainingSet { try Self.read(try files()) }

  /// Every file of some folders, by name, but those of folders inside them; or single files.
  static func load(_ paths: [String]) throws -> TrainingSet { try read(try files(paths)) }

  private static func files(_ paths: [String]) throws -> [(name: String, path: String)] {
    let files: [(name: String, path: String)] = try paths.flatMap { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure("there is no folder or file '\(path)'", .noInput)
      }
      guard isFolder.boolValue else { return [(path, path)] }
      return try names(inFolder: path).sorted().filter { $0.hasSuffix(".ndjson") }.map {
        ($0, "\(path)/\($0)")
      }
    }
    guard !files.isEmpty else {
      throw Failure("no .ndjson file in \(paths.joined(separator: ", "))", .noInput)
    }
    return files
  }

  private static func read(_ files: [(name: String, path: String)]) throws -> TrainingSet {
    let files = try files.map { (name: $0.name, text: try text(of: $0.path)) }
    return try checked { () throws(TrainingSetError) in try TrainingSet(files: files) }
  }

  static func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): cannot be read", .noInput)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure("\(path): not UTF-8 text", .dataError)
    }
    return text
  }
}

/// How a cross-validation splits what it measures on.
struct FoldOptions: ParsableArguments {
  @Option(
    name: .customLong("folds"),
    help: """
      Into how many parts the data are split; each is graded by what the others taught (default: 5).
      """)
  var named: Int?

  /// The number of parts, said or not.
  var folds: Int { named ?? 5 }

  func validate() throws {
    guard (2...20).contains(folds) else { throw ValidationError("from 2 to 20 folds") }
  }
}

/// Turns a fault in labelled data into one that a person is told.
private func checked<Value>(_ body: () throws(TrainingSetError) -> Value) throws(Failure) -> Value {
  do {
    return try body()
  } catch {
    throw Failure(error.description, .dataError)
  }
}
