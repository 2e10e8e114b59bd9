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

  /// The raters' names, in order of appearance.
  public private(set) var raters: [String] = []
  /// The replies, in order of appearance.
  public private(set) var units: [Unit] = []
  /// What the client had said before each reply, if known.
  public private(set) var clientLines: [String?] = []
  private var numbers: [Key: Int] = [:]
  private var raterNumbers: [String: Int] = [:]
  /// Rows that name no code, by rater.
  private var uncoded: [Occurrences<Location>] = []
  /// What each reply is known by within its conversation, if that is given.
  private(set) var ids: [String?] = []
  private var columns: [Column] = []
  /// The words of each reply, as they are compared, and where they were first read.
  private var words: [(compared: String, place: Location)?] = []
  /// The replies that have other words in another row.
  private var unlike: Set<Int> = []
  /// What is wrong with those rows, by file.
  private var unlikeRows: [String: Occurrences<Diagnostic>] = [:]
  /// Values by unit, then by rater.
  private var given: [[Int: [CodeVariable: String]]] = []
  private var scores: [[Int: [ScoreName: Double]]] = []

  /// Puts the replies of some files side by side. Raters without a name are called after their file,
  /// with its folders where two files have the same name.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - report: Called for each fault.
  public init(_ files: [CodedFile], report: (Diagnostic) -> Void) {
    var variables: Set<CodeVariable> = []
    for file in files {
      variables.formUnion(file.variables)
      let name = Self.name(of: file)
      let isShared = files.contains { $0.file != file.file && Self.name(of: $0) == name }
      let namesRaters = file.replies.contains { $0.rater != nil }
      for reply in file.replies {
        guard reply.rater != nil || !namesRaters else {
          report(
            Diagnostic(
              .error, "no-rater", at: Location(file: file.file, line: reply.line),
              "no rater is named in this row, and others name theirs",
              mend: "fill the cell; passed over"))
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
    for (name, rows) in zip(raters, uncoded) {
      guard let first = rows.first else { continue }
      let name = name.replacingControls(with: " ")
      let message =
        rows.count == 1
        ? "this row of '\(name)' names no code, and counts as none"
        : "\(rows.count) rows of '\(name)' name no code, and count as none"
      report(
        Diagnostic(
          .warning, "uncoded", at: first, message,
          mend: "where they are not coded yet, write NA for each code, or leave the rows out"))
    }
  }

  /// Takes notice of a reply's text; one that has other words than before stands for another reply.
  /// Letters and numbers alone count, for programs change blanks and quotation marks.
  private mutating func compare(_ text: String?, of unit: Int, at place: Location) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
    let compared = text.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let known = words[unit] else {
      words[unit] = (compared, place)
      return
    }
    guard known.compared != compared else { return }
    unlike.insert(unit)
    let name = units[unit].name.replacingControls(with: " ")
    unlikeRows[place.file, default: Occurrences()].note(
      Diagnostic(
        .error, "texts-differ", at: place,
        "the reply '\(name)' has another text than at \(known.place)",
        mend: "give the same conversation and id to the same reply in all codings; left out"))
  }

  /// Tells how many rows of a file have another text than the reply of that id elsewhere.
  private func tellUnlike(_ rows: Occurrences<Diagnostic>?, _ report: (Diagnostic) -> Void) {
    guard let rows, var fault = rows.first else { return }
    fault.message += rows.others("and so it is in")
    report(fault)
  }

  /// Leaves out the replies of which it is not clear which text was coded.
  private mutating func leaveOutUnlike() {
    guard !unlike.isEmpty else { return }
    let kept = units.indices.filter { !unlike.contains($0) }
    units = kept.map { units[$0] }
    clientLines = kept.map { clientLines[$0] }
    ids = kept.map { ids[$0] }
    given = kept.map { given[$0] }
    scores = kept.map { scores[$0] }
    (numbers, words, unlike) = ([:], [], [])
  }

  private static func name(of file: CodedFile) -> String {
    String(file.file.split(separator: "/").last?.prefix { $0 != "." } ?? "rater")
  }

  private mutating func add(
    _ reply: CodedReply, of file: CodedFile, rater name: String, _ report: (Diagnostic) -> Void
  ) {
    let place = Location(file: file.file, line: reply.line)
    let id = reply.id?.plain
    guard id != nil || reply.text != nil else {
      return report(
        Diagnostic(
          .error, "no-id", at: place, "the row has neither an id nor a text",
          mend: "give it one, so that it can be compared; passed over"))
    }
    let key = Key(
      conversation: reply.conversation, id: id, client: id == nil ? reply.client : nil,
      text: id == nil ? reply.text : nil)
    let rater = raterNumbers[name.lowercased()] ?? raters.count
    if rater == raters.count {
      raterNumbers[name.lowercased()] = rater
      raters.append(name)
      uncoded.append(Occurrences())
    }
    let unit = numbers[key] ?? units.count
    if unit == units.count {
      numbers[key] = unit
      let known = id.map { RecordID.name($0, in: reply.conversation) }
      units.append(Unit(name: known ?? place.description, session: reply.conversation))
      clientLines.append(nil)
      ids.append(id)
      words.append(nil)
      given.append([:])
      scores.append([:])
    }
    guard given[unit][rater] == nil else {
      return report(
        Diagnostic(
          .error, "twice", at: place,
          "'\(name.replacingControls(with: " "))' codes this reply twice",
          mend: (reply.rater == nil
            ? "where several coded it, name each in a column or key 'rater'; " : "")
            + "the first coding counts; passed over"))
    }
    if id != nil { compare(reply.text, of: unit, at: place) }
    units[unit].text = units[unit].text ?? reply.text
    clientLines[unit] = clientLines[unit] ?? reply.client
    given[unit][rater] = file.variables.reduce(into: [:]) { values, variable in
      values[variable] = file.value(of: variable, in: reply)
    }
    scores[unit][rater] = reply.scores
    if reply.codes.isEmpty, reply.scores.isEmpty { uncoded[rater].note(place) }
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
    guard raters.count > 1 else { return nil }
    let shared = given.count { $0.count > 1 }
    guard shared < units.count else { return nil }
    guard shared == 0 else {
      return Diagnostic(
        .warning, "coded-once",
        "replies coded by one rater alone, which tell nothing of agreement: \(units.count - shared) "
          + "of \(units.count)",
        mend: "where both coded them, give them the same conversation and id in both codings")
    }
    return Diagnostic(
      .error, "nothing-shared", "no two raters coded the same reply",
      mend: "give a reply the same conversation and id in both codings")
  }

  /// What the raters said.
  public var codings: Codings {
    codings(raters: raters) {
      given[$0][$1]?[$2]
    } scores: {
      scores[$0][$1]?[$2]
    }
  }

  /// What a grader says of the same replies.
  ///
  /// - Parameters:
  ///   - grades: A grade by unit, or `nil` where there is none.
  ///   - name: The grader's name.
  /// - Returns: The codings, with the grader as their one rater.
  public func codings(of grades: [Grade?], named name: String) -> Codings {
    codings(raters: [name]) { unit, _, variable in
      grades[unit].flatMap { variable.value(in: $0.codes) }
    } scores: { unit, _, score in
      grades[unit].map { Double(score.value(in: $0)) }
    }
  }

  /// The replies with a text, each with what most of its raters said of every code that they were
  /// asked for. Where no conversation is known, a reply is a group of its own.
  public var majority:
    [(group: String, client: String?, text: String, codes: [CodeVariable: String])]
  {
    let consensus = codings.consensus(named: "")
    return units.indices.compactMap { unit in
      guard let text = units[unit].text else { return nil }
      var codes: [CodeVariable: String] = [:]
      for (column, code) in zip(columns, consensus.codes) where !column.variable.isDerived {
        guard let value = code.values[unit][0] else { continue }
        codes[column.source] = column.variable.values[value]
      }
      return (units[unit].session ?? units[unit].name, clientLines[unit], text, codes)
    }
  }

  private func codings(
    raters: [String], values: (Int, Int, CodeVariable) -> String?,
    scores: (Int, Int, ScoreName) -> Double?
  ) -> Codings {
    var result = Codings(raters: raters, units: units)
    result.codes = columns.map { column in
      (
        column.variable,
        units.indices.map { unit in
          raters.indices.map { rater in
            values(unit, rater, column.source).flatMap { column.index[$0] }
          }
        }
      )
    }
    let scored = ScoreName.allCases.filter { name in
      self.scores.contains { $0.values.contains { $0[name] != nil } }
    }
    result.scores = scored.map { name in
      (name.rawValue, units.indices.map { unit in raters.indices.map { scores(unit, $0, name) } })
    }
    return result
  }
}
