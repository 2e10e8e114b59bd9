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
    if let before { lines += trust(before, turn.alliance) }
    // On lines of its own: beside the bar it is overlooked.
    switch turn.rupture {
    case .none: break
    case .withdrawal:
      lines += paragraph(
        "Rupture: \(name) is drawing back. Ask what went wrong, and own your part in it.",
        role: .poor)
    case .confrontation:
      lines += paragraph(
        "Rupture: \(name) is turning against this. Own your part before anything else.", role: .poor
      )
    }
    return lines + [""]
  }

  /// Something the trainee said, where it is not already on the screen.
  public func trainee(_ text: String) -> [String] {
    [style.paint("you", .trainee)] + (text.isEmpty ? ["  (silence)"] : paragraph(text)) + [""]
  }

  private func trust(_ before: AllianceReading, _ after: AllianceReading) -> [String] {
    let change = after.bond.percent - before.bond.percent
    let (arrow, role): (String, Style.Role) =
      change > 0
      ? (style.unicode ? "▲" : "+", .good)
      : change < 0 ? (style.unicode ? "▼" : "-", .poor) : ("=", .quiet)
    let moved = change == 0 ? arrow : "\(arrow)\(abs(change))"
    return row([
      Cell(text: "trust", role: .quiet), Cell(text: style.bar(after.bond)),
      Cell(text: "\(after.bond.percent)"), Cell(text: moved, role: role),
    ])
  }

  /// A grade: scores, codes, coaching and, where the reply fell short, another one.
  public func grade(_ turn: GradeTurn) -> [String] {
    let grade = turn.grade
    var lines = row(
      ScoreName.allCases.map { name in
        score(name.label, name.value(in: grade), name == .openness ? turn.remark : nil)
      })
    let codes = CodeName.shown.compactMap(grade.codes.phrase)
    // What was right to say is not said to be nothing, whatever was found.
    if turn.remark == nil || !codes.isEmpty {
      lines += paragraph(
        codes.isEmpty ? "no skill and no slip found" : codes.joined(separator: ", "), role: .quiet)
    }
    lines += doubts(of: grade, isRight: turn.remark != nil)
    lines += paragraph(turn.coach)
    if let alternative = turn.alternative {
      lines += paragraph("You might try: \(quoted(alternative.text))")
      lines += paragraph(alternative.why, indent: 4, role: .quiet)
    }
    return lines + [""]
  }

  /// What the grader is unsure of: codes that it found, and codes that it did not find; no judgment where
  /// the reply was right.
  private func doubts(of grade: Grade, isRight: Bool) -> [String] {
    let unsure = grade.unsure.filter(CodeName.shown.contains)
    let found = unsure.filter { grade.codes.phrase(for: $0) != nil }
    let perhaps = unsure.filter {
      grade.codes.phrase(for: $0) == nil && !(isRight && $0 == .judgment)
    }
    func line(_ opening: String, _ codes: [CodeName], _ effect: String = "") -> [String] {
      if codes.isEmpty { return [] }
      let names = codes.map(\.label).joined(separator: ", ")
      return paragraph("\(opening): \(names)\(effect)", role: .quiet)
    }
    let effect =
      found.contains(.judgment)
      ? " (the client takes a judgment for none, the rest counts half)"
      : " (it moves the client half as much)"
    return line("unsure about", found, effect) + line("perhaps", perhaps)
  }

  private func score(_ name: String, _ value: Int, _ remark: String?) -> Cell {
    let note = remark.map { " (\(Wrapping.printable($0)))" } ?? ""
    // Where a remark takes it back, red would still say that something was wrong.
    let painted =
      "\(name) \(style.paint(String(value), remark == nil ? role(value) : .quiet))\(note)"
    return Cell(text: "\(name) \(value)\(note)", painted: painted, gap: 3)
  }

  private func role(_ score: Int) -> Style.Role {
    score >= Scores.good ? .good : score >= Scores.fair ? .fair : .poor
  }

  func quoted(_ text: String) -> String {
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
}
