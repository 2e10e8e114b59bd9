import LineProtocol
import Transcripts

/// A command that saved sessions have to be fetched for, one after the other: the one that it names,
/// and those that came before it.
struct Errand: Sendable {
  enum Goal: Sendable {
    case resume
    case next(seed: UInt64?)
  }

  /// The longest course that is followed back.
  static let mostSessions = 200

  /// The session that the command names.
  let id: String
  let goal: Goal
  /// What has been fetched, the latest session first.
  private(set) var sessions: [[SessionEvent]] = []
  /// The session that is fetched next, and how many of its events count.
  private(set) var wanted: SessionHeader.Predecessor?

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
  ///   - events: What was saved, or `nil` where there is no such session.
  ///   - id: The session's name.
  /// - Returns: Fetching the session that came before it, or what the command comes to: going on is
  ///   answered with 228 and all that was saved, and an end that a crash cut off is kept first.
  public mutating func fetched(_ events: [SessionEvent]?, id: String) -> Effect {
    guard var errand else { return .answer(Self.noSession) }
    self.errand = nil
    guard let events else {
      let missing = "no session '\(id)' is saved"
      guard id != errand.id, !errand.sessions.isEmpty else {
        return .answer(Reply(.noSuchSession, missing))
      }
      return .answer(cannotGoOn(errand.id, "it goes on from another, and \(missing)"))
    }
    errand.take(events)
    if let wanted = errand.wanted {
      guard errand.sessions.count < Errand.mostSessions else {
        return .answer(cannotGoOn(errand.id, "more than \(Errand.mostSessions) came before it"))
      }
      self.errand = errand
      return .read(id: wanted.session)
    }
    do {
      return finish(
        errand, try Play(sessions: errand.sessions.reversed(), library: library, grader: grader))
    } catch {
      return .answer(cannotGoOn(errand.id, "\(error)"))
    }
  }

  mutating func next(after id: String, seed: UInt64?) -> Effect {
    if let play, !play.isOver { return .answer(Self.sessionOpen) }
    errand = Errand(id: id, goal: .next(seed: seed))
    return .read(id: id)
  }

  private mutating func finish(_ errand: Errand, _ play: Play) -> Effect {
    let events = errand.sessions.first ?? []
    switch errand.goal {
    case .resume:
      self.play = play
      let lost = [play.lostEnd].compactMap(\.self)
      let reply = Reply(
        .resumed, "session \(errand.id) turn \(play.turns)", (events + lost).map { .event($0) })
      return .resume(lost, then: reply)
    case .next(let seed):
      let predecessor = SessionHeader.Predecessor(session: errand.id, events: events.count)
      guard let next = Play(after: play, as: predecessor, seed: seed, grader: grader)
      else {
        let text = "\(play.header.client) does not come back: \(play.absence)"
        return .answer(Reply(.notComingBack, text))
      }
      return create(next)
    }
  }

  private func cannotGoOn(_ id: String, _ reason: String) -> Reply {
    Reply(.cannotGoOn, "session '\(id)' cannot go on: \(reason)")
  }
}
