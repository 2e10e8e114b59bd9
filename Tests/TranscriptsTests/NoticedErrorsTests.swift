import Lines
import Testing
import Transcripts

@Suite("Errors that are told once for all that are alike")
struct NoticedErrorsTests {
  /// What a reader tells of a text, in order: errors that are noticed with their line, and each reply.
  private func told(_ text: String, _ names: SpeakerNames) throws -> [String] {
    final class Collected { var told: [String] = [] }
    let collected = Collected()
    let input = ScoreInput(
      file: "in", options: .init(names: names),
      report: { collected.told.append("told: \($0.rule)") },
      notice: { collected.told.append("line \($0.location?.line ?? 0): \($0.rule)") })
    try input.read(FileLines(text: text)) { _ in collected.told.append("reply") }
    return collected.told
  }

  private func lines(_ events: [SessionEvent]) -> String {
    events.map { JSONLine.encode($0) + "\n" }.joined()
  }

  @Test("They are noticed where the first stands, before what follows is read, and told at the end")
  func noticed() throws {
    let roles = SpeakerNames()
    let zed = try SpeakerNames(clients: ["Zed"])
    let nobody = """
      {"utterances":[{"speaker":null,"text":"x"},{"speaker":"T","text":"So."}]}
      {"utterances":[{"speaker":null,"text":"y"},{"speaker":"T","text":"Oh."}]}
      """
    let noClient = """
      {"utterances":[{"speaker":"Ben","text":"Hi."}]}
      {"utterances":[{"speaker":"Zed","text":"Low."},{"speaker":"Ben","text":"So."}]}
      """
    let cases: [(text: String, names: SpeakerNames, line: Int, rule: String, replies: Int)] = [
      (
        "conversation,speaker,text\n,C,Hi.\n1,C,Low.\n1,T,So.\n,C,Oh.\n", roles, 2,
        "no-conversation", 1
      ),
      (nobody, roles, 1, "no-speaker", 2),
      (
        "conversation,speaker,text\n1,Ben,Hi.\n2,Zed,Low.\n2,Ben,So.\n3,Ben,Hi.\n", zed, 2,
        "speaker", 1
      ),
      (noClient, zed, 1, "speaker", 1),
      (lines(Events.firstTurn + [Events.reply(7), Events.client(7)]), roles, 6, "event", 1),
      (lines(Array(Events.firstTurn.dropFirst())), roles, 1, "header-missing", 0),
    ]
    for (text, names, line, rule, replies) in cases {
      let between = Array(repeating: "reply", count: replies)
      let expected = ["line \(line): \(rule)"] + between + ["told: \(rule)"]
      #expect(try told(text, names) == expected)
    }
  }
}
