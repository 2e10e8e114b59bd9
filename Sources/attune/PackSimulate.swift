import ArgumentParser
import Clients
import Diagnostics
import Dispatch
import Foundation
import Reports
import Scenarios
import Synchronization
import Terminal

struct PackSimulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Play a vignette many times with trainees of different kinds.",
    discussion: """
      Shows how trust moves, how deep the client goes, how sessions end, and which lines nobody \
      hears, but for 'safety' and 'returns': no trainee asks about suicide, and each session is the \
      first. The trainees' grades are made by hand, so the picture is of the client alone. The \
      numbers are the same whatever the number of cores.
      """)

  @Argument(help: "The vignette, as PACK/VIGNETTE.")
  var vignette: String

  @Option(help: "Sessions with each kind of trainee.")
  var sessions = 200

  @Option(help: "Replies in a session.")
  var turns = 12

  @Option(help: "The seed of the first session; the others follow it.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write the trust curves here as SVG.", valueName: "file"))
  var svg: String?

  @OptionGroup var packs: PackOptions

  func validate() throws {
    guard (1...100_000).contains(sessions) else { throw ValidationError("1 to 100000 sessions") }
    guard (1...200).contains(turns) else { throw ValidationError("1 to 200 turns") }
  }

  func run() throws {
    try reportingFailures {
      let vignette = try packs.find(vignette)
      let kinds = Policies.all
      let results = simulate(vignette, kinds.map(\.policy))
      try put("\(vignette.name): \(sessions) sessions of \(turns) replies with each trainee\n")
      try put(
        "trainee                 trust          end  depth  leaves  returns  ruptures repaired")
      for (kind, result) in zip(kinds, results) { try put(row(kind.name, result)) }
      try tellUnsaid(vignette, results)
      if let svg { try draw(vignette, zip(kinds.map(\.name), results), to: svg) }
    }
  }

  /// Every session of every policy, spread over the cores and added up in order.
  ///
  /// The sessions of a policy are added up in parts, each in one go, so that what is kept does not
  /// grow with them. How they are parted says nothing of the cores, so the sums do not either.
  private func simulate(_ vignette: Vignette, _ policies: [Policy]) -> [Simulation] {
    let parts = min(sessions, 64)
    let played = Mutex([Simulation](repeating: Simulation(), count: policies.count * parts))
    let total = policies.count * sessions
    let progress = Mutex((line: progressLine(), done: 0))
    DispatchQueue.concurrentPerform(iterations: policies.count * parts) { index in
      let (policy, part) = index.quotientAndRemainder(dividingBy: parts)
      var sum = Simulation()
      for session in part * sessions / parts..<(part + 1) * sessions / parts {
        sum.add(
          Simulation.play(
            vignette, policies[policy], seed: seed &+ UInt64(session), turns: turns))
        progress.withLock {
          $0.done += 1
          $0.line?.show($0.done, share: Double($0.done) / Double(total))
        }
      }
      played.withLock { $0[index] = sum }
    }
    progress.withLock { $0.line?.clear() }
    return played.withLock { played in
      policies.indices.map { policy in
        played[policy * parts..<(policy + 1) * parts].reduce(into: Simulation()) { $0.add($1) }
      }
    }
  }

  /// The results come when the line is gone.
  private func progressLine() -> sending ProgressLine? {
    ProgressLine(
      counting: "sessions", sharesTerminal: false,
      environment: ProcessInfo.processInfo.environment)
  }

  private func row(_ name: String, _ result: Simulation) -> String {
    func percent(_ part: Int) -> String {
      "\(Int((100 * Double(part) / Double(sessions)).rounded())) %"
    }
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let bonds = result.meanBonds
    let depth = zip(0..., result.depths).reduce(0) { $0 + $1.0 * $1.1 }
    let mean = (10 * Double(depth) / Double(sessions)).rounded() / 10
    let end = Int(((bonds.last ?? 0) * 100).rounded())
    return name + String(repeating: " ", count: max(1, 24 - name.count))
      + TrustChart.sparkline(bonds) + column("\(end)", 5) + column("\(mean)", 7)
      + column(percent(result.walkedOut), 8) + column(percent(result.returning), 9)
      + column("\(result.ruptures)", 10) + column("\(result.repairs)", 9)
  }

  private func tellUnsaid(_ vignette: Vignette, _ results: [Simulation]) throws {
    let all = vignette.commonLines
    let unsaid = Simulation.unsaid(of: vignette, in: results)
    try put("\n\(all.count - unsaid.count) of \(all.count) lines were said.")
    for line in unsaid { try put("  never: \(line.text)") }
  }

  private func draw(
    _ vignette: Vignette, _ results: Zip2Sequence<[String], [Simulation]>, to path: String
  ) throws {
    let curves = results.map { TrustChart.Curve(name: $0, bonds: $1.meanBonds) }
    let title = "\(vignette.name): mean trust over \(sessions) sessions"
    do {
      try Data(TrustChart.svg(curves, title: title).utf8).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("cannot write \(path): \(error.systemReason)", .cannotCreate)
    }
    try put("\nTrust curves: \(path)")
  }
}
