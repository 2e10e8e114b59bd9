import Diagnostics
import Grading
import Lines
import Listening
import Transcripts

/// Labelled replies from one or more files.
///
/// The kind of a file shows in its rows: AnnoMI, EPITOME and ESConv rows name their `source`,
/// corpus rows hold `codes`, in which a code that is not named is absent from the reply. Files of other
/// kinds (transcripts, ratings by several people, probes) are left out; `skipped` names them.
public struct TrainingSet: Sendable {
  var examples: [LabelledExample] = []
  /// What words mean, where a file of word vectors is among the files.
  private(set) var vectors = WordVectors()
  /// Whether soft labels were left out because they were made for other examples.
  private(set) var hasUnusedSoftLabels = false
  /// Names of files that hold no labelled replies.
  public private(set) var skipped: [String] = []

  /// The codes that no reply shows: a model that learns from these replies alone never finds them.
  public var unseenCodes: [CodeName] {
    Head.decided.compactMap { head in
      let isSeen = examples.contains { $0.labels[head.rawValue] & 1 == 0 }
      return isSeen ? nil : head.code
    }
  }

  /// How many labelled replies there are.
  public var count: Int { examples.count }

  /// Reads files of labelled replies (NDJSON).
  ///
  /// - Parameter files: Names, for error messages, and contents.
  /// - Throws: `TrainingSetError` with the file and line of the first row that cannot be read.
  public init(files: [(name: String, text: String)]) throws(TrainingSetError) {
    var softLabels = SoftLabels()
    var named: Set<CodeVariable> = []
    // Coded replies of files that say of none what carries it.
    var withoutMain: [Int] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      let before = examples.count + vectors.count + softLabels.count
      var coded: CodedLines?
      try Self.read(LabelledRow.self, from: file.text, of: file.name) { row, line in
        var reply: CodedReply?
        if row.isCoded {
          let lines = coded ?? CodedLines(of: file)
          coded = lines
          reply = try lines.reply(at: line)
          if reply != nil, !lines.variables.contains(.main) { withoutMain.append(examples.count) }
        }
        if let example = try row.example(coded: reply) {
          try Self.refuseSilence(example.text)
          examples.append(example)
        }
        if let vector = row.wordVector { vectors.add(vector) }
        if let label = try row.softLabel() { softLabels.add(label) }
      }
      named.formUnion(coded?.variables ?? [])
      if examples.count + vectors.count + softLabels.count == before {
        skipped.append(file.name)
      }
    }
    if Self.tellMain(named) {
      for index in withoutMain { examples[index].setOnlyMain() }
    }
    hasUnusedSoftLabels = !softLabels.teach(&examples)
  }

  /// Whether codes tell the main behaviour, too: where reflections, questions and input were looked
  /// for. Of codes that leave one of them out, all its replies would pass for something else.
  private static func tellMain(_ named: Set<CodeVariable>) -> Bool {
    named.isSuperset(of: [.code(.reflection), .code(.question)])
      && !named.isDisjoint(with: [.code(.advice), .code(.information), .input])
  }

  /// The corrector of typos, or `nil` without a file of word vectors. Words of at least
  /// `minimumCount` replies and words with a vector are known; rarities are counted over all
  /// examples.
  func spelling(minimumCount: Int) -> Spelling? {
    let texts = examples.flatMap { [$0.client ?? "", $0.text] }
    guard let meaning = vectors.meaning(in: texts) else { return nil }
    var counts: [UInt64: Int] = [:]
    for example in examples {
      for word in Set(Tokenizer.read(example.text).tokens.map(\.hash)) {
        counts[word, default: 0] += 1
      }
    }
    let taught = Set(counts.filter { $0.value >= minimumCount }.keys)
    let vectors = vectors.index
    return Spelling(meaning: meaning) { taught.contains($0) || vectors[$0] != nil }
  }

  /// Refuses a row without words: a cell that was left empty would teach, or test, what silence is.
  ///
  /// - Throws: `Diagnostic` where there is nothing but white space in the text.
  static func refuseSilence(_ text: String) throws(Diagnostic) {
    guard text.trimmed.isEmpty else { return }
    throw Diagnostic(
      .error, "empty-text", "'text' is empty",
      mend: "write what the reply says, or take the line out")
  }

  /// Reads the rows of a file (NDJSON) one after the other, each with its line from 1.
  static func read<Row: Decodable>(
    _ type: Row.Type, from text: String, of file: String, _ take: (Row, Int) throws -> Void
  ) throws(TrainingSetError) {
    // As `CodedLines` reads them, for the two are joined by the numbers of their lines.
    let lines = FileLines(text: text)
    while let line = try next(of: lines, in: file) {
      do {
        guard case .line(let text) = line else {
          throw Diagnostic(
            .error, "not-text", "not UTF-8 text, or too long", mend: "save the file as UTF-8")
        }
        guard !text.trimmed.isEmpty else { continue }
        try take(JSONLine.decode(type, from: text), lines.number)
      } catch let fault as Diagnostic {
        throw TrainingSetError(fault, in: file, at: lines.number)
      } catch {
        throw TrainingSetError(file: file, line: lines.number, reason: "\(error)")
      }
    }
  }

  private static func next(of lines: FileLines, in file: String) throws(TrainingSetError)
    -> LineBuffer.Line?
  {
    do throws(ReadFailure) {
      return try lines.next()
    } catch {
      throw TrainingSetError(file: file, line: lines.number + 1, reason: error.description)
    }
  }
}

/// A row of labelled data that cannot be read, and where it stands.
public struct TrainingSetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name as it was given.
  var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1, where it is known.
  var column: Int?
  /// What is wrong with it.
  public var reason: String

  /// File, line, column and reason in one line.
  public var description: String {
    "\(Location(file: file, line: line, column: column)): error: \(reason)"
  }
}

extension TrainingSetError {
  /// A fault in a row, with its mend.
  init(_ fault: Diagnostic, in file: String, at line: Int) {
    self.init(
      file: file, line: line, column: fault.location?.column,
      reason: [fault.message, fault.mend].compactMap(\.self).joined(separator: "; "))
  }
}
