import Lines
import Listening

/// A row for each trainee.
struct TraineeReport: ScoreReport {
  /// How the rows are written.
  enum Form {
    case table, csv, ndjson, json
  }

  private let form: Form
  private var sessions = SessionGrouper()
  private var trainees = TraineeRows()

  init(_ form: Form) {
    self.form = form
  }

  mutating func begin(into output: inout some TextOutputStream) {}

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    if let session = sessions.add(scored).ended { trainees.add(session) }
  }

  mutating func end(into output: inout some TextOutputStream) {
    if let session = sessions.end() { trainees.add(session) }
    switch form {
    case .table: writeTable(into: &output)
    case .csv:
      let none = TraineeRow("", model: "").columns.map(\.name)
      output.write(CSVRow.line(["trainee"] + none))
      for trainee in trainees.rows {
        output.write(
          CSVRow.line([trainee.name] + trainee.columns.map { $0.value?.description ?? "" }))
      }
    case .ndjson: for trainee in trainees.rows { output.write(JSONLine.encode(trainee) + "\n") }
    case .json:
      let rows = trainees.rows.map { "\n" + JSONLine.encode($0) }
      output.write(
        "{\"format\":\(ScoreJSON.format),\"trainees\":[\(rows.joined(separator: ","))]}\n")
    }
  }

  private func writeTable(into output: inout some TextOutputStream) {
    let slips = Slip.allCases.compactMap { slip in slip.heading.map { (slip, heading: $0) } }
    let folder = trainees.folder
    output.write(
      "emp open non-j  sessions replies   R:Q complex open "
        + "\(slips.map(\.heading).joined(separator: " "))  trust left  trainee\(folder.heading)\n")
    for trainee in trainees.rows {
      let m = trainee.measures
      var fields = [
        left(String(trainee.sessions), 9), left(String(m.replies), 7), SessionRow.shares(of: m),
      ]
      fields += slips.map { slip, heading in
        left(String(trainee.slips[slip, default: 0]), heading.count)
      }
      fields += [
        left(SessionRow.whole(trainee.meanTrust), 6),
        left(trainee.walkouts.map(String.init) ?? "-", 4),
      ]
      output.write(
        "\(SessionRow.scores(of: m))  \(fields.joined(separator: " "))  "
          + "\(shownName(folder.rest(ofTrainee: trainee.name), 60))\n")
    }
  }
}
