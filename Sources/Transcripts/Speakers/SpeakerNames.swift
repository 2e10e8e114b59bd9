import Diagnostics

/// The names by which speakers are known in transcripts from elsewhere.
public struct SpeakerNames: Hashable, Sendable {
  /// The roles known without being told, in lower case. What can be either side in a course or a
  /// chat (student, user, assistant) is not among them.
  static let roles: [String: Speaker] = {
    let clients = [
      "client", "c", "cl", "patient", "p", "pt", "counselee", "counsellee", "interviewee",
      "participant", "respondent", "seeker", "help seeker", "service user", "caller", "coachee",
      "mentee",
    ]
    let therapists = [
      "therapist", "t", "th", "trainee", "counsellor", "counselor", "interviewer", "helper",
      "supporter", "listener", "clinician", "practitioner", "provider", "psychologist",
      "psychotherapist", "psychiatrist", "doctor", "nurse", "social worker", "coach", "mentor",
    ]
    let pairs = clients.map { ($0, Speaker.client) } + therapists.map { ($0, .trainee) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  /// How many bytes a name has at most in which a role is looked for.
  private static let mostBytes = 200

  private var named: [String: Speaker] = [:]
  /// The names that people gave by what they are without a bracket at the end, where that is one's alone.
  private var bare: [String: String?] = [:]
  /// The names in the order in which they were given.
  private var given: [Given] = []
  /// Who everybody else is, where only one side has been named.
  let others: Speaker?

  /// A name that a person gave, with what every line of a text is compared with.
  private struct Given: Hashable {
    /// The name as it was given.
    let text: String
    /// The name without blanks at its ends, and how many characters that are.
    let trimmed: String
    let length: Int
    /// The name as it is compared.
    let key: String

    init(_ text: String) {
      self.text = text
      trimmed = String(text.trimmed)
      length = trimmed.count
      key = SpeakerNames.key(text)
    }
  }

  /// The roles alone.
  public init() {
    others = nil
  }

  /// The roles and the names of therapists and clients in these transcripts, in any case.
  ///
  /// - Throws: `DiagnosticList` where a name is on both sides, or empty.
  public init(therapists: [String] = [], clients: [String] = []) throws(DiagnosticList) {
    given = (therapists + clients).map(Given.init)
    others = therapists.isEmpty == clients.isEmpty ? nil : therapists.isEmpty ? .trainee : .client
    var faults: [Diagnostic] = []
    func name(_ name: String, _ side: Speaker) {
      let key = Self.key(name)
      if key.isEmpty {
        faults.append(Diagnostic(.error, "speaker", "the name of a speaker is empty"))
      } else if named[key, default: side] != side {
        faults.append(
          Diagnostic(
            .error, "speaker", "'\(name)' is named as the therapist and as the client",
            mend: "say which"))
      }
      named[key] = side
    }
    for client in clients { name(client, .client) }
    for therapist in therapists { name(therapist, .trainee) }
    for key in named.keys {
      bare.updateValue(bare[Self.bare(key)] == nil ? key : nil, forKey: Self.bare(key))
    }
    guard faults.isEmpty else { throw DiagnosticList(faults) }
  }

  /// Whether any speaker has been named.
  var areGiven: Bool { !given.isEmpty }

  /// Whether a person gave this name.
  func isGiven(_ name: some StringProtocol) -> Bool { given(for: name) != nil }

  /// The name with which a line begins that a person gave, and what follows the colon behind it; or
  /// how a time stands there that is all else in the line.
  func label(of line: Substring) -> (name: String, rest: Substring, form: SpeakerLabel.Form?)? {
    for name in given {
      guard line.prefix(name.length).lowercased() == name.key else { continue }
      let behind = line.dropFirst(name.length)
      let rest = behind.drop(while: \.isWhitespace)
      if let colon = rest.first, ":：".contains(colon) {
        return (name.trimmed, rest.dropFirst().trimmed, nil)
      }
      if let form = SpeakerLabel.form(ofTime: behind) { return (name.trimmed, "", form) }
    }
    return nil
  }

  /// The name that a person gave, as it is compared, for which one in a file stands: that name itself,
  /// or the only one that is the same but for what stands in a bracket at its end, as pronouns do.
  private func given(for name: some StringProtocol) -> String? {
    let key = Self.key(name)
    return named[key] != nil ? key : bare[Self.bare(key)] ?? nil
  }

  private static func bare(_ key: String) -> String { parts(key).map { String($0.bare) } ?? key }

  /// What stands before a bracket at the end of a name, and what in it.
  private static func parts(_ key: String) -> (bare: Substring, bracketed: Substring)? {
    guard let end = key.last, ")]".contains(end),
      let start = key.lastIndex(of: end == ")" ? "(" : "["), start > key.startIndex
    else { return nil }
    return (key[..<start].trimmed, key[start...].dropFirst().dropLast())
  }

  /// Who a name stands for, where it has been given or is a role, which may bear a number or a full
  /// stop: `T1`, `Pt.`. What is in a bracket at its end counts where the rest says nothing:
  /// `Ada (therapist)`.
  func known(_ name: some StringProtocol) -> Speaker? {
    let key = Self.key(name)
    if let side = named[key] ?? Self.roles[key] ?? given(for: name).flatMap({ named[$0] }) {
      return side
    }
    // A role is short; what is longer would be looked through again for each of its brackets.
    guard key.utf8.count <= Self.mostBytes else { return nil }
    if let (bare, bracketed) = Self.parts(key) { return known(bare) ?? known(bracketed) }
    let words = key.split { " -_#.".contains($0) || $0.isNumber }
    guard let last = words.last, last.endIndex < key.endIndex || words.count > 1 else { return nil }
    // Numbers stand at the end alone.
    guard !key[..<last.endIndex].contains(where: \.isNumber) else { return nil }
    return Self.roles[words.joined(separator: " ")]
  }

  /// A fault for each name that was given and that nobody in the files bears.
  ///
  /// - Parameter heard: The names in the files.
  /// - Returns: The faults, in the order in which the names were given.
  public func unheard(among heard: Set<String>) -> [Diagnostic] {
    let keys = Set(heard.compactMap { self.given(for: $0) })
    let others = heard.filter { !isGiven($0) }.sorted()
    return given.filter { !keys.contains($0.key) }.map { name in
      Diagnostic(
        .error, "speaker", "no speaker is named '\(name.text)'",
        mend: NearName.hint(name.text, in: others) ?? Self.list(others))
    }
  }

  private static func list(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let more = names.count > 5 ? ", …" : ""
    return "others are " + names.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + more
  }

  private static func key(_ name: some StringProtocol) -> String {
    name.trimmed.lowercased()
  }
}
