import Agreement
import Diagnostics
import Listening
import Transcripts

extension CodedUnits {
  /// Grades that were made before, of replies.
  public struct Match: Sendable {
    /// A grade for each reply; `nil` where none is known to be of it.
    public var grades: [Grade?]
    /// The ids of replies for which several grades, or one for several replies, might be meant.
    public var unclear: [String]
    /// Those of these ids that have several grades which no session tells apart.
    public var repeated: [String]
    /// The names of replies of which there is none.
    public var ungraded: [String]

    /// What is told of a file of grades in which it is not clear which is a reply's.
    public func doubt(in file: String) -> Diagnostic? {
      guard let first = unclear.first else { return nil }
      let isTwice = repeated == unclear
      let id = isTwice ? first : unclear.first { !repeated.contains($0) } ?? first
      let left = counted(unclear.count, "coded reply is left out", "coded replies are left out")
      let mend =
        isTwice
        ? "have each grade in it once, and give each reply of a session an id of its own"
        : "name the conversation in the coded replies and in what is scored"
      return Diagnostic(
        .error, "unclear-id", at: Location(file: file),
        isTwice
          ? "several grades have the id '\(id.excerpt)', and no session tells them apart, as where "
            + "grades were written twice"
          : "which grade is meant by the id '\(id.excerpt)' is not clear",
        mend: mend, outcome: left)
    }

    /// What is told of a file of grades in which replies have none.
    public func lack(in file: String) -> Diagnostic? {
      guard !ungraded.isEmpty else { return nil }
      return Diagnostic(
        .warning, "no-grade", at: Location(file: file),
        CodedUnits.lack("grade in it", of: ungraded),
        mend: "score them by the names by which they were coded",
        outcome: "left out of the grader's figures")
    }
  }

  /// Finds the grades of the replies: by conversation and id where both sides tell the
  /// conversation, else by id.
  public func matching(_ records: [GradedRecord]) -> Match {
    let index = GradeIndex(records)
    let sharers = replies.reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    let candidates = replies.map { reply -> [Int] in
      guard let id = reply.id else { return [] }
      return index.places(
        of: id, in: reply.unit.session, isShared: sharers[id, default: 0] > 1)
    }
    let claims = candidates.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var match = Match(grades: [], unclear: [], repeated: [], ungraded: [])
    for (reply, found) in zip(replies, candidates) {
      let isClear = found.count == 1 && found.allSatisfy { claims[$0] == 1 }
      match.grades.append(isClear ? records[found[0]].grade : nil)
      if found.isEmpty {
        match.ungraded.append(reply.unit.name)
      } else if !isClear, let id = reply.id {
        match.unclear.append(id)
        let sessions = Set(found.map { records[$0].session?.compared })
        if sessions.count == 1, found.allSatisfy({ claims[$0] == 1 }) { match.repeated.append(id) }
      }
    }
    return match
  }
}

/// The places of grades by what coded replies may call them.
private struct GradeIndex {
  /// The grades of an id.
  private struct Places {
    /// Those that may be of any reply with the id: of no session, or of one that the id itself names.
    var anybodys: [Int] = []
    /// The others, by the number of their session.
    var sessions: [Int: [Int]] = [:]
  }

  private var places: [String: Places] = [:]
  private var names = NameNumbers()
  /// The numbers of the sessions that a conversation's name may mean, by the name's number.
  private var sessions: [Int: [Int]] = [:]

  init(_ records: [GradedRecord]) {
    var numbers: [String: Int] = [:]
    for (place, record) in records.enumerated() {
      let id = record.id.plain.compared
      // An id that Attune made names the session itself.
      guard let session = record.session?.compared, !id.hasPrefix("\(session)#") else {
        places[id, default: Places()].anybodys.append(place)
        continue
      }
      let number = numbers[session] ?? numbers.count
      if numbers.updateValue(number, forKey: session) == nil {
        for name in takeNames(of: session) { sessions[name, default: []].append(number) }
      }
      places[id, default: Places()].sessions[number, default: []].append(place)
    }
  }

  /// The places of the grades that may be a reply's.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - conversation: Its conversation, if that is known.
  ///   - isShared: Whether other replies have the same id.
  /// - Returns: The places, as many as it takes to see whether one is clear.
  func places(of id: String, in conversation: String?, isShared: Bool) -> [Int] {
    guard let found = places[id] else { return [] }
    // A grade that several replies claim is none's, and one such is enough for nothing to be clear.
    let anybodys = Array(isShared ? found.anybodys.prefix(1) : found.anybodys[...])
    guard let conversation else { return anybodys + found.sessions.values.joined() }
    let meant = names.number(of: conversation[...]).flatMap { sessions[$0] } ?? []
    return anybodys + meant.flatMap { found.sessions[$0] ?? [] }
  }

  /// Takes the names of the conversation that a session can be. A session is the file's name, with `#`
  /// and the conversation's name where the file names several; either may hold a `#` itself.
  ///
  /// - Returns: The names' numbers.
  private mutating func takeNames(of session: String) -> Set<Int> {
    let talk = session.split(separator: "#").last?.compared ?? session
    let file = session.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "." }
    let others = [talk[...], file, stem].compactMap { names.take($0).last }
    return Set(names.take(session[...]) + others)
  }
}

/// Numbers for names. A name is known by its parts between `#`, from the last one back, so that what
/// stands behind each `#` of it is numbered in one pass.
private struct NameNumbers {
  private struct Step: Hashable {
    /// The number of what stands behind the part.
    var end: Int
    var part: Substring
  }

  private var numbers: [Step: Int] = [:]

  /// Numbers what stands behind each `#` of a name, the last one first, and then the name.
  mutating func take(_ name: Substring) -> [Int] {
    var ends: [Int] = []
    for part in Self.parts(of: name) {
      let step = Step(end: ends.last ?? 0, part: part)
      let number = numbers[step] ?? numbers.count + 1
      numbers[step] = number
      ends.append(number)
    }
    return ends
  }

  /// The number of a name, if it was taken, by itself or with one that ends in it.
  func number(of name: Substring) -> Int? {
    var end = 0
    for part in Self.parts(of: name) {
      guard let number = numbers[Step(end: end, part: part)] else { return nil }
      end = number
    }
    return end
  }

  private static func parts(of name: Substring) -> [Substring] {
    name.split(separator: "#", omittingEmptySubsequences: false).reversed()
  }
}
