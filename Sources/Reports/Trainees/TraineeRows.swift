/// The rows of trainees as their sessions come. Sessions bear no names, so the folder that a file lies
/// in says whose it is.
///
/// Rows are kept until the end, one for each folder: a trainee's sessions need not follow each other.
struct TraineeRows {
  /// The rows, in the order in which the trainees came.
  private(set) var rows: [TraineeRow] = []
  private var places: [String: Int] = [:]

  /// The folder that all of them lie in; none where there is but one, who is told by the whole path.
  var folder: CommonFolder {
    rows.count > 1 ? CommonFolder(of: rows.map { $0.name + "/" }) : .none
  }

  /// The folder in a file's name; `.` where there is none in it.
  private static func trainee(of file: String) -> String {
    guard let end = file.lastIndex(of: "/") else { return "." }
    return end == file.startIndex ? "/" : String(file[..<end])
  }

  /// Takes the next session.
  mutating func add(_ session: ScoredSession) {
    let name = Self.trainee(of: session.file ?? "")
    let place = places[name] ?? rows.count
    if place == rows.count {
      places[name] = place
      rows.append(TraineeRow(name, model: session.model))
    }
    rows[place].add(session)
  }
}
