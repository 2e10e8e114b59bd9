import Diagnostics
import Listening
import Transcripts

/// Columns for people: a line for each reply and one of MITI measures after each session, or a line
/// for each session.
struct ScoreTable: ScoreReport {
  private let showsReplies: Bool
  private let folder: CommonFolder
  private var sessions = SessionGrouper()

  /// A table of sessions that lie in a folder.
  init(showsReplies: Bool, in folder: CommonFolder) {
    self.showsReplies = showsReplies
    self.folder = folder
  }

  mutating func begin(into output: inout some TextOutputStream) {
    output.write(
      showsReplies
        ? "emp open non-j  codes and reply\n"
        : "emp open non-j  replies   R:Q complex open  session\(folder.heading)\n")
  }

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    let (ended, begins) = sessions.add(scored)
    close(ended, into: &output)
    guard showsReplies else { return }
    if begins, let session = scored.reply.session { output.write("\n\(shownName(session, 60))\n") }
    let grade = scored.grade
    let numbers = ScoreName.allCases.map { left(String($0.value(in: grade)), 3) }
    output.write(
      "\(numbers.joined(separator: " "))   \(codes(grade.codes)): \(shown(scored.reply.text, 60))\n"
    )
    for reason in scored.reasons {
      let weight = reason.weight < 0 ? "\(reason.weight)" : "+\(reason.weight)"
      output.write(
        "               \(reason.code.rawValue) \(weight)  \(shown(reason.feature, 60))\n")
    }
  }

  mutating func end(into output: inout some TextOutputStream) {
    close(sessions.end(), into: &output)
  }

  private func close(_ session: ScoredSession?, into output: inout some TextOutputStream) {
    guard let session else { return }
    let m = session.measures
    if !showsReplies {
      let conduct = SessionRow(session).judgement.map {
        "conduct \($0.verdict.rawValue), \(percent($0.probability))"
      }
      let told = (session.saved.map(Self.words(of:)) ?? conduct).map { "  (\($0))" } ?? ""
      output.write(
        "\(SessionRow.scores(of: m))  \(left(String(m.replies), 9)) \(SessionRow.shares(of: m)) "
          + "\(shownName(folder.rest(of: session.name), 60))\(told)\n")
      return
    }
    let means = ScoreName.allCases.map { "\($0.label) \(SessionRow.rounded($0.mean(in: m)))" }
    // The estimate stands on a line apart from what is counted.
    output.write(
      """
      = \(counted(m.replies, "reply", "replies")): \(means.joined(separator: ", ")); \
      R:Q \(SessionRow.rounded(m.reflectionsPerQuestion)), \
      complex \(SessionRow.share(m.complexShare)), open \(SessionRow.share(m.openShare)), \
      adherent \(m.adherent), non-adherent \(m.nonAdherent)
      ~ conduct: \(SessionRow(session).conductWords)

      """)
  }

  /// What a saved session's file tells. All but the vignette's name are numbers and fixed words.
  private static func words(of saved: SavedSession) -> String {
    var saved = saved
    saved.vignette = shownName(saved.vignette, 60)
    return saved.inWords
  }

  private func codes(_ codes: Codes) -> String {
    let found = CodeName.allCases.compactMap { name in
      codes.value(of: name).map { name.isFlag ? name.rawValue : "\(name.rawValue)=\($0)" }
    }
    return found.isEmpty ? "-" : found.joined(separator: ",")
  }
}
