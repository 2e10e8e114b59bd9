import Listening
import Repeatable
import Scenarios

/// Simulated sessions of one vignette with one policy: a single one, or the sum of many.
public struct Simulation: Hashable, Sendable {
  /// How many sessions were played.
  public private(set) var sessions = 0
  /// The sum of the bond before the first reply and after each; a client who has left keeps the
  /// bond they left with.
  private var bondSums: [Double] = []
  /// Sessions by the deepest line told, 0 to 4.
  public private(set) var depths = [0, 0, 0, 0, 0]
  /// Sessions in which the client walked out.
  public private(set) var walkedOut = 0
  /// Sessions after which the client would come back, or has told everything.
  public private(set) var returning = 0
  /// Ruptures that opened.
  public private(set) var ruptures = 0
  /// Ruptures that were repaired.
  public private(set) var repairs = 0
  /// Lines that were said in at least one session.
  public private(set) var said: Set<String> = []

  /// No session yet.
  public init() {}

  /// The mean bond before the first reply and after each, 0 to 1.
  public var meanBonds: [Double] { bondSums.map { sessions == 0 ? 0 : $0 / Double(sessions) } }

  /// The deepest line told, in the mean over the sessions.
  public var meanDepth: Double {
    let sum = zip(0..., depths).reduce(0) { $0 + $1.0 * $1.1 }
    return sessions == 0 ? 0 : Double(sum) / Double(sessions)
  }

  /// Plays one session.
  ///
  /// - Parameters:
  ///   - vignette: The client.
  ///   - policy: The trainee.
  ///   - seed: The seed of the client's choices and of the trainee's.
  ///   - turns: How many replies there are at most.
  /// - Returns: A simulation of this session alone.
  public static func play(_ vignette: Vignette, _ policy: Policy, seed: UInt64, turns: Int)
    -> Simulation
  {
    var result = Simulation()
    var client = Client(vignette, seed: seed)
    // The trainee draws from a stream of their own.
    var rng = SplitMix64(seed: ~seed)
    result.bondSums = [client.alliance.bond]
    result.said.insert(client.current.line.text)
    for turn in 1...max(turns, 1) {
      if client.ending == nil {
        let answer = policy(client, turn, &rng)
        client.answer(answer.reply, grade: answer.grade)
        result.said.insert(client.current.line.text)
      }
      result.bondSums.append(client.alliance.bond)
    }
    result.sessions = 1
    result.depths[client.depth] = 1
    result.walkedOut = client.ending == .left ? 1 : 0
    result.returning = client.returns || client.isFinished ? 1 : 0
    result.ruptures = client.alliance.ruptures
    result.repairs = client.alliance.repairs
    return result
  }

  /// Adds another simulation of as many turns.
  public static func += (sum: inout Simulation, other: Simulation) {
    if sum.bondSums.isEmpty { sum.bondSums = other.bondSums.map { _ in 0 } }
    sum.bondSums = zip(sum.bondSums, other.bondSums).map { $0 + $1 }
    sum.depths = zip(sum.depths, other.depths).map { $0 + $1 }
    sum.sessions += other.sessions
    sum.walkedOut += other.walkedOut
    sum.returning += other.returning
    sum.ruptures += other.ruptures
    sum.repairs += other.repairs
    sum.said.formUnion(other.said)
  }

  /// Lines that no client said, of those that a first session can come to. The trainees never ask
  /// about suicide, so the answers to that do not count either.
  public static func unheardLines(of vignette: Vignette, in simulations: [Simulation])
    -> [ClientLine]
  {
    let said = simulations.reduce(into: Set<String>()) { $0.formUnion($1.said) }
    return vignette.firstSessionLines.filter { !said.contains($0.text) }
  }

  /// Lines of the topics that are reached in none of many long sessions with three kinds of trainee
  /// whom the client comes to trust.
  public static func unreachableLines(of vignette: Vignette) -> [ClientLine] {
    var rest = Set(vignette.topics.flatMap(\.lines).map(\.text))
    for seed in 1...UInt64(100) where !rest.isEmpty {
      for policy in [Policies.skilled, Policies.rupturesThenRepairs, Policies.novice] {
        rest.subtract(play(vignette, policy, seed: seed, turns: 60).said)
      }
    }
    return vignette.topics.flatMap(\.lines).filter { rest.contains($0.text) }
  }
}
