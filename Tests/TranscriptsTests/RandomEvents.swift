import Listening
import TestSupport
import Transcripts

extension Seeded {
  mutating func share() -> Double { Double(Int.random(in: 0...100, using: &self)) / 100 }

  mutating func measures() -> SessionMeasures {
    SessionMeasures(turns: [(text(), grade().grade)], clientLines: [text(), text()])
  }

  mutating func grade() -> GradeTurn {
    let evidence = Evidence(code: .repair, value: "yes", span: 0..<3, confidence: share())
    let grade = Grade(
      codes: .random(&self), evidence: Bool.random(using: &self) ? [evidence] : [],
      unsure: Bool.random(using: &self) ? [.advice] : [], model: text())
    let alternative = Alternative(text: text(), why: text())
    return GradeTurn(
      turn: Int.random(in: 1...99, using: &self), grade: grade, coach: text(),
      remark: Bool.random(using: &self) ? text() : nil,
      misnamedFeeling: Bool.random(using: &self) ? text() : nil,
      alternative: Bool.random(using: &self) ? alternative : nil)
  }

  /// An event of a kind.
  mutating func event(_ kind: SessionEvent.Kind) -> SessionEvent {
    let turn = Int.random(in: 0...99, using: &self)
    switch kind {
    case .session:
      return .session(
        SessionHeader(
          vignette: text(), client: text(), pack: text(), fingerprint: text(),
          seed: .random(in: 0 ... .max, using: &self), model: text(),
          after: Bool.random(using: &self) ? .init(session: text(), events: turn) : nil))
    case .client:
      return .client(
        ClientTurn(
          turn: turn, text: text(),
          alliance: AllianceReading(bond: share(), task: share(), goal: share()),
          rupture: Rupture.allCases.randomElement(using: &self) ?? .none))
    case .reply: return .reply(ReplyTurn(turn: turn, text: text()))
    case .grade: return .grade(grade())
    case .retry: return .retry(RetryTurn(turn: turn))
    case .aside:
      let reason = CareConcern.allCases.randomElement(using: &self) ?? .named
      return .aside(Aside(turn: turn, reason: reason, text: text()))
    case .end:
      var outcome = Outcome(
        depth: Int.random(in: 0...4, using: &self), bond: share(),
        returns: Bool.random(using: &self), ruptures: turn, repairs: turn / 2)
      outcome.acts = Bool.random(using: &self) ? Bool.random(using: &self) : nil
      outcome.finished = Bool.random(using: &self) ? true : nil
      if Bool.random(using: &self) {
        outcome.distress = Outcome.Change(from: share(), to: share())
        outcome.drivers = [Outcome.Driver(what: text(), bond: share())]
      }
      let reason = SessionEnding.allCases
      return .end(
        SessionEnd(
          reason: reason.randomElement(using: &self) ?? .ended, outcome: outcome, text: text(),
          measures: measures()))
    }
  }
}

/// Events of a small session, as plain as they can be.
enum Events {
  static let header = SessionEvent.session(
    SessionHeader(
      vignette: "foundations/maya", client: "Maya", pack: "1.0.0", fingerprint: "00",
      seed: 7, model: "m@1"))

  static func client(_ turn: Int, _ text: String = "Hm.") -> SessionEvent {
    .client(
      ClientTurn(
        turn: turn, text: text, alliance: AllianceReading(bond: 0.2, task: 0.3, goal: 0.3),
        rupture: .none))
  }

  static func reply(_ turn: Int, _ text: String = "So.") -> SessionEvent {
    .reply(ReplyTurn(turn: turn, text: text))
  }

  static func grade(_ turn: Int, _ codes: Codes = Codes()) -> SessionEvent {
    .grade(
      GradeTurn(
        turn: turn, grade: Grade(codes: codes, evidence: [], unsure: [], model: "m@1"), coach: "")
    )
  }

  static func retry(_ turn: Int) -> SessionEvent { .retry(RetryTurn(turn: turn)) }

  static func end(_ reason: SessionEnding = .ended) -> SessionEvent {
    .end(
      SessionEnd(
        reason: reason,
        outcome: Outcome(depth: 1, bond: 0.2, returns: true, ruptures: 0, repairs: 0),
        text: "Bye, then.", measures: SessionMeasures(turns: [], clientLines: [])))
  }

  /// The header, the opening and a whole first turn.
  static let firstTurn = [
    header, client(0, "I almost didn't come."), reply(1, "Part of you stayed away."), grade(1),
    client(1, "Yes."),
  ]
}
