import LineProtocol
import Transcripts

/// A command that waits for saved sessions to be fetched, one after the other: the one that it
/// names and its predecessors.
struct PendingFetch: Sendable {
  enum Goal: Sendable {
    case resume
    case next(seed: UInt64?)
  }

  /// Maximum number of sessions in a course.
  static let maxSessions = 200

  /// The session that the command names.
  let id: String
  let goal: Goal
  /// What has been fetched, the latest session first.
  private(set) var sessions: [[SessionEvent]] = []
  /// The session that is fetched next, and how many of its events count.
  private(set) var wanted: SessionHeader.Predecessor?

  /// Whether the course would be too long with a session before those that have been fetched. The one
  /// that NEXT begins counts, or it could not be resumed.
  var isFull: Bool {
    let begun = if case .next = goal { 1 } else { 0 }
    return sessions.count + begun >= Self.maxSessions
  }

  init(id: String, goal: Goal) {
    self.id = id
    self.goal = goal
  }

  mutating func take(_ events: [SessionEvent]) {
    let count = wanted?.events ?? events.count
    sessions.append(Array(events.prefix(count)))
    wanted = if case .session(let header) = events.first { header.after } else { nil }
  }
}

extension Session {
  /// Takes in a session that was fetched.
  ///
  /// - Parameters:
  ///   - events: What was saved, or `nil` if there is no such session.
  ///   - id: The session's name.
  /// - Returns: Reading the session before it, or the effect of the command: resuming is answered with
  ///   228 and everything saved, and keeps an end that a crash cut off.
  public mutating func fetched(_ events: [SessionEvent]?, id: String) -> Effect {
    guard var pending else { return .answer(Self.noSession) }
    self.pending = nil
    guard let events else {
      guard id != pending.id, !pending.sessions.isEmpty else {
        return .answer(Reply(.noSuchSession, "no session '\(id)' is saved"))
      }
      return .answer(
        cannotResume(pending.id, "it goes on from '\(id)', which is not saved any more"))
    }
    pending.take(events)
    if let wanted = pending.wanted {
      guard !pending.isFull else {
        return .answer(
          cannotResume(pending.id, "a course has at most \(PendingFetch.maxSessions) sessions"))
      }
      self.pending = pending
      return .read(id: wanted.session)
    }
    do {
      return finish(
        pending,
        try ActiveSession(sessions: pending.sessions.reversed(), library: library, grader: grader))
    } catch {
      return .answer(cannotResume(pending.id, "\(error)"))
    }
  }

  mutating func next(after id: String, seed: UInt64?) -> Effect {
    if isOpen { return .answer(Self.sessionOpen) }
    pending = PendingFetch(id: id, goal: .next(seed: seed))
    return .open(id: id)
  }

  private mutating func finish(_ pending: PendingFetch, _ active: ActiveSession) -> Effect {
    let events = pending.sessions.first ?? []
    switch pending.goal {
    case .resume:
      self.active = active
      let lost = [active.lostEnd].compactMap(\.self)
      let reply = Reply(
        .resumed, "session \(pending.id) turn \(active.turns)", (events + lost).map { .event($0) })
      return .resume(lost, then: reply)
    case .next(let seed):
      let predecessor = SessionHeader.Predecessor(session: pending.id, events: events.count)
      guard let next = ActiveSession(after: active, as: predecessor, seed: seed, grader: grader)
      else {
        let text = "\(active.header.client) does not come back: \(active.reasonForNotReturning)"
        return .answer(Reply(.notComingBack, text))
      }
      return create(next)
    }
  }

  private func cannotResume(_ id: String, _ reason: String) -> Reply {
    Reply(.cannotResume, "session '\(id)' cannot go on: \(reason)")
  }
}
