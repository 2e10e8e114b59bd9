import Clients
import Listening
import Scenarios

/// How a client fares with trainees of different kinds, and which lines none of them heard, as a
/// table for people.
public struct SimulationTable: CustomStringConvertible {
  private let vignette: Vignette
  private let sessions: Int
  private let turns: Int
  private let results: [(trainee: String, result: Simulation)]

  /// A table with a row for each kind of trainee.
  ///
  /// - Parameters:
  ///   - vignette: The client.
  ///   - sessions: How many sessions were played with each.
  ///   - turns: Of how many replies they were.
  ///   - results: What they add up to, by trainee.
  public init(
    _ vignette: Vignette, sessions: Int, turns: Int,
    _ results: [(trainee: String, result: Simulation)]
  ) {
    self.vignette = vignette
    self.sessions = sessions
    self.turns = turns
    self.results = results
  }

  /// The table and the lines, with a line's ending after each.
  public var description: String {
    let all = vignette.firstSessionLines
    let unsaid = Simulation.unheardLines(of: vignette, in: results.map(\.result))
    return """
      \(vignette.name): \(sessions) sessions of \(turns) replies with each trainee

      trainee                 trust          end  depth  leaves  returns  ruptures repaired
      \(results.map(row).joined())
      \(all.count - unsaid.count) of \(all.count) lines were said.
      Counted are the opening, the topics' lines and the reactions \(Self.counted); nothing else \
      that the client can say.
      \(unsaid.map { "  never: \($0.text)\n" }.joined())
      """
  }

  /// The keys of the reactions in `firstSessionLines`.
  private static let counted = Reactions.Standing.allCases.map(\.rawValue).joined(separator: ", ")

  private func row(_ trainee: String, _ result: Simulation) -> String {
    func share(_ part: Int) -> String { percent(Double(part) / Double(sessions)) }
    let bonds = result.meanBonds
    return pad(trainee, 23) + " " + TrustChart.sparkline(bonds)
      + left("\((bonds.last ?? 0).percent)", 5) + left(tenths(result.meanDepth), 7)
      + left(share(result.walkedOut), 8) + left(share(result.returning), 9)
      + left("\(result.ruptures)", 10) + left("\(result.repairs)", 9) + "\n"
  }
}
