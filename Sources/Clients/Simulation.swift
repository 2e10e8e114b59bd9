import Listening
import Repeatable
import Scenarios

/// Many sessions of one vignette with one policy, added up.
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
  /// Sessions after which the client would come back.
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
    // The trainee's luck is not the client's.
    var luck = SplitMix64(seed: ~seed)
    result.bondSums = [client.alliance.bond]
    result.said.insert(client.current.line.text)
    for turn in 1...max(turns, 1) {
      if client.ending == nil {
        let answer = policy(client, turn, &luck)
        client.answer(answer.reply, grade: answer.grade)
        result.said.insert(client.current.line.text)
      }
      result.bondSums.append(client.alliance.bond)
    }
    result.sessions = 1
    result.depths[client.depth] = 1
    result.walkedOut = client.ending == .left ? 1 : 0
    result.returning = client.returns ? 1 : 0
    result.ruptures = client.alliance.ruptures
    result.repairs = client.alliance.repairs
    return result
  }

  /// Adds another simulation of as many turns.
  public mutating func add(_ other: Simulation) {
    if bondSums.isEmpty { bondSums = [Double](repeating: 0, count: other.bondSums.count) }
    bondSums = zip(bondSums, other.bondSums).map { $0 + $1 }
    depths = zip(depths, other.depths).map { $0 + $1 }
    sessions += other.sessions
    walkedOut += other.walkedOut
    returning += other.returning
    ruptures += other.ruptures
    repairs += other.repairs
    said.formUnion(other.said)
  }

  /// Lines of the vignette that nobody said, of those that stand alone. The trainees ask nobody about
  /// suicide and each session is the client's first, so what belongs to either is not among them.
  public static func unsaid(of vignette: Vignette, in simulations: [Simulation]) -> [ClientLine] {
    let said = simulations.reduce(into: Set<String>()) { $0.formUnion($1.said) }
    return vignette.commonLines.filter { !said.contains($0.text) }
  }

  /// Lines of the vignette's topics that no play reaches: none of many long sessions with trainees
  /// whom the client comes to trust, and with others.
  public static func untold(of vignette: Vignette) -> [ClientLine] {
    var rest = Set(vignette.topics.flatMap(\.lines).map(\.text))
    for seed in 1...UInt64(100) where !rest.isEmpty {
      for (_, policy) in Policies.all.prefix(3) {
        rest.subtract(play(vignette, policy, seed: seed, turns: 60).said)
      }
    }
    return vignette.topics.flatMap(\.lines).filter { rest.contains($0.text) }
  }
}
