import LineProtocol
import Listening
import Transcripts

/// Lays the engine's output out in lines for a terminal of a given width.
public struct Typesetter {
  /// With fewer columns a deep margin would leave no room for words.
  private static let minWidth = 12

  let width: Int
  let style: Style

  /// A typesetter for a width in columns.
  public init(width: Int, style: Style) {
    self.width = max(width, Self.minWidth)
    self.style = style
  }

  /// A paragraph, indented and wrapped.
  public func paragraph(_ text: String, indent: Int = 2) -> [String] {
    paragraph(text, indent: indent, role: nil)
  }

  func paragraph(_ text: String, indent: Int = 2, role: Style.Role?) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return Wrapping.lines(of: Wrapping.printable(text), width: width - indent).map { line in
      margin + (role.map { style.paint(line, $0) } ?? String(line))
    }
  }

  /// A paragraph with a hanging indent, whose head, such as the dash of a list, is in the margin.
  func hanging(_ head: String, _ text: String, role: Style.Role? = nil) -> [String] {
    let indent = DisplayWidth.of(head)
    return paragraph(text, indent: indent, role: role).enumerated().map { number, line in
      number == 0 ? head + line.dropFirst(indent) : line
    }
  }

  /// Words that are kept on one line, each in its own colour.
  struct Cell {
    var text: String
    var role: Style.Role?
    /// The text with the colours of its parts, where it is not of one.
    var painted: String?
    /// The spaces before it, but at a line's beginning.
    var gap = 1
  }

  /// Cells beside each other, as many to a line as fit; further lines are indented by two more.
  func row(_ cells: [Cell], indent: Int = 2) -> [String] {
    var lines: [String] = []
    var columns = width
    for cell in cells {
      let size = DisplayWidth.of(cell.text)
      let shown = cell.painted ?? cell.role.map { style.paint(cell.text, $0) } ?? cell.text
      if columns + cell.gap + size > width {
        columns = lines.isEmpty ? indent : indent + 2
        lines.append(String(repeating: " ", count: columns) + shown)
      } else {
        lines[lines.count - 1] += String(repeating: " ", count: cell.gap) + shown
        columns += cell.gap
      }
      columns += size
    }
    return lines
  }

  // MARK: - The conversation

  /// Something the client said.
  public func client(_ name: String, _ turn: ClientTurn, before: AllianceReading?) -> [String] {
    var lines = paragraph(name, indent: 0, role: .client) + paragraph(turn.text)
    if let before { lines += trust(before, turn.alliance, turn.rupture) }
    return lines + [""]
  }

  /// Something the trainee said, where it is not already on the screen.
  public func trainee(_ text: String) -> [String] {
    [style.paint("you", .trainee)] + (text.isEmpty ? ["  (silence)"] : paragraph(text)) + [""]
  }

  private func trust(_ before: AllianceReading, _ after: AllianceReading, _ rupture: Rupture)
    -> [String]
  {
    let change = after.bond.percent - before.bond.percent
    let (arrow, role): (String, Style.Role) =
      change > 0
      ? (style.unicode ? "▲" : "+", .good)
      : change < 0 ? (style.unicode ? "▼" : "-", .poor) : ("=", .quiet)
    let moved = change == 0 ? arrow : "\(arrow)\(abs(change))"
    var cells = [
      Cell(text: "trust", role: .quiet), Cell(text: style.bar(after.bond)),
      Cell(text: "\(after.bond.percent)"), Cell(text: moved, role: role),
    ]
    if rupture != .none {
      cells.append(Cell(text: "rupture: \(rupture.rawValue)", role: .poor, gap: 2))
    }
    return row(cells)
  }

  /// A grade: scores, codes, coaching and, where the reply fell short, another one.
  public func grade(_ turn: GradeTurn) -> [String] {
    let grade = turn.grade
    var lines = row(ScoreName.allCases.map { score($0.label, $0.value(in: grade)) })
    let codes = CodeName.shown.compactMap(grade.codes.phrase)
    lines += paragraph(
      codes.isEmpty ? "no skill and no slip found" : codes.joined(separator: ", "), role: .quiet)
    let unsure = grade.unsure.filter(CodeName.shown.contains).map(\.label)
    if !unsure.isEmpty {
      lines += paragraph("unsure about: \(unsure.joined(separator: ", "))", role: .quiet)
    }
    lines += paragraph(turn.coach)
    if let alternative = turn.alternative {
      lines += paragraph("You might try: \(quoted(alternative.text))")
      lines += paragraph(alternative.why, indent: 4, role: .quiet)
    }
    return lines + [""]
  }

  private func score(_ name: String, _ value: Int) -> Cell {
    let painted = "\(name) \(style.paint(String(value), role(value)))"
    return Cell(text: "\(name) \(value)", painted: painted, gap: 3)
  }

  private func role(_ score: Int) -> Style.Role {
    score >= Scores.good ? .good : score >= Scores.fair ? .fair : .poor
  }

  private func quoted(_ text: String) -> String {
    style.unicode ? "“\(text)”" : "\"\(text)\""
  }

  // MARK: - Answers to questions

  /// What to listen for.
  func hint(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      guard case .hint(let hint) = item else { return [] }
      return paragraph(hint.text) + [""]
    }
  }

  /// A reply that would land well, and why.
  func example(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      guard case .example(let example) = item else { return [] }
      return paragraph(example.text) + paragraph(example.why, indent: 4, role: .quiet) + [""]
    }
  }

  /// The reply with its evidence marked, the scores' steps and the strongest reasons.
  public func why(reply: String, _ items: [Item]) -> [String] {
    var evidence: [EvidenceItem] = []
    var steps: [StepItem] = []
    var reasons: [Reason] = []
    for item in items {
      switch item {
      case .evidence(let item): evidence.append(item)
      case .step(let step): steps.append(step)
      case .reason(let reason): reasons.append(reason)
      default: break
      }
    }
    var lines = paragraph(marked(reply, evidence))
    for (number, item) in evidence.enumerated() {
      let label = item.code.isFlag ? item.code.label : "\(item.code.label): \(item.value)"
      lines += paragraph(
        "[\(number + 1)] \(label), \(item.confidence.percent) % sure", role: .quiet)
    }
    if evidence.isEmpty {
      lines += paragraph("No words of this reply earned a code.", role: .quiet)
    }
    lines.append("")
    for name in ScoreName.allCases {
      let parts = steps.filter { $0.score == name }
      guard !parts.isEmpty else { continue }
      let sum = parts.map { "\($0.points >= 0 ? "+" : "")\($0.points) \($0.reason)" }
      lines += paragraph("\(name.label): \(sum.joined(separator: ", "))")
    }
    if !reasons.isEmpty { lines.append("") }
    for reason in reasons {
      let direction = reason.weight >= 0 ? "for" : "against"
      let size = String((abs(reason.weight) * 100).rounded() / 100)
      let line = "\(reason.code.label): \(reason.feature) (\(size) \(direction))"
      lines += paragraph(line, role: .quiet)
    }
    return lines + [""]
  }

  /// A reply in which brackets with numbers stand around the words of each piece of evidence.
  private func marked(_ reply: String, _ evidence: [EvidenceItem]) -> String {
    let bytes = Array(reply.utf8)
    var opening: [Int: Int] = [:]
    var closing: [Int: [Int]] = [:]
    for (number, item) in evidence.enumerated() where item.span.count == 2 {
      opening[item.span[0], default: 0] += 1
      closing[item.span[1], default: []].append(number + 1)
    }
    var result: [UInt8] = []
    for offset in 0...bytes.count {
      // What opened last closes first.
      let ending = (closing[offset] ?? []).sorted {
        (evidence[$1 - 1].span[0], $0) < (evidence[$0 - 1].span[0], $1)
      }
      for number in ending { result += "][\(number)]".utf8 }
      result += String(repeating: "[", count: opening[offset] ?? 0).utf8
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
