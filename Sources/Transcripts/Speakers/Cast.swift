import Diagnostics

/// The speakers of one file: on which side each is, who is on neither, and who has been heard.
struct Cast {
  /// How many names are remembered: of strangers to be told, and of others to be suggested.
  private static let limit = 100

  let names: SpeakerNames
  private let faults: Faults
  private var strangers: Set<String> = []
  /// The one speaker of whom no role tells where the others are all on one side, as names are
  /// compared, and the other side.
  private var counterpart: (key: String, side: Speaker)?
  private var sides: Set<Speaker> = []
  /// Where somebody was first taken for a side because the other one had been named.
  private var firstOther: Int?
  /// Who was, as they are written and as names are compared.
  private var others: [String] = []
  private var otherKeys: Set<String> = []
  /// The names heard: every one that a person gave, and as many others as are worth suggesting.
  private(set) var heard: Set<String> = []

  init(file: String, names: SpeakerNames) {
    self.names = names
    faults = Faults(file: file)
  }

  /// Which side a speaker is on who is named here, where that is known; with one side named by a
  /// person, whoever is not known is the other.
  ///
  /// - Parameters:
  ///   - name: The speaker's name.
  ///   - roles: What else may tell the side, in the order in which it counts.
  ///   - line: Where they speak.
  /// - Returns: The side, and whether it is only assumed because a person named the other one; `nil`
  ///   where it is not known.
  mutating func speaker(
    _ name: String, or roles: [String] = [], at line: Int
  ) -> (side: Speaker, isAssumed: Bool)? {
    hear(name)
    let known = names.known(name) ?? roles.lazy.compactMap(names.known).first
    if let known {
      sides.insert(known)
      return (known, false)
    }
    let key = name.trimmed.lowercased()
    if let counterpart, counterpart.key == key {
      sides.insert(counterpart.side)
      return (counterpart.side, false)
    }
    // Nobody is no other side, and neither is a remark.
    guard let side = names.others, !key.isEmpty, !SpeakerLabel.isRemark(key) else { return nil }
    sides.insert(side)
    if firstOther == nil { firstOther = line }
    if others.count < Self.limit, otherKeys.insert(key).inserted {
      others.append(name.trimmed.excerpt)
    }
    return (side, true)
  }

  /// Takes notice of who speaks in a file, or in its beginning. Where nobody is named by a person,
  /// roles tell of speakers on one side alone, and one other speaks, that is the other side.
  ///
  /// - Parameter speakers: Each speaker's name, and what else may tell the side.
  mutating func meet(_ speakers: some Sequence<(name: String, roles: [String])>) {
    guard !names.areGiven else { return }
    var known: Set<Speaker> = []
    var unknown: Set<String> = []
    for (name, roles) in speakers {
      if let side = ([name] + roles).lazy.compactMap(names.known).first {
        known.insert(side)
      } else {
        let key = name.trimmed.lowercased()
        if !key.isEmpty, !SpeakerLabel.isRemark(key) { unknown.insert(key) }
      }
    }
    guard known.count == 1, let side = known.first, unknown.count == 1, let key = unknown.first
    else { return }
    counterpart = (key, side.other)
  }

  /// Takes notice of a name.
  mutating func hear(_ name: String) {
    guard names.areGiven else { return }
    let name = String(name.trimmed)
    guard !heard.contains(name) else { return }
    if heard.count < Self.limit || names.isGiven(name) { heard.insert(name) }
  }

  /// Tells of a speaker of whom nobody knows which side they are on, once for each.
  mutating func stranger(_ name: String, at line: Int, mend: String? = nil) -> [Diagnostic] {
    guard strangers.count <= Self.limit, strangers.insert(name).inserted else { return [] }
    guard strangers.count <= Self.limit else {
      return [
        faults.make(
          "unknown-speaker", line, "more speakers than \(Self.limit) are not known",
          outcome: Faults.passedOver)
      ]
    }
    let name = name.trimmed.excerpt
    guard !name.isEmpty else {
      return [
        faults.make(
          "no-speaker", line, "nobody is named as the speaker", outcome: Faults.passedOver)
      ]
    }
    let choice = "say --therapist or --client with the name" + (mend.map { ", or \($0)" } ?? "")
    return [
      faults.make(
        "unknown-speaker", line, "whether '\(name)' is the therapist or the client is not known",
        mend: choice, outcome: "what '\(name)' says is passed over")
    ]
  }

  /// Tells of a heading or a remark that begins as a speaker's words do, once for each name.
  mutating func heading(_ name: String, at line: Int) -> [Diagnostic] {
    guard strangers.count < Self.limit, strangers.insert(name).inserted else { return [] }
    return [
      faults.make(
        "heading", line, "what follows '\(name)' is taken for a heading, and passed over",
        mend: "where it is a speaker, say --therapist or --client with the name", as: .warning)
    ]
  }

  /// Tells of conversations, or of a file, in which none of those speaks whose names should tell who
  /// the others are.
  ///
  /// - Parameter unnamed: The lines of conversations that were left out because nobody is known to be
  ///   their client.
  /// - Returns: What is to be told of them.
  func finish(leftOut unnamed: Occurrences<Int>) -> [Diagnostic] {
    guard let side = names.others, let firstOther else { return [] }
    let result = [faults.withoutClient(unnamed)].compactMap(\.self)
    if sides == [side] {
      // Where everybody is a client there is no reply, and so nothing to leave out.
      guard side == .client else { return result }
      return [
        faults.make(
          "speaker", firstOther, "nobody whom --therapist names speaks in this file",
          mend: "everybody counts as the client")
      ]
    }
    guard others.count > 1 else { return result }
    let listed = others.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    let rest = side == .client ? "the client" : "the therapist"
    return result + [
      faults.make(
        "several-others", firstOther,
        "as \(rest) count \(listed)\(others.count > 8 ? ", …" : "")",
        mend: "where one of them is not, name everybody who counts with --therapist and --client",
        as: .warning)
    ]
  }
}

extension Faults {
  /// The fault that conversations are left out because nobody is known to be their client; `nil` where
  /// none is.
  func withoutClient(_ lines: Occurrences<Int>) -> Diagnostic? {
    lines.first.map { line in
      make(
        "speaker", line,
        "nobody whom --client names speaks in the conversation of this line"
          + lines.others("nor in"),
        mend: "left out, because the client's words may stand among the therapist's; say --client "
          + "with each client's name as it is written there")
    }
  }
}
