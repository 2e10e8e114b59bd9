/// Who is speaking.
public enum Speaker: Hashable, Sendable {
  case client
  /// The therapist, or whoever practises being one.
  case trainee
}

/// The names by which speakers are known in transcripts from elsewhere.
public struct SpeakerNames: Hashable, Sendable {
  /// The labels known without being told, in lower case.
  static let labels: [String: Speaker] = [
    "client": .client, "c": .client, "patient": .client, "p": .client, "counselee": .client,
    "interviewee": .client, "seeker": .client,
    "therapist": .trainee, "t": .trainee, "trainee": .trainee, "counsellor": .trainee,
    "counselor": .trainee, "interviewer": .trainee, "helper": .trainee, "supporter": .trainee,
    "clinician": .trainee, "practitioner": .trainee, "psychologist": .trainee,
  ]

  private var named: [String: Speaker] = [:]
  /// Who everybody else is, where only one side has been named.
  private var others: Speaker?

  /// Creates a list with the names of therapists and clients in these transcripts, in any case.
  public init(therapists: [String] = [], clients: [String] = []) {
    for name in clients { named[Self.key(name)] = .client }
    for name in therapists { named[Self.key(name)] = .trainee }
    if therapists.isEmpty != clients.isEmpty { others = therapists.isEmpty ? .trainee : .client }
  }

  /// Who a name stands for, where it is a label or has been named.
  func known(_ name: some StringProtocol) -> Speaker? {
    let key = Self.key(name)
    return named[key] ?? Self.labels[key]
  }

  /// Who a name stands for in a file that tells the speaker of everything: with one side named,
  /// whoever is not known is the other.
  func speaker(_ name: some StringProtocol) -> Speaker? {
    known(name) ?? others
  }

  private static func key(_ name: some StringProtocol) -> String {
    name.trimmed.lowercased()
  }
}
