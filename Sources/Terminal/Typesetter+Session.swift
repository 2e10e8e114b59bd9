import LineProtocol
import Listening
import Transcripts

extension Typesetter {
  /// The vignettes, numbered, a line each, pack by pack; those played before have a mark.
  func vignettes(_ items: [VignetteItem], played: Set<String> = []) -> [[String]] {
    let names = items.map {
      $0.name.split(separator: "/", maxSplits: 1).map { Wrapping.printable(String($0)) }
    }
    let longest = names.map { $0.last.map(DisplayWidth.of) ?? 0 }.max() ?? 0
    var packs: [[String]] = []
    for (number, item) in items.enumerated() {
      let pack = names[number].first ?? ""
      if number == 0 || pack != names[number - 1].first {
        packs.append([style.paint(pack, .strong)])
      }
      let name = names[number].last ?? ""
      let gap = String(repeating: " ", count: longest - DisplayWidth.of(name))
      let mark = played.contains(item.name) ? (style.unicode ? "✓" : "*") : " "
      let head = "\(number + 1 < 10 ? " " : "")\(number + 1). \(name)\(gap) \(mark) "
      let text = Wrapping.printable("\(item.client): \(item.title)").replacing("\n", with: " ")
      packs[packs.count - 1].append(head + Wrapping.cut(text, to: width - DisplayWidth.of(head)))
    }
    return packs
  }

  /// Who a client is that the trainee has met before.
  func reminder(_ item: VignetteItem) -> [String] {
    paragraph("\(item.client): \(item.title)", indent: 0, role: .strong)
      + paragraph("/client tells again who \(item.client) is, and what to practise.", role: .quiet)
      + [""]
  }

  /// Who a client is, and what to practise with them.
  func introduction(_ item: VignetteItem) -> [String] {
    var lines = paragraph("\(item.client): \(item.title)", indent: 0, role: .strong)
    lines += paragraph(item.summary)
    if !item.warnings.isEmpty {
      lines += paragraph("Content: \(item.warnings.joined(separator: "; ")).", role: .fair)
    }
    if let language = item.language {
      let note =
        "\(item.client) speaks another language than English (\(language)). Replies are graded as "
        + "English: take the grades, and how the client answers them, with care."
      lines += paragraph(note, role: .fair)
    }
    if !item.objectives.isEmpty {
      lines += ["", "To practise:"]
      lines += item.objectives.flatMap { hanging("  - ", $0) }
    }
    return lines + [""]
  }

  /// What a trainee can type.
  func help(name: String) -> [String] {
    let commands = ShellCommand.allCases.flatMap { command in
      let head = "  /\(command.rawValue)"
      // A margin of its own would leave a narrow screen too little room.
      return width < 40
        ? [head] + paragraph(command.purpose, indent: 4)
        : hanging(head.padded(to: 12), command.purpose)
    }
    let notes = [
      "Anything else is said to \(name); two empty lines are silence.",
      "A line that ends in \\ goes on in the next. One that begins with // is said with one /.",
    ]
    return commands + [""] + notes.flatMap { paragraph($0) } + [""]
  }

  /// The session so far.
  func summary(_ items: [Item], of turns: [GradeTurn]) -> [String] {
    items.flatMap { item -> [String] in
      guard case .summary(let item) = item else { return [] }
      return summary(item.measures, of: turns)
    }
  }

  /// A session in MITI's measures, with what its graded turns tell besides.
  public func summary(_ m: SessionMeasures, of turns: [GradeTurn]) -> [String] {
    func rounded(_ value: Double) -> String { String(value.roundedToTenths) }
    func percent(_ value: Double) -> String { "\(value.percent) %" }
    var lines = [style.paint("Session summary", .strong)]
    func row(_ name: String, _ value: String, _ mark: Mark? = nil) {
      lines += measure(name, value, mark)
    }
    row("replies", "\(m.replies)")
    for score in ScoreName.allCases {
      if let value = score.mean(in: m) { row("mean \(score.label)", rounded(value)) }
    }
    row("reflections", "\(m.simpleReflections) simple, \(m.complexReflections) complex")
    row("questions", "\(m.openQuestions) open, \(m.closedQuestions) closed")
    let remarks = SessionRemarks(turns)
    if remarks.rightToAsk > 0 { row("closed, and right to ask", "\(remarks.rightToAsk)") }
    for measure in MarkedMeasure.shown {
      guard let value = measure.value(in: m) else { continue }
      row(measure.label, measure.isRatio ? rounded(value) : percent(value), measure.mark(in: m))
    }
    row("MI-adherent moves", "\(m.adherent)")
    row("MI-non-adherent moves", "\(m.nonAdherent)")
    if remarks.asksForLeave > 0 { row("asked for leave or wishes", "\(remarks.asksForLeave)") }
    if remarks.missesOwned > 0 { row("misses owned", "\(remarks.missesOwned)") }
    if let value = m.traineeShare {
      row("your share of the words", percent(value))
      if m.leavesLittleRoom {
        lines += paragraph("You said more than they did: shorter replies would leave them room.")
      }
    }
    if remarks.rightToAsk > 0 {
      lines += paragraph(
        "Right to ask, though closed: plainly about suicide, for leave, what the client wants, or "
          + "how a miss landed.",
        role: .quiet)
    }
    lines += paragraph(
      m.isLongEnoughForMarks
        ? "Marks: MITI 4.2.1; open questions: MITI 3.1.1. They take "
          + "\(MarkedMeasure.fewestMoves) reflections or questions to measure by."
        : "The manual's marks are for longer sessions: from \(Marks.fewestReplies) replies on.",
      role: .quiet)
    return lines + [""]
  }

  /// One measure: its name, its value in a column of its own where there is room, and its mark.
  private func measure(_ name: String, _ value: String, _ mark: Mark?) -> [String] {
    let isNarrow = width < 60
    let names = isNarrow ? "\(name):".split(separator: " ").map(String.init) : [name.padded(to: 29)]
    let values = isNarrow ? value.split(separator: " ").map(String.init) : [value]
    let cells = (names + values).map { Cell(text: $0) }
    return row(cells + (mark.map { [cell($0)] } ?? []))
  }

  private func cell(_ mark: Mark) -> Cell {
    switch mark {
    case .below: Cell(text: "below fair", role: .poor, gap: 2)
    case .fair: Cell(text: "fair", role: .fair, gap: 2)
    case .good: Cell(text: "good", role: .good, gap: 2)
    }
  }

  /// A word from Attune itself.
  public func aside(_ aside: Aside) -> [String] {
    [style.paint("Attune", .strong)]
      + paragraph(aside.text, role: aside.reason == .named ? .quiet : .fair) + [""]
  }

  /// How a session ended and what it came to.
  public func end(_ end: SessionEnd, name: String, turns: [GradeTurn]) -> [String] {
    var lines: [String] = []
    if !end.text.isEmpty {
      lines += paragraph(name, indent: 0, role: .client) + paragraph(end.text) + [""]
    }
    let how =
      switch end.reason {
      case .ended: "You ended the session."
      case .closed: "\(name) brought the session to a close."
      case .left: "\(name) left."
      }
    let outcome = end.outcome
    let depths = ["nothing yet", "what anyone may hear", "what happened", "what it felt like"]
    let depth =
      outcome.depth < depths.count ? depths[outcome.depth] : "what it says about who they are"
    let next =
      outcome.finished == true
      ? "\(name) has told you everything, and the course is over"
      : "\(name) would \(outcome.returns ? "come back" : "not come back")"
    lines += paragraph(
      "\(how) The deepest that \(name) told you: \(depth). Trust stands at \(outcome.bond.percent);"
        + " \(next).")
    lines += account(of: outcome)
    if outcome.ruptures > 0 {
      lines += paragraph("Ruptures: \(outcome.ruptures), repaired: \(outcome.repairs).")
    }
    return lines + [""] + summary(end.measures, of: turns)
  }

  /// How calm the client goes, whether they do what was agreed, and what drove it.
  private func account(of outcome: Outcome) -> [String] {
    var sentences: [String] = []
    if let distress = outcome.distress {
      let (from, to) = (distress.from.percent, distress.to.percent)
      let how = to < from ? "calmer than" : to > from ? "more upset than" : "as upset as"
      sentences.append("They go \(how) they came (distress \(from), now \(to)).")
    }
    if let acts = outcome.acts {
      sentences.append("They will \(acts ? "do" : "not do") what was agreed.")
    }
    var lines = sentences.isEmpty ? [] : paragraph(sentences.joined(separator: " "))
    if let drivers = outcome.drivers, !drivers.isEmpty {
      let parts = drivers.map { driver in
        let points = driver.bond.percent
        return "\(driver.what) \(points >= 0 ? "+" : "")\(points)"
      }
      lines += paragraph("What moved their trust: \(parts.joined(separator: "; ")).")
    }
    return lines
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
