import Diagnostics
import Listening

/// What the columns of tables of coded replies hold: known names, and those that a person says.
public struct CodedColumns: Hashable, Sendable {
  enum Column: Hashable {
    case id, conversation, rater, client, text, speaker
    case code(CodeVariable)
    /// A kind of a code in AnnoMI's table, where 'n/a' says that the code is absent.
    case kind(CodeVariable)
    case score(ScoreName)
    /// A column that is known and says nothing here, or that nobody knows.
    case other

    /// The code that it tells of, if any.
    var variable: CodeVariable? {
      switch self {
      case .code(let variable), .kind(let variable): variable
      default: nil
      }
    }
  }

  /// Columns that say who coded, and columns of scored replies that say nothing here.
  private static let others: [String: Column] = [
    "rater": .rater, "coder": .rater, "annotator": .rater, "rater_id": .rater, "coder_id": .rater,
    "rater_name": .rater, "coder_name": .rater, "unsure": .other, "model": .other,
  ].merging(annoMI) { $1 }
  /// What AnnoMI's tables call them.
  private static let annoMI: [String: Column] = [
    "main_therapist_behaviour": .code(.main), "therapist_input_exists": .code(.input),
    "reflection_subtype": .kind(.code(.reflection)), "question_subtype": .kind(.code(.question)),
    "annotator_id": .rater, "reflection_exists": .other, "question_exists": .other,
    "therapist_input_subtype": .other, "client_talk_type": .other, "mi_quality": .other,
    "video_title": .other, "video_url": .other, "topic": .other, "timestamp": .other,
  ]
  /// Roles of columns besides those of transcripts, by name.
  private static let coded: [String: Column] = {
    var coded: [String: Column] = ["rater": .rater]
    for variable in CodeVariable.all { coded[variable.name] = .code(variable) }
    for score in ScoreName.allCases { coded[score.rawValue] = .score(score) }
    return coded
  }()
  /// The names that a column may be thought to be meant by.
  static let knownNames =
    others.keys.sorted() + CodeVariable.all.map(\.name) + ScoreName.allCases.map(\.rawValue)

  /// What a person says of the columns that transcripts have, too.
  private var transcript = ColumnMapping()
  /// The names of other columns that a person says, by role.
  private var said: [String: String] = [:]

  /// The known names alone.
  public init() {}

  /// The known names and what a person says of others.
  ///
  /// - Parameter options: Pairs as `ColumnMapping` takes them; further roles are `rater`, the codes and
  ///   the scores, as in `rater=Coder,reflection=R`.
  /// - Throws: `DiagnosticList` where a pair is none, names no role, or one that has its column, or a
  ///   column that has its role.
  public init(_ options: [String]) throws(DiagnosticList) {
    let pairs = options.flatMap(ColumnMapping.pairs)
    var others: [ColumnMapping.Pair] = []
    for pair in pairs {
      let role = pair.role.lowercased()
      guard let column = pair.column, Self.coded[role] != nil else {
        others.append(pair)
        continue
      }
      guard said.updateValue(column, forKey: role) == nil else {
        throw ColumnMapping.twoColumns(for: role)
      }
    }
    transcript = try ColumnMapping(others, besides: Self.coded.keys.sorted())
    try ColumnMapping.refuseTwoRoles(in: pairs)
  }

  /// What the columns of a header hold, `nil` where nobody knows; the names of transcripts' tables
  /// are known here, too.
  func columns(of header: [String]) -> [Column?] {
    let keys = header.map(ColumnMapping.key)
    var roles: [Int: Column] = [:]
    // What is said to hold one thing holds no other, whatever it is called.
    var rest = header
    for (role, name) in said {
      guard let place = ColumnMapping.place(of: name, in: header) else { continue }
      roles[place] = Self.coded[role]
      rest[place] = ""
    }
    let places = transcript.places(in: rest).places
    for (column, place) in [
      (Column.id, (places[.id] ?? places[.turn])?.first),
      (.conversation, places[.conversation]?.first), (.client, places[.client]?.first),
      (.text, places[.text]?.first), (.other, places[.turn]?.first),
      (.speaker, places[.speaker]?.first),
    ] {
      if let place, roles[place] == nil { roles[place] = column }
    }
    return header.indices.map { index in
      if let role = roles[index] { return role }
      // A role for which a column was said has no other.
      if let column = Self.coded[keys[index]] ?? Self.others[keys[index]] {
        return isSaid(column) ? .other : column
      }
      // A column of transcripts' tables that another one stands for here, as a client's number does.
      return ColumnMapping.isKnown(keys[index]) ? .other : nil
    }
  }

  private func isSaid(_ column: Column) -> Bool {
    said.keys.contains { role in
      let own = Self.coded[role]
      return own == column || own?.variable != nil && own?.variable == column.variable
    }
  }

  /// What a person says that the header does not have.
  func missing(in header: [String]) -> [(message: String, mend: String)] {
    transcript.missing(in: header)
      + said.values.sorted().filter { ColumnMapping.place(of: $0, in: header) == nil }
      .map { ColumnMapping.missing($0, header) }
  }
}
