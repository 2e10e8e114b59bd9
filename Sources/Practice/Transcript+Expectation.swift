import Listening
import Scenarios
import Transcripts

extension Transcript {
  /// What happened where it is not what was expected; `nil` where it is.
  func contradiction(to expected: PackTest.Expected) -> String? {
    // Turn 0 is the opening.
    var stretch = 0...exchanges.count
    if let reply = expected.reply {
      let turns = self.turns
      guard turns.indices.contains(reply) else {
        return "reply \(reply) was not given, for the session ended at reply \(turns.count - 1)"
      }
      guard let turn = turns[reply] else {
        return "reply \(reply) was set aside, and not said to the client"
      }
      stretch = turn...turn
    }
    switch expected.claim {
    case .bond(let direction): return self.bond(direction, over: stretch)
    case .bondAbove(let share):
      let bond = bond(after: stretch.upperBound)
      return bond > share ? nil : "it is \(bond)"
    case .bondBelow(let share):
      let bond = bond(after: stretch.upperBound)
      return bond < share ? nil : "it is \(bond)"
    case .says(let words):
      return said(stretch).contains { $0.contains(words) } ? nil : heard(stretch)
    case .neverSays(let words):
      return said(stretch).first { $0.contains(words) }.map { "the client said “\($0)”" }
    case .answers(_, let lines):
      let isAnswered = said(stretch).contains { text in lines.contains { text.contains($0) } }
      return isAnswered ? nil : heard(stretch)
    case .rupture(let course): return self.rupture(course, over: stretch)
    case .depth(let depth, let lines, _): return self.depth(depth, in: lines, over: stretch)
    case .code(let code, let value): return self.code(code, value, over: stretch)
    case .ends(let ending):
      return end?.reason == ending ? nil : "it has \(end?.reason.rawValue ?? "not ended")"
    }
  }

  /// The turn of the opening, which is 0, and after it of each reply of the author's; `nil` where the
  /// reply was set aside, and became none.
  private var turns: [Int?] {
    let setAside = asides.filter { $0.reason != .named }
    var turns: [Int?] = []
    for turn in 0...exchanges.count {
      turns.append(turn)
      turns += setAside.filter { $0.turn == turn }.map { _ in Int?.none }
    }
    return turns
  }

  /// A turn in words, by the number of its reply.
  private func name(of turn: Int) -> String { "reply \(turns.firstIndex(of: turn) ?? turn)" }

  /// The bond after a turn, or before the first, in hundredths.
  private func bond(after turn: Int) -> Int {
    guard clientLines.indices.contains(turn) else { return 0 }
    return clientLines[turn].alliance.bond.percent
  }

  private func bond(_ direction: PackTest.Direction, over stretch: ClosedRange<Int>) -> String? {
    let before = bond(after: max(0, stretch.lowerBound - 1))
    let after = bond(after: stretch.upperBound)
    switch direction {
    case .rises where after > before, .falls where after < before: return nil
    default: return after == before ? "it stayed at \(after)" : "it went from \(before) to \(after)"
    }
  }

  /// What the client answered, last words included.
  private func said(_ stretch: ClosedRange<Int>) -> [String] {
    var lines = clientLines.filter { stretch.contains($0.turn) }.map(\.text)
    if let end, !end.text.isEmpty, stretch.upperBound >= exchanges.count { lines.append(end.text) }
    return lines
  }

  private func heard(_ stretch: ClosedRange<Int>) -> String {
    let last = clientLines.last { stretch.contains($0.turn) }
    return "the client's answer to \(name(of: last?.turn ?? 0)) was “\(last?.text ?? "")”"
  }

  /// The list of reactions that the client did answer from, where one was expected; `nil` where it was
  /// none, or nothing of the kind was expected.
  func list(of reactions: Reactions, answering expected: PackTest.Expected) -> Reactions.Standing? {
    guard case .answers = expected.claim, let reply = expected.reply, turns.indices.contains(reply),
      let turn = turns[reply], let text = clientLines.last(where: { $0.turn == turn })?.text
    else { return nil }
    return Reactions.Standing.allCases.first { list in
      reactions.standing[list]?.contains { text.contains($0.text) } ?? false
    }
  }

  private func rupture(_ course: PackTest.RuptureCourse, over stretch: ClosedRange<Int>) -> String?
  {
    let states = clientLines.map { $0.rupture != .none }
    let steps = zip(states, states.dropFirst()).enumerated()
      .filter { stretch.contains($0.offset + 1) }.map(\.element)
    switch course {
    case .opens: return steps.contains { !$0 && $1 } ? nil : "none opened"
    case .repaired:
      if steps.contains(where: { $0 && !$1 }) { return nil }
      return steps.contains { $0 || $1 } ? "the rupture is still open" : "none was open"
    case .none:
      let first = clientLines.first { stretch.contains($0.turn) && $0.rupture != .none }
      return first.map { "at \(name(of: $0.turn)) there was \($0.rupture.rawValue)" }
    }
  }

  private func depth(_ depth: Int, in lines: [ClientLine], over stretch: ClosedRange<Int>)
    -> String?
  {
    // A preface may stand before a line, and a short line may end a longer one.
    let told = said(stretch).compactMap { text in
      lines.filter { text.hasSuffix($0.text) }.max { $0.text.utf8.count < $1.text.utf8.count }
    }
    let reached = told.map(\.depth).max() ?? 0
    if reached >= depth { return nil }
    return reached == 0 ? "it did not come up" : "it went to depth \(reached)"
  }

  private func code(_ code: CodeVariable, _ value: String?, over stretch: ClosedRange<Int>)
    -> String?
  {
    let found = exchanges.filter { stretch.contains($0.turn) }
      .compactMap { $0.grade.flatMap { code.value(in: $0.grade.codes) } }
    let values = found.filter { $0 != code.absentValue }
    let told =
      values.isEmpty ? "no reply carries it" : "it is '\(values.joined(separator: "', '"))'"
    switch value {
    case CodeVariable.absence: return values.isEmpty ? nil : told
    case let value?: return values.contains(value) ? nil : told
    case nil: return values.isEmpty ? told : nil
    }
  }
}
