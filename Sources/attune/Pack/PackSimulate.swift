import ArgumentParser
import Clients
import Diagnostics
import Files
import Foundation
import Reports
import Scenarios
import Terminal

struct PackSimulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Play a vignette many times with trainees of different kinds.",
    discussion: """
      Shows how trust moves, how deep the client goes, how sessions end, and which lines of the \
      opening, the topics and the reactions that stand alone nobody hears. Not counted are answers, \
      asked, safety, leave, ending, next_time, closings, returns and what goes before a line, such \
      as 'understood'. The trainee of 'ruptures-then-repairs' judges twice and owns it in the next \
      reply; with many clients one blow hurts and is no rupture yet. The trainees' grades are made \
      by hand, so the picture is of the client alone. The numbers are the same whatever the number \
      of cores.

        attune pack simulate foundations/maya --sessions 50 --svg trust.svg
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

  func run() async throws {
    let (vignette, picture) = try reportingFailures {
      (try packs.find(self.vignette), try svg.map { try WholeFile($0) })
    }
    let kinds = Policies.all
    let results = Array(zip(kinds.map(\.name), await simulate(vignette, kinds.map(\.policy))))
    try reportingFailures {
      let table = SimulationTable(vignette, sessions: sessions, turns: turns, results)
      try put(table, terminator: "")
      if let picture { try draw(vignette, results, to: picture) }
    }
  }

  /// Every session of every policy, spread over the cores and added up in order.
  ///
  /// The sessions of a policy are added up in parts, each in one go, so that what is kept does not
  /// grow with them. The parts do not depend on the number of cores, so the sums do not either.
  private func simulate(_ vignette: Vignette, _ policies: [Policy]) async -> [Simulation] {
    let (sessions, turns, seed) = (sessions, turns, seed)
    let parts = min(sessions, 64)
    let progress = ProgressLine(
      counting: "sessions", sharesTerminal: false,
      environment: Installation.current.environment)
    // The results come when the line is gone.
    defer { progress?.clear() }
    return await withTaskGroup(of: (index: Int, sum: Simulation).self) { group in
      for index in 0..<policies.count * parts {
        group.addTask {
          let (policy, part) = index.quotientAndRemainder(dividingBy: parts)
          let range = part * sessions / parts..<(part + 1) * sessions / parts
          let sum = range.reduce(into: Simulation()) { sum, session in
            sum += Simulation.play(
              vignette, policies[policy], seed: seed &+ UInt64(session), turns: turns)
          }
          return (index, sum)
        }
      }
      var sums = [Simulation](repeating: Simulation(), count: policies.count * parts)
      var done = 0
      for await (index, sum) in group {
        sums[index] = sum
        done += sum.sessions
        progress?.show(done, share: Double(done) / Double(policies.count * sessions))
      }
      return policies.indices.map { policy in
        sums[policy * parts..<(policy + 1) * parts].reduce(into: Simulation(), +=)
      }
    }
  }

  private func draw(
    _ vignette: Vignette, _ results: [(trainee: String, result: Simulation)],
    to picture: WholeFile
  ) throws {
    let curves = results.map { TrustChart.Curve(name: $0.trainee, bonds: $0.result.meanBonds) }
    let title = "\(vignette.name): mean trust over \(sessions) sessions"
    try picture.write(Array(TrustChart.svg(curves, title: title).utf8))
    try put("\nTrust curves: \(picture.path)")
  }
}
