import LineProtocol
import Listening
import Transcripts

/// An item of every kind, with text that tempts a writer: dots, quotes, newlines.
enum Samples {
  static let alliance = AllianceReading(bond: 0.24, task: 0.3, goal: 1)
  static let text = ".\n..\r\n\"quoted\" \\ back / slash\u{1}\u{2028} schön 🌱"
  static let alternative = Alternative(text: text, why: "Because.")
  static let measures = SessionMeasures(turns: [(text, grade)], clientLines: ["One.", "Two."])

  static let grade = Grade(
    codes: codes,
    evidence: [
      Evidence(code: .reflection, value: "complex", span: 0..<4, confidence: 0.91),
      Evidence(code: .falseReassurance, value: "yes", span: 4..<4, confidence: 0.5),
    ],
    unsure: [.question, .emotionalReaction], model: "attune@1.0.0")

  static var codes: Codes {
    var codes = Codes()
    codes.reflection = .complex
    codes.judgment = .mild
    codes.judgmentKind = .blame
    codes.interpretation = .strong
    return codes
  }

  static let items: [Item] = [
    .event(
      .session(
        SessionHeader(
          vignette: "foundations/maya", client: "Maya", pack: "1.0.0", fingerprint: "5f2c",
          seed: .max, model: "attune@1.0.0"))),
    .event(.client(ClientTurn(turn: 0, text: text, alliance: alliance, rupture: .withdrawal))),
    .event(.reply(ReplyTurn(turn: 1, text: text))),
    .event(.grade(GradeTurn(turn: 1, grade: grade, coach: text, alternative: alternative))),
    .event(.grade(GradeTurn(turn: 2, grade: grade, coach: text))),
    .event(
      .grade(
        GradeTurn(turn: 3, grade: grade, coach: text, remark: text, misnamedFeeling: text))),
    .event(.retry(RetryTurn(turn: 1))),
    .event(.aside(Aside(turn: 0, reason: .crisis, text: text))),
    .event(
      .end(
        SessionEnd(
          reason: .left,
          outcome: Outcome(depth: 2, bond: 0.1, returns: false, ruptures: 1, repairs: 0),
          text: text, measures: measures))),
    .vignette(
      VignetteItem(
        name: "a/b", client: "C", title: "T", summary: text, warnings: [], objectives: ["x", "y"])),
    .capability(CapabilityItem(name: "VERSION", value: "ALP/1")),
    .command(CommandItem(name: "SAY", arguments: "[reply]", purpose: text)),
    .evidence(EvidenceItem(turn: 1, evidence: grade.evidence[0], words: "Part")),
    .reason(Reason(code: .reflection, feature: "the words \"you feel\"", weight: -0.25)),
    .step(StepItem(score: .empathy, reason: "mild judgment", points: -35)),
    .hint(HintItem(text: text)),
    .example(alternative),
    .summary(SummaryItem(measures: measures, alliance: alliance, rupture: .none)),
    .score(GradedRecord(id: .string(text), grade: grade)),
  ]
}
