import Diagnostics
import Listening
import Transcripts

/// Columns for people: a line for each reply and one of MITI measures after each session, or a line
/// for each session.
struct ScoreTable: ScoreReport {
  private let unit: ScoreUnit
  private var sessions = SessionGrouper()

  init(unit: ScoreUnit) {
    self.unit = unit
  }

  mutating func begin(into output: inout some TextOutputStream) {
    switch unit {
    case .reply: output.write("emp open non-j  codes and reply\n")
    case .session: output.write("emp open non-j  replies   R:Q complex open  session\n")
    }
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    let (ended, begins) = sessions.add(scored)
    close(ended, into: &output)
    guard unit == .reply else { return }
    if begins, let session = scored.reply.session { output.write("\n\(shown(session))\n") }
    let grade = scored.grade
    let numbers = [grade.empathy, grade.openness, grade.nonjudgment].map { column(String($0), 3) }
    output.write(
      "\(numbers.joined(separator: " "))   \(codes(grade.codes)): \(shown(scored.reply.text))\n")
  }

  mutating func end(into output: inout some TextOutputStream) {
    close(sessions.end(), into: &output)
  }

  private func close(_ session: ScoredSession?, into output: inout some TextOutputStream) {
    guard let session else { return }
    let m = session.measures
    func rounded(_ value: Double?) -> String { value.map { String($0.roundedToTenths) } ?? "-" }
    func percent(_ value: Double?) -> String {
      value.map { "\(Int(($0 * 100).rounded())) %" } ?? "-"
    }
    if unit == .session {
      let scores = [m.empathy, m.openness, m.nonjudgment].map {
        column(String(Int($0.rounded())), 3)
      }
      let fields = [
        column(String(m.replies), 9), column(rounded(m.reflectionsPerQuestion), 5),
        column(percent(m.complexShare), 7), column(percent(m.openShare), 6),
      ]
      output.write(
        "\(scores.joined(separator: " "))  \(fields.joined(separator: " ")) \(shown(session.name))\n"
      )
      return
    }
    let count = m.replies == 1 ? "1 reply" : "\(m.replies) replies"
    // The estimate stands on a line apart from what is counted.
    output.write(
      """
      = \(count): empathy \(m.empathy), openness \(m.openness), \
      non-judgment \(m.nonjudgment); R:Q \(rounded(m.reflectionsPerQuestion)), \
      complex \(percent(m.complexShare)), open \(percent(m.openShare)), \
      adherent \(m.adherent), non-adherent \(m.nonAdherent)
      ~ conduct: \(SessionJudgement.inWords(SessionJudgement(m)))

      """)
  }

  private func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func codes(_ codes: Codes) -> String {
    let found = CodeName.allCases.compactMap { name in
      codes.value(of: name).map { $0 == "yes" ? name.rawValue : "\(name.rawValue)=\($0)" }
    }
    return found.isEmpty ? "-" : found.joined(separator: ",")
  }

  /// A text on one line, shortened, without anything that could steer a terminal.
  private func shown(_ text: String) -> String {
    let line = text.replacingControls(with: " ")
    return line.count > 60 ? line.prefix(57) + "..." : line
  }
}
