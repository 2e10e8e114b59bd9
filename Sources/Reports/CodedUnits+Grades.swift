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
        mend: "\(mend); \(left)")
    }

    /// What is told of a file of grades in which replies have none.
    public func lack(in file: String) -> Diagnostic? {
      guard !ungraded.isEmpty else { return nil }
      return Diagnostic(
        .warning, "no-grade", at: Location(file: file),
        CodedUnits.lack("grade in it", of: ungraded),
        mend: "score them by the names by which they were coded; left out of the grader's figures")
    }
  }

  /// Finds the grades of the replies: by conversation and id where both sides tell the
  /// conversation, else by id.
  public func matching(_ records: [GradedRecord]) -> Match {
    var places: [String: [String?: [Int]]] = [:]
    for (place, record) in records.enumerated() {
      places[record.id.plain.compared, default: [:]][record.session, default: []].append(place)
    }
    let candidates = replies.map { reply -> [Int] in
      guard let id = reply.id, let found = places[id] else { return [] }
      return found.filter { Self.fits($0.key, reply.unit.session, id) }.flatMap(\.value)
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

  /// Whether a grade's session can be a coded reply's conversation. A session is the file's name,
  /// with `#` and the conversation's name where the file names several.
  private static func fits(_ session: String?, _ conversation: String?, _ id: String) -> Bool {
    guard let session = session?.compared, let conversation else { return true }
    let talk = session.split(separator: "#").last?.compared
    let file = session.split(separator: "/").last ?? ""
    return session == conversation || session.hasSuffix("#\(conversation)")
      || talk == conversation
      || file == conversation || file.prefix { $0 != "." } == conversation
      // An id that Attune made names the session itself.
      || id.hasPrefix("\(session)#")
  }
}
