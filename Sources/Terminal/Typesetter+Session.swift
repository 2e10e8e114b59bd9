import LineProtocol
import Listening
import Transcripts

extension Typesetter {
  /// The vignettes, numbered.
  func vignettes(_ items: [VignetteItem]) -> [String] {
    items.enumerated().flatMap { number, item in
      let name = style.paint(Wrapping.printable(item.name), .strong)
      return ["\(number + 1). \(name)"] + paragraph("\(item.client). \(item.title)", indent: 3)
    } + [""]
  }

  /// Who a client is, and what to practise with them.
  func introduction(_ item: VignetteItem) -> [String] {
    var lines = [style.paint(Wrapping.printable("\(item.client): \(item.title)"), .strong)]
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
      for objective in item.objectives {
        let wrapped = paragraph(objective, indent: 4)
        lines += wrapped.enumerated().map { $0 == 0 ? "  - " + $1.dropFirst(4) : $1 }
      }
    }
    return lines + [""]
  }

  /// The session so far.
  func summary(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      guard case .summary(let item) = item else { return [] }
      return summary(item.measures)
    }
  }

  /// A session in MITI's measures.
  public func summary(_ m: SessionMeasures) -> [String] {
    func rounded(_ value: Double) -> String { String(value.roundedToTenths) }
    func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
    func row(_ name: String, _ value: String, _ mark: Mark? = nil) -> String {
      let padded = name + String(repeating: " ", count: max(1, 30 - name.count))
      return "  " + padded + value + (mark.map { "  " + self.mark($0) } ?? "")
    }
    var lines = [style.paint("Session summary", .strong)]
    lines.append(row("replies", "\(m.replies)"))
    if let value = m.empathy { lines.append(row("mean empathy", rounded(value))) }
    if let value = m.openness { lines.append(row("mean openness", rounded(value))) }
    if let value = m.nonjudgment { lines.append(row("mean non-judgment", rounded(value))) }
    lines.append(
      row("reflections", "\(m.simpleReflections) simple, \(m.complexReflections) complex"))
    lines.append(row("questions", "\(m.openQuestions) open, \(m.closedQuestions) closed"))
    if let value = m.reflectionsPerQuestion {
      lines.append(row("reflections per question", rounded(value), .reflectionsPerQuestion(value)))
    }
    if let value = m.complexShare {
      lines.append(row("complex among reflections", percent(value), .complexShare(value)))
    }
    if let value = m.openShare {
      lines.append(row("open among questions", percent(value), .openShare(value)))
    }
    lines.append(row("MI-adherent moves", "\(m.adherent)"))
    lines.append(row("MI-non-adherent moves", "\(m.nonAdherent)"))
    if let value = m.traineeShare { lines.append(row("your share of the words", percent(value))) }
    lines += paragraph("Marks: MITI 4.2.1; open questions: MITI 3.1.1.", role: .quiet)
    return lines + [""]
  }

  private func mark(_ mark: Mark) -> String {
    switch mark {
    case .below: style.paint("below fair", .poor)
    case .fair: style.paint("fair", .fair)
    case .good: style.paint("good", .good)
    }
  }

  /// A word from Attune itself.
  public func aside(_ aside: Aside) -> [String] {
    let name = style.paint("Attune", .strong)
    return [name] + paragraph(aside.text, role: aside.reason == .named ? .quiet : .fair) + [""]
  }

  /// How a session ended and what it came to.
  public func end(_ end: SessionEnd, name: String) -> [String] {
    var lines: [String] = []
    if !end.text.isEmpty {
      lines += [style.paint(Wrapping.printable(name), .client)] + paragraph(end.text) + [""]
    }
    let how =
      switch end.reason {
      case .ended: "You ended the session."
      case .closed: "\(name) brought the session to a close."
      case .left: "\(name) left."
      }
    let outcome = end.outcome
    let depths = ["nothing yet", "what anyone may hear", "what happened", "what it felt like"]
    let depth = outcome.depth < depths.count ? depths[outcome.depth] : "what it means about them"
    lines += paragraph(
      "\(how) They told you \(depth); trust stands at \(percent(outcome.bond));"
        + " they would \(outcome.returns ? "come back" : "not come back").")
    lines += account(of: outcome)
    if outcome.ruptures > 0 {
      lines += paragraph("Ruptures: \(outcome.ruptures), repaired: \(outcome.repairs).")
    }
    return lines + [""] + summary(end.measures)
  }

  /// How calm the client goes, whether they do what was agreed, and what drove it.
  private func account(of outcome: Outcome) -> [String] {
    var sentences: [String] = []
    if let distress = outcome.distress {
      let (from, to) = (percent(distress.from), percent(distress.to))
      let how = to < from ? "calmer than" : to > from ? "more upset than" : "as upset as"
      sentences.append("They go \(how) they came (distress \(from), now \(to)).")
    }
    if let acts = outcome.acts {
      sentences.append("They will \(acts ? "do" : "not do") what was agreed.")
    }
    var lines = sentences.isEmpty ? [] : paragraph(sentences.joined(separator: " "))
    if let drivers = outcome.drivers, !drivers.isEmpty {
      let parts = drivers.map { driver in
        let points = percent(driver.bond)
        return "\(driver.what) \(points >= 0 ? "+" : "")\(points)"
      }
      lines += paragraph("What moved their trust: \(parts.joined(separator: "; ")).")
    }
    return lines
  }

  private func percent(_ value: Double) -> Int { Int((value * 100).rounded()) }
}
