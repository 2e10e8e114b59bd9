import Listening
import Transcripts

/// All sessions of a trainee together, as programs take them: the measures are those of one session
/// that they all make.
struct TraineeRow: Encodable {
  /// Whose sessions they are: the folder that their files lie in.
  var name: String { whole.name }
  /// How many there are.
  private(set) var sessions = 0
  private var whole: ScoredSession
  private var trust: [Int] = []
  private var ruptures: Int?
  private var repairs: Int?
  /// Saved sessions that the client walked out of.
  private(set) var walkouts: Int?
  private var retries: Int?

  /// A trainee without sessions yet; `model` graded the first.
  init(_ name: String, model: String) {
    whole = ScoredSession(name: name, file: nil, model: model)
  }

  /// Takes the next session.
  mutating func add(_ session: ScoredSession) {
    whole.add(session)
    sessions += 1
    guard let saved = session.saved else { return }
    trust.append(saved.bond.percent)
    ruptures = (ruptures ?? 0) + saved.ruptures
    if let outcome = saved.outcome { repairs = (repairs ?? 0) + outcome.repairs }
    walkouts = (walkouts ?? 0) + (saved.ending == .left ? 1 : 0)
    retries = (retries ?? 0) + saved.retries
  }

  /// All sessions as the row of one.
  var together: SessionRow { SessionRow(whole) }
  /// The measures of all sessions together.
  var measures: SessionMeasures { whole.measures }
  /// How many replies there are of each kind that a trainee may want to leave out.
  var slips: [Slip: Int] { whole.slips }
  /// Mean trust at the end of saved sessions, in per cent, to one decimal; absent without any.
  var meanTrust: Double? {
    trust.isEmpty ? nil : (Double(trust.reduce(0, +)) / Double(trust.count)).roundedToTenths
  }

  /// Names and values in the order of columns.
  var columns: [SessionRow.Column] {
    let row = together
    var columns: [SessionRow.Column] = [("sessions", .count(sessions))]
    columns += row.measureColumns
    columns += [("model", .text(row.model))]
    columns += row.adherentShareColumns
    columns += [row.unsureColumn]
    columns += row.slipColumns(Slip.pressing)
    columns += [
      ("trust", meanTrust.map { .number($0) }), ("ruptures", ruptures.map { .count($0) }),
      ("repairs", repairs.map { .count($0) }),
    ]
    columns += row.slipColumns(Slip.passingBy)
    columns += [
      ("walkouts", walkouts.map { .count($0) }), ("retries", retries.map { .count($0) }),
    ]
    return columns
  }

  func encode(to encoder: any Encoder) throws {
    try SessionRow.encode([("trainee", .text(name))] + columns, to: encoder)
  }
}
