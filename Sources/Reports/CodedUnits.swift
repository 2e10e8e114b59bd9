import Agreement
import Diagnostics
import Listening
import Transcripts

/// Replies that raters coded, put side by side for comparison.
///
/// Two rows are about the same reply where their conversation and id are the same; without ids, where
/// the client's line and the reply are. A reply whose text is another one in another row is left out:
/// the same id stands for two replies there.
public struct CodedUnits: Sendable {
  /// What a reply is known by.
  private struct Key: Hashable {
    var conversation: String?
    var id: String?
    var client: String?
    var text: String?
  }

  /// A code and how it is compared.
  private struct Column {
    var source: CodeVariable
    var variable: Variable
    /// The index of each of the source's values.
    var index: [String: Int]
  }

  /// A reply, and what the raters said of it.
  public struct Reply: Sendable {
    /// What it is called, and its text where a row has it.
    public fileprivate(set) var unit: Unit
    /// What the client had said, if known.
    public fileprivate(set) var client: String?
    /// What it is known by within its conversation, if that is given.
    let id: String?
    /// Where its first row stands.
    fileprivate let place: Location
    /// Its words, as they are compared, and where they were first read.
    fileprivate var words: (compared: String, place: Location)?
    /// Whether it has other words in another row.
    fileprivate var isUnlike = false
    /// What was said of it, by the raters' numbers.
    fileprivate var codings: [Int: Coding] = [:]
  }

  /// What one rater said of a reply.
  fileprivate struct Coding {
    var codes: [CodeVariable: String]
    var scores: [ScoreName: Double]
  }

  private struct Rater {
    var name: String
    /// Rows of theirs that name no code.
    var uncoded = Occurrences<Location>()
  }

  /// The replies, in order of appearance.
  public private(set) var replies: [Reply] = []
  private var coders: [Rater] = []
  private var columns: [Column] = []
  private var replyNumbers: [Key: Int] = [:]
  private var raterNumbers: [String: Int] = [:]
  /// Rows in which a reply has other words than in one before, by file.
  private var unlikeRows: [String: Occurrences<Diagnostic>] = [:]

  /// The raters' names, in order of appearance.
  public var raters: [String] { coders.map(\.name) }

  /// Puts the replies of some files side by side. Raters without a name are called after their file,
  /// with its folders where two files have the same name.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - report: Called for each fault.
  public init(_ files: [CodedFile], report: (Diagnostic) -> Void) {
    var variables: Set<CodeVariable> = []
    let namesakes: [String: Int] = Set(files.map(\.file)).reduce(into: [:]) {
      $0[Self.name(of: $1), default: 0] += 1
    }
    for file in files {
      variables.formUnion(file.variables)
      let name = Self.name(of: file.file)
      let isShared = namesakes[name, default: 0] > 1
      let namesRaters = file.replies.contains { $0.rater != nil }
      for reply in file.replies {
        guard reply.rater != nil || !namesRaters else {
          report(
            Diagnostic(
              .error, "no-rater", at: Location(file: file.file, line: reply.line),
              "no rater is named in this row, and others name theirs",
              mend: "fill the cell", outcome: "passed over"))
          continue
        }
        add(reply, of: file, rater: reply.rater ?? (isShared ? file.file : name), report)
      }
    }
    for file in files {
      let rows = unlikeRows.removeValue(forKey: file.file)
      tellUnlike(rows, report)
    }
    leaveOutUnlike()
    // Where no code is named at all, that is told instead.
    if files.contains(where: \.isCoded) { tellUncoded(report) }
    columns = CodeVariable.all.filter(variables.contains).flatMap(Self.columns)
  }

  /// Tells how many rows of each rater name no code at all: they were likely not coded yet.
  private func tellUncoded(_ report: (Diagnostic) -> Void) {
    for rater in coders {
      guard let first = rater.uncoded.first else { continue }
      let name = rater.name.replacingControls(with: " ")
      let count = rater.uncoded.count
      let message =
        count == 1
        ? "this row of '\(name)' names no code, and counts as none"
        : "\(count) rows of '\(name)' name no code, and count as none"
      report(
        Diagnostic(
          .warning, "uncoded", at: first, message,
          mend: "where they are not coded yet, write NA for each code, or leave the rows out"))
    }
  }

  /// Takes notice of a reply's text; one that has other words than before stands for another reply.
  /// Letters and numbers alone count, for programs change blanks and quotation marks.
  private mutating func compare(_ text: String?, of reply: Int, at place: Location) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
    let compared = text.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let known = replies[reply].words else {
      replies[reply].words = (compared, place)
      return
    }
    guard known.compared != compared else { return }
    replies[reply].isUnlike = true
    let name = replies[reply].unit.name.replacingControls(with: " ")
    unlikeRows[place.file, default: Occurrences()].note(
      Diagnostic(
        .error, "texts-differ", at: place,
        "the reply '\(name)' has another text than at \(known.place)",
        mend: "give the same conversation and id to the same reply in all codings",
        outcome: "left out"))
  }

  /// Tells how many rows of a file have another text than the reply of that id elsewhere.
  private func tellUnlike(_ rows: Occurrences<Diagnostic>?, _ report: (Diagnostic) -> Void) {
    guard let rows, var fault = rows.first else { return }
    fault.message += rows.others("and so it is in")
    report(fault)
  }

  /// Leaves out the replies of which it is not clear which text was coded.
  private mutating func leaveOutUnlike() {
    replies.removeAll(where: \.isUnlike)
    replyNumbers = [:]
  }

  private static func name(of file: String) -> String {
    String(file.split(separator: "/").last?.prefix { $0 != "." } ?? "rater")
  }

  private mutating func add(
    _ reply: CodedReply, of file: CodedFile, rater name: String, _ report: (Diagnostic) -> Void
  ) {
    let place = Location(file: file.file, line: reply.line)
    guard reply.id != nil || reply.text != nil else {
      return report(
        Diagnostic(
          .error, "no-id", at: place, "the row has neither an id nor a text",
          mend: "give it one, so that it can be compared", outcome: "passed over"))
    }
    let rater = raterNumber(name)
    let number = replyNumber(reply, at: place)
    guard replies[number].codings[rater] == nil else {
      return report(
        Diagnostic(
          .error, "twice", at: place,
          "'\(name.replacingControls(with: " "))' codes this reply twice",
          mend: reply.rater == nil
            ? "where several coded it, name each in a column or key 'rater'" : nil,
          outcome: "the first coding counts; passed over"))
    }
    if reply.id != nil { compare(reply.text, of: number, at: place) }
    // One rater's row may lack the words that another's has.
    if let text = reply.text, replies[number].unit.text?.isEmpty ?? true {
      replies[number].unit.text = text
    }
    replies[number].client = replies[number].client ?? reply.client
    let codes = file.variables.reduce(into: [:] as [CodeVariable: String]) { codes, variable in
      codes[variable] = file.value(of: variable, in: reply)
    }
    replies[number].codings[rater] = Coding(codes: codes, scores: reply.scores)
    if !file.variables.isEmpty, reply.codes.isEmpty, reply.scores.isEmpty {
      coders[rater].uncoded.note(place)
    }
  }

  /// The number of a rater, who is added where they are new.
  private mutating func raterNumber(_ name: String) -> Int {
    let key = name.lowercased()
    if let number = raterNumbers[key] { return number }
    raterNumbers[key] = coders.count
    coders.append(Rater(name: name))
    return coders.count - 1
  }

  /// The number of a reply, which is added where it is new.
  private mutating func replyNumber(_ reply: CodedReply, at place: Location) -> Int {
    let id = reply.id?.plain
    let key = Key(
      conversation: reply.conversation, id: id, client: id == nil ? reply.client : nil,
      text: id == nil ? reply.text : nil)
    if let number = replyNumbers[key] { return number }
    replyNumbers[key] = replies.count
    let name = id.map { RecordID.name($0, in: reply.conversation) } ?? place.description
    replies.append(Reply(unit: Unit(name: name, session: reply.conversation), id: id, place: place))
    return replies.count - 1
  }

  /// A code, and whether it is there at all where it has several kinds or levels.
  private static func columns(of source: CodeVariable) -> [Column] {
    let values = source.values
    let index = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    let column = Column(
      source: source,
      variable: Variable(
        name: source.name, values: values, level: source.isOrdered ? .ordinal : .nominal,
        hasAbsentValue: source.absentValue != nil), index: index)
    guard values.count > 2, source.absentValue != nil else { return [column] }
    let any = Column(
      source: source,
      variable: Variable(
        name: "\(source.name), any", values: CodeVariable.noAndYes, isDerived: true),
      index: index.mapValues { min($0, 1) })
    return [column, any]
  }

  /// What is wrong where no reply, or not every one, was coded by two of several raters.
  public var unshared: Diagnostic? {
    guard coders.count > 1 else { return nil }
    let shared = replies.count { $0.codings.count > 1 }
    guard shared < replies.count else { return nil }
    guard shared == 0 else {
      return Diagnostic(
        .warning, "coded-once",
        "replies coded by one rater alone, which tell nothing of agreement: \(replies.count - shared) "
          + "of \(replies.count)",
        mend: "where both coded them, give them the same conversation and id in both codings")
    }
    return Diagnostic(
      .error, "nothing-shared", "no two raters coded the same reply\(apart)",
      mend: "give a reply the same conversation and id in both codings")
  }

  /// What two raters call a reply who share none, for a person to see how the names differ.
  private var apart: String {
    guard let one = replies.first, let rater = one.codings.keys.first,
      let two = replies.first(where: { $0.codings[rater] == nil }),
      let other = two.codings.keys.first
    else { return "" }
    let told = [(rater, one), (other, two)].map { number, reply in
      let names = [coders[number].name, reply.unit.name].map { $0.replacingControls(with: " ") }
      return "'\(names[0])' coded '\(names[1])'"
    }
    return ": \(told.joined(separator: ", "))"
  }

  /// What is told of replies without a text, which cannot be graded, where others have one.
  public var textless: Diagnostic? {
    let lacking = replies.filter { $0.unit.text == nil }
    guard let first = lacking.first, lacking.count < replies.count else { return nil }
    return Diagnostic(
      .warning, "no-text", at: first.place, Self.lack("text", of: lacking.map(\.unit.name)),
      mend: "fill it in in a row of each, a silence as [silence]",
      outcome: "left out of what is graded")
  }

  /// How many names of coded replies are told where something is the matter with them.
  private static let mostTold = 3

  /// That some coded replies lack something: how many, and the names of the first.
  static func lack(_ what: String, of names: [String]) -> String {
    let count = names.count == 1 ? "1 coded reply has" : "\(names.count) coded replies have"
    let told = names.prefix(mostTold).map { "'\($0.replacingControls(with: " "))'" }
    let more = names.count > mostTold ? ", …" : ""
    return "\(count) no \(what): \(told.joined(separator: ", "))\(more)"
  }

  /// What the raters said.
  public var codings: Codings {
    codings(raters: raters) {
      replies[$0].codings[$1]?.codes[$2]
    } scores: {
      replies[$0].codings[$1]?.scores[$2]
    }
  }

  /// What a grader says of the same replies.
  ///
  /// - Parameters:
  ///   - grades: A grade for each reply, or `nil` where there is none.
  ///   - name: The grader's name.
  /// - Returns: The codings, with the grader as their one rater.
  public func codings(of grades: [Grade?], named name: String) -> Codings {
    codings(raters: [name]) { reply, _, variable in
      grades[reply].flatMap { variable.value(in: $0.codes) }
    } scores: { reply, _, score in
      grades[reply].map { Double(score.value(in: $0)) }
    }
  }

  /// The replies with a text, each with what most of its raters said of every code that they were
  /// asked for. Where no conversation is known, a reply is a group of its own.
  public var majority:
    [(group: String, client: String?, text: String, codes: [CodeVariable: String])]
  {
    let consensus = codings.consensus(named: "")
    return replies.indices.compactMap { number in
      let reply = replies[number]
      guard let text = reply.unit.text else { return nil }
      var codes: [CodeVariable: String] = [:]
      for (column, code) in zip(columns, consensus.codes) where !column.variable.isDerived {
        guard let value = code.values[number][0] else { continue }
        codes[column.source] = column.variable.values[value]
      }
      return (reply.unit.session ?? reply.unit.name, reply.client, text, codes)
    }
  }

  private func codings(
    raters: [String], values: (Int, Int, CodeVariable) -> String?,
    scores: (Int, Int, ScoreName) -> Double?
  ) -> Codings {
    var result = Codings(raters: raters, units: replies.map(\.unit))
    result.codes = columns.map { column in
      (
        column.variable,
        replies.indices.map { reply in
          raters.indices.map { rater in
            values(reply, rater, column.source).flatMap { column.index[$0] }
          }
        }
      )
    }
    let scored = ScoreName.allCases.filter { name in
      replies.contains { $0.codings.values.contains { $0.scores[name] != nil } }
    }
    result.scores = scored.map { name in
      (
        name.rawValue,
        replies.indices.map { reply in raters.indices.map { scores(reply, $0, name) } }
      )
    }
    return result
  }
}
