import Listening
import Transcripts

/// Columns for people, and a line of MITI measures after each session.
struct ScoreTable: ScoreReport {
  private var session: String?
  private var turns: [(text: String, grade: Grade)] = []
  private var clientLines: [String] = []

  mutating func begin(into output: inout some TextOutputStream) {
    output.write("emp open non-j  codes and reply\n")
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    if scored.reply.session != session {
      closeSession(into: &output)
      session = scored.reply.session
      if let session { output.write("\n\(shown(session))\n") }
    }
    let grade = scored.grade
    let numbers = [grade.empathy, grade.openness, grade.nonjudgment].map(column).joined(
      separator: " ")
    output.write("\(numbers)   \(codes(grade.codes)): \(shown(scored.reply.text))\n")
    if session != nil {
      turns.append((scored.reply.text, grade))
      if let line = scored.reply.client { clientLines.append(line) }
    }
  }

  mutating func end(into output: inout some TextOutputStream) {
    closeSession(into: &output)
  }

  private mutating func closeSession(into output: inout some TextOutputStream) {
    defer {
      turns = []
      clientLines = []
    }
    guard session != nil, !turns.isEmpty else { return }
    let m = SessionMeasures(turns: turns, clientLines: clientLines)
    func rounded(_ value: Double?) -> String { value.map { String($0.roundedToTenths) } ?? "-" }
    func percent(_ value: Double?) -> String {
      value.map { "\(Int(($0 * 100).rounded())) %" } ?? "-"
    }
    let count = m.replies == 1 ? "1 reply" : "\(m.replies) replies"
    output.write(
      """
      = \(count): empathy \(m.empathy), openness \(m.openness), \
      non-judgment \(m.nonjudgment); R:Q \(rounded(m.reflectionsPerQuestion)), \
      complex \(percent(m.complexShare)), open \(percent(m.openShare)), \
      adherent \(m.adherent), non-adherent \(m.nonAdherent)
      \(conduct(m))

      """)
  }

  /// An estimate, and so on a line apart from what is counted.
  private func conduct(_ measures: SessionMeasures) -> String {
    guard let judgement = SessionJudgement(measures) else {
      return "~ conduct: too short to judge (fewer than \(SessionJudgement.fewestReplies) replies)"
    }
    let words =
      switch judgement.verdict {
      case .high: "more like AnnoMI's good sessions than its poor ones"
      case .low: "more like AnnoMI's poor sessions than its good ones"
      case .unsure: "too close to say"
      }
    return "~ conduct: \(words) (\(Int((judgement.probability * 100).rounded())) %)"
  }

  private func column(_ value: Int) -> String {
    String(repeating: " ", count: 3 - min(3, String(value).count)) + String(value)
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
