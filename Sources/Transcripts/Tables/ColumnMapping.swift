import Diagnostics

/// Which column of a table holds what.
///
/// The columns of AnnoMI and names in common use are known; others are said, as in
/// `speaker=Who,text=Words`.
public struct ColumnMapping: Hashable, Sendable {
  /// What a column can hold.
  enum Role: String, CaseIterable, Sendable {
    /// Who speaks: a label or a name.
    case speaker
    /// What is said.
    case text
    /// Which conversation a row belongs to.
    case conversation
    /// What a row is known by.
    case id
    /// What the client had said, in tables with one row a reply and no speaker.
    case client
    /// The number of the turn, to tell that rows are out of order.
    case turn

    /// The names known without being told, in lower case; an earlier one counts first.
    var names: [String] {
      switch self {
      case .speaker:
        ["interlocutor", "speaker", "speaker_role", "speaker_name", "role", "who", "participant"]
      case .text:
        [
          "utterance_text", "text", "utterance", "reply", "response", "content", "message",
          "therapist_reply", "counsellor_reply", "counselor_reply",
        ]
      case .conversation:
        [
          "transcript_id", "conversation_id", "conversation", "session_id", "session",
          "dialogue_id", "dialog_id", "transcript",
        ]
      case .id: ["utterance_id", "id"]
      case .client: ["client", "client_text", "prompt", "seeker_post"]
      case .turn: ["turn", "turn_number", "turn_index", "turn_id"]
      }
    }
  }

  /// The places of the columns that hold a role.
  typealias Places = [Role: [Int]]

  private var said: [Role: [String]] = [:]
  /// Names of columns that may tell whose conversation it is, in lower case.
  private static let owners: Set = [
    "participant_id", "client_id", "patient_id", "subject_id", "case_id", "dyad_id", "pid",
    "participant",
  ]

  /// Names of columns that may hold the replies, beside the client's words, or the therapist's name.
  private static let therapists: Set = [
    "therapist", "counsellor", "counselor", "trainee", "helper", "interviewer",
  ]

  /// The known names alone.
  public init() {}

  /// The known names and what a person says of others.
  ///
  /// - Parameter options: Pairs such as `speaker=Who`, several parted by commas. A conversation may have
  ///   several columns, which name it together.
  /// - Throws: `DiagnosticList` where a pair is none, names no role, or one that has its column, or a
  ///   column that has its role.
  public init(_ options: [String]) throws(DiagnosticList) {
    let pairs = options.flatMap(Self.pairs)
    try self.init(pairs, besides: [])
    try Self.refuseTwoRoles(in: pairs)
  }

  /// The same where the caller knows further roles, which are told of a pair that names none.
  init(_ pairs: [Pair], besides others: [String]) throws(DiagnosticList) {
    let roles = Role.allCases.map(\.rawValue) + others
    for pair in pairs {
      guard let column = pair.column, let role = Role(rawValue: pair.role.lowercased()) else {
        let named = pair.role.lowercased()
        let mend =
          roles.contains(named)
          ? "write \(named)=NAME with the column's name"
          : NearName.hint(pair.role, in: roles)
            ?? "write ROLE=COLUMN; the roles are \(roles.joined(separator: ", "))"
        throw DiagnosticList([
          Diagnostic(.error, "columns", "'\(pair.text)' names no column", mend: mend)
        ])
      }
      guard role == .conversation || said[role] == nil else {
        throw Self.twoColumns(for: role.rawValue)
      }
      said[role, default: []].append(column)
    }
    if said[.speaker] != nil, said[.client] != nil {
      throw DiagnosticList([
        Diagnostic(
          .error, "columns", "a table has a speaker's column or a client's, not both",
          mend: "leave one of them out")
      ])
    }
  }

  /// That a role has two columns.
  static func twoColumns(for role: String) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(.error, "columns", "two columns are named for '\(role)'", mend: "name one")
    ])
  }

  /// Refuses pairs by which a column would hold two things.
  static func refuseTwoRoles(in pairs: [Pair]) throws(DiagnosticList) {
    var roles: [String: String] = [:]
    for pair in pairs {
      guard let column = pair.column else { continue }
      let role = pair.role.lowercased()
      guard let other = roles.updateValue(role, forKey: key(column)), other != role else {
        continue
      }
      throw DiagnosticList([
        Diagnostic(
          .error, "columns", "the column '\(column)' is named for '\(other)' and for '\(role)'",
          mend: "name another column for one of them")
      ])
    }
  }

  /// A role and the column that is said to hold it, as in `speaker=Who`.
  struct Pair {
    let text: String
    /// What stands before the mark.
    let role: String
    /// The column, or `nil` where none is named.
    let column: String?

    fileprivate init(_ text: String) {
      self.text = text
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
      role = parts.first ?? ""
      column = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
    }
  }

  /// The pairs of an option; a comma behind which no other pair begins is a part of the name.
  static func pairs(_ option: String) -> [Pair] {
    let texts: [String] = option.split(separator: ",").reduce(into: []) { pairs, part in
      if part.contains("=") || pairs.isEmpty {
        pairs.append(String(part))
      } else {
        pairs[pairs.count - 1] += ",\(part)"
      }
    }
    return texts.map { Pair($0) }
  }

  /// The places of the columns in a table with these names, or why the table cannot be read.
  func places(in header: [String]) -> (
    places: [Role: [Int]], faults: [(message: String, mend: String)]
  ) {
    let keys = header.map(Self.key)
    var places: [Role: [Int]] = [:]
    var faults = missing(in: header)
    for role in Role.allCases {
      let named = (said[role] ?? []).compactMap { Self.place(of: $0, in: header) }
      if !named.isEmpty { places[role] = named }
      if said[role] == nil { places[role] = known(role, in: header).first.map { [$0] } }
    }
    if said[.client] == nil, places[.speaker] != nil { places[.client] = nil }
    if said[.client] != nil { places[.speaker] = nil }
    guard faults.isEmpty else {
      // A table of another form than the one that the columns were said for.
      let isOther = faults.count > 1 && faults.count == said.values.joined().count
      guard isOther, Self().places(in: header).faults.isEmpty else { return (places, faults) }
      return (
        places,
        [
          (
            "none of the columns that were said is here, and the table's own are known",
            "score it in a run of its own, without --columns"
          )
        ]
      )
    }
    if places[.text] == nil {
      let reply = places[.client] == nil ? nil : keys.firstIndex(where: Self.therapists.contains)
      let mend = reply.map {
        "if '\(header[$0])' holds the replies, say --columns text=\(header[$0])"
      }
      faults.append(
        ("no column is known to hold what is said", mend ?? Self.hint("text", header)))
    } else if places[.speaker] == nil, places[.client] == nil {
      faults.append(("no column is known to hold the speaker", Self.hint("speaker", header)))
    }
    return (places, faults)
  }

  /// The places of the columns whose names are known for a role, as far as nobody has said that they
  /// hold something.
  private func known(_ role: Role, in header: [String]) -> [Int] {
    let keys = header.map(Self.key)
    let taken = Set(said.values.joined().map(Self.key))
    return role.names.filter { !taken.contains($0) }.compactMap(keys.firstIndex)
  }

  /// The place of a column that a person names.
  static func place(of name: String, in header: [String]) -> Int? {
    header.firstIndex(of: name) ?? header.map(key).firstIndex(of: key(name))
  }

  /// What a person says that the header does not have.
  func missing(in header: [String]) -> [(message: String, mend: String)] {
    Role.allCases.flatMap { said[$0] ?? [] }.filter { Self.place(of: $0, in: header) == nil }
      .map { Self.missing($0, header) }
  }

  static func missing(_ name: String, _ header: [String]) -> (message: String, mend: String) {
    ("there is no column '\(name)'", hint(name, header))
  }

  /// The places of all columns that may name the speaker, as far as nobody has said which does.
  func speakers(in header: [String]) -> [Int] {
    guard said[.speaker] == nil, said[.client] == nil else { return [] }
    return known(.speaker, in: header)
  }

  /// The place of the column that may hold the client's words beside the reply, though another may
  /// name the speaker, as far as nobody has said which does.
  func clientBesideSpeakers(in header: [String]) -> Int? {
    speakers(in: header).isEmpty ? nil : known(.client, in: header).first
  }

  /// Whether a name, as it is compared, is known for a column of any role.
  static func isKnown(_ key: String) -> Bool { knownNames.contains(key) }
  private static let knownNames = Set(Role.allCases.flatMap(\.names))

  /// Whether a name is known to stand for a speaker's column.
  static func namesSpeaker(_ name: String) -> Bool { speakerNames.contains(key(name)) }
  private static let speakerNames = Set(Role.speaker.names)

  /// The places of the columns that may tell whose conversation it is, where nobody has said what
  /// names one.
  func owners(in header: [String]) -> [Int] {
    guard said[.conversation] == nil else { return [] }
    return header.indices.filter { Self.owners.contains(Self.key(header[$0])) }
  }

  /// A name as it is compared: in lower case, with a line for spaces and hyphens.
  static func key(_ name: String) -> String {
    String(name.trimmed.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  private static func hint(_ name: String, _ header: [String]) -> String {
    let shown = header.prefix(20).map {
      Substring($0.unicodeScalars.prefix(40)).replacingControls(with: " ")
    }
    if let near = NearName.of(name, in: shown), Role(rawValue: name) == nil {
      return "did you mean '\(near)'?"
    }
    let role = Role(rawValue: name) == nil ? "role" : name
    return "say --columns \(role)=NAME; the columns are \(shown.joined(separator: ", "))"
  }
}
