import Clients
import Listening
import Transcripts

extension Outcome {
  /// Maximum number of contributions that an outcome names.
  private static let maxContributions = 6

  /// What a session has come to with a client as they are at its end.
  init(of client: Client) {
    let alliance = client.alliance
    self.init(
      depth: client.depth, bond: alliance.reading.bond, returns: client.returns,
      ruptures: alliance.ruptures, repairs: alliance.repairs)
    distress = Change(
      from: alliance.startingDistress.rounded(places: 2), to: alliance.distress.rounded(places: 2))
    acts = client.acts
    finished = client.isFinished ? true : nil
    // Equal sums stay in the order of the kinds.
    let sums = BondContribution.all.enumerated().map { order, kind in
      (
        order: order, kind: kind,
        bond: (client.bondContributions[kind] ?? 0).rounded(places: 2)
      )
    }
    drivers = sums.filter { $0.bond != 0 }
      .sorted { (abs($1.bond), $0.order) < (abs($0.bond), $1.order) }
      .prefix(Self.maxContributions).map { Driver(what: $0.kind.label, bond: $0.bond) }
  }
}
