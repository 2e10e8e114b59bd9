import Dispatch
import Foundation
import Listening
import PackFormat
import Repeatable
import Scenarios
import Synchronization
import TestSupport

@testable import Clients

// Testing has types of the same names.
typealias Style = Attachment
typealias Expected = Expectation

/// The clients of the packs that ship, read once.
enum ShippedClients {
  static let vignettes = PackLoader.loadAll(in: Repository.scenarios).packs.flatMap(\.vignettes)

  static let names = vignettes.map(\.id).sorted()

  /// A client of whom nothing is known but their style, history and expectations.
  static func anyone(
    _ style: Style, history: [History] = [], expectations: [Expected] = []
  ) -> Vignette {
    var vignette = Vignette()
    vignette.attachment = style
    vignette.history = history
    vignette.expectations = expectations
    return vignette
  }

  static func vignette(_ name: String) -> Vignette? { vignettes.first { $0.id == name } }

  /// The clients as they tell their stories, with no answer to any question.
  static let tellers = vignettes.map { vignette in
    var teller = vignette
    teller.answers = [:]
    teller.facts = []
    teller.opening.asked = nil
    for topic in teller.topics.indices {
      for line in teller.topics[topic].lines.indices {
        teller.topics[topic].lines[line].asked = nil
      }
    }
    return teller
  }

  static func teller(_ name: String) -> Vignette? { tellers.first { $0.id == name } }
}

/// A session as it was played.
struct Played {
  /// Turns taken at most.
  static let length = 14

  /// The client after each reply, and first as they came.
  var clients: [Client]

  var turns: Int { clients.count - 1 }
  var end: Client { clients[clients.count - 1] }
  var bonds: [Double] { clients.map(\.alliance.bond) }
  var lines: [String] { clients.map(\.current.text) }

  /// What the client said, each line and what stood before it apart.
  var said: [String] {
    clients.flatMap { client in
      let line = client.current.line.text
      return [line, String(client.current.text.dropLast(line.count))].filter { !$0.isEmpty }
    }
  }

  /// What the client said again.
  var repetitions: [String] {
    var once: Set<String> = []
    return said.filter { !once.insert($0).inserted }
  }

  /// Plays a vignette by a policy.
  init(
    _ vignette: Vignette, seed: UInt64, memory: Memory? = nil, turns: Int = Self.length,
    policy: Policy
  ) {
    var client = Client(vignette, seed: seed, memory: memory)
    var rng = SplitMix64(seed: seed &+ 1000)
    clients = [client]
    while clients.count <= turns, client.ending == nil {
      let answer = policy(client, clients.count, &rng)
      client.answer(answer.reply, grade: answer.grade)
      clients.append(client)
    }
  }

  /// Plays a vignette by answers fixed beforehand.
  init(_ vignette: Vignette, seed: UInt64, script: [GradedReply]) {
    self.init(vignette, seed: seed) { _, turn, _ in script[turn - 1] }
  }
}

/// Every policy with every vignette and many seeds, played once for all tests.
enum Sessions {
  /// `ATTUNE_SEEDS` says how many: 50 unless it is set; `make simulate` sets 100.
  static let seeds: [UInt64] = {
    let named = ProcessInfo.processInfo.environment["ATTUNE_SEEDS"].flatMap(UInt64.init)
    return Array(0..<(named ?? 50))
  }()

  /// By policy and vignette. Whoever asks first has them played, on all processors, for whoever asks
  /// meanwhile has to wait.
  static let all: [String: [String: [Played]]] = {
    let played = Mutex<[String: [String: [Played]]]>([:])
    let vignettes = ShippedClients.vignettes
    DispatchQueue.concurrentPerform(iterations: vignettes.count) { index in
      let vignette = vignettes[index]
      for (name, policy) in Policies.all {
        let sessions = seeds.map { Played(vignette, seed: $0, policy: policy) }
        played.withLock { $0[name, default: [:]][vignette.id] = sessions }
      }
    }
    return played.withLock { $0 }
  }()

  static func played(_ policy: String, _ vignette: String) -> [Played] {
    all[policy]?[vignette] ?? []
  }

  static func meanBond(_ policy: String, _ vignette: String) -> Double {
    let bonds = played(policy, vignette).map(\.end.alliance.bond)
    return bonds.reduce(0, +) / Double(max(1, bonds.count))
  }
}

extension SampleReplies {
  /// The choice is left to the client.
  static func autonomy(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). That's up to you.", grade: grade { $0.autonomy = true })
  }
}

/// Scripts drawn from all kinds of replies, whatever the client says.
enum Scripts {
  private static let moves: [@Sendable (Int) -> GradedReply] = [
    SampleReplies.complex, SampleReplies.complex, SampleReplies.simple, SampleReplies.open,
    SampleReplies.open, SampleReplies.closed,
    SampleReplies.collaboration, SampleReplies.affirmation, SampleReplies.autonomy,
    SampleReplies.transparency, SampleReplies.repair,
    SampleReplies.advice, SampleReplies.misreading, SampleReplies.plain,
    { SampleReplies.judgment($0, .mild) },
  ]

  static func drawn(_ rng: inout SplitMix64) -> [GradedReply] {
    (1...Played.length).map { turn in rng.pick(moves)?(turn) ?? SampleReplies.plain(turn) }
  }
}

/// A grade whose scores follow from codes set by hand.
func grade(_ set: (inout Codes) -> Void) -> Grade {
  var codes = Codes()
  set(&codes)
  return Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
}

extension Appraisal {
  /// How a reply lands after a line of the client's and earlier replies, none of which had an effect.
  init(reply: String, grade: Grade, to line: String, earlier: [String]) {
    self.init(
      of: Client.Reply(reply), grade: grade, to: line, earlier: earlier.map { Words.all(of: $0) },
      at: [])
  }
}
