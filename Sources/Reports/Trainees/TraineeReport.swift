import Lines
import Listening
import Transcripts

/// A row for each trainee. Sessions bear no names, so the folder that a file lies in says whose it is.
///
/// Rows are kept until the end, one for each folder: a trainee's sessions need not follow each other.
struct TraineeReport: ScoreReport {
  /// How the rows are written.
  enum Form {
    case table, csv, ndjson, json
  }

  private let form: Form
  private var sessions = SessionGrouper()
  private var trainees: [TraineeRow] = []
  private var places: [String: Int] = [:]

  init(_ form: Form) {
    self.form = form
  }

  /// The folder in a session's name, which is a file's, with `#` and a conversation behind it where
  /// the file has several; `.` where there is no folder in it.
  static func trainee(of session: String) -> String {
    let file = session.prefix { $0 != "#" }
    guard let end = file.lastIndex(of: "/") else { return "." }
    return end == file.startIndex ? "/" : String(file[..<end])
  }

  mutating func begin(into output: inout some TextOutputStream) {}

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    take(sessions.add(scored).ended)
  }

  private mutating func take(_ session: ScoredSession?) {
    guard let session else { return }
    let name = Self.trainee(of: session.name)
    let place = places[name] ?? trainees.count
    if place == trainees.count {
      places[name] = place
      trainees.append(TraineeRow(name, model: session.model))
    }
    trainees[place].add(session)
  }

  mutating func end(into output: inout some TextOutputStream) {
    take(sessions.end())
    switch form {
    case .table: writeTable(into: &output)
    case .csv:
      let none = TraineeRow("", model: "").columns.map(\.name)
      output.write(CSVRow.line(["trainee"] + none))
      for trainee in trainees {
        output.write(
          CSVRow.line([trainee.name] + trainee.columns.map { $0.value?.description ?? "" }))
      }
    case .ndjson: for trainee in trainees { output.write(JSONLine.encode(trainee) + "\n") }
    case .json:
      let rows = trainees.map { "\n" + JSONLine.encode($0) }
      output.write(
        "{\"format\":\(ScoreJSON.format),\"trainees\":[\(rows.joined(separator: ","))]}\n")
    }
  }

  private func writeTable(into output: inout some TextOutputStream) {
    let slips = Slip.allCases.compactMap { slip in slip.heading.map { (slip, heading: $0) } }
    output.write(
      "emp open non-j  sessions replies   R:Q complex open "
        + "\(slips.map(\.heading).joined(separator: " "))  trust left  trainee\n")
    for trainee in trainees {
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
        "\(SessionRow.scores(of: m))  \(fields.joined(separator: " "))  \(shown(trainee.name, 60))\n"
      )
    }
  }
}
