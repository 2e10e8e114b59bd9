import Clients
import Foundation
import Grading
import LineProtocol
import Lines
import Practice
import Repeatable
import Scenarios
import TestSupport
import Testing
import Transcripts

/// A session whose effects are carried out in memory.
struct Desk {
  var session: Session
  /// What is kept, by session.
  var saved: [String: [SessionEvent]] = [:]
  /// The session under way.
  var id: String?
  /// Whether the next thing to be kept is lost.
  var fails = false

  /// A desk at which nothing has happened, with the library changed where wished.
  init(_ change: (inout Library) -> Void = { _ in }) throws {
    var (library, grader) = try Repository.parts.get()
    change(&library)
    session = Session(
      library: library, grader: grader, version: "0.0.0", seeds: SplitMix64(seed: 1))
  }

  /// Takes a command and carries out what follows from it.
  mutating func send(_ command: Command) -> Reply {
    let before = session
    return carryOut(session.receive(command), before: before)
  }

  /// Carries an effect out; `opened` has been fetched to go on with.
  private mutating func carryOut(
    _ effect: Session.Effect, opened: String? = nil, before: Session
  ) -> Reply {
    switch effect {
    case .answer(let reply), .close(let reply):
      return reply
    case .create(let stem, let events):
      if fails { return undo(to: before) }
      let id = saved[stem] == nil ? stem : stem + ".2"
      (saved[id], self.id) = (events, id)
      return session.created(as: id)
    case .append(let events, let reply):
      if fails { return undo(to: before) }
      if let id { saved[id, default: []] += events }
      return reply
    case .open(let id):
      return carryOut(session.fetched(saved[id], id: id), opened: id, before: before)
    case .read(let id):
      return carryOut(session.fetched(saved[id], id: id), opened: opened, before: before)
    case .resume(let lost, let reply):
      if fails, !lost.isEmpty { return undo(to: before) }
      if let opened {
        id = opened
        saved[opened, default: []] += lost
      }
      return reply
    }
  }

  /// Takes a command line.
  mutating func send(_ line: String) throws -> Reply {
    send(try #require(try Command.parse(line).command))
  }

  private mutating func undo(to before: Session) -> Reply {
    session = before
    return Reply(.notSaved, "lost")
  }

  /// What is kept of a session, as it would stand in a file.
  func file(_ id: String) throws -> String {
    (saved[id] ?? []).map { JSONLine.encode($0) + "\n" }.joined()
  }
}

/// How far a session has come.
enum Stage: String, CaseIterable, Sendable {
  /// None has begun.
  case none
  /// The client has said their first line.
  case opened
  /// Two turns are done.
  case underWay = "under way"
  /// The trainee has ended it.
  case ended
  /// The client has walked out.
  case left

  /// A desk at this stage.
  func desk() throws -> Desk {
    var desk = try Desk()
    if self == .none { return desk }
    #expect(try desk.send("BEGIN foundations/maya SEED 7").code == .begun)
    switch self {
    case .none, .opened: break
    case .underWay, .ended:
      #expect(try desk.send("SAY You sat there, and then you came in.").code == .graded)
      #expect(try desk.send("SAY What was that like?").code == .graded)
      if self == .ended { #expect(try desk.send("END").code == .ended) }
    case .left:
      for _ in 1...20 where desk.send(.say("")).code == .graded {}
    }
    return desk
  }
}

extension Command.Parsed {
  /// The command, if the line was a whole one.
  var command: Command? {
    if case .command(let command) = self { command } else { nil }
  }
}
