import Listening

/// The grade of a reply, and which words carried each decision.
extension Reading {
  /// Reads a reply to a client's line and grades it.
  mutating func grade(_ reply: String, client: String?, modelName: String) -> Grade {
    grade(reply, by: decide(on: reply, client: client), modelName: modelName)
  }

  /// Reads a reply and decides on it; `nil` for one without words, which leaves nothing to decide.
  mutating func decide(on reply: String, client: String?) -> Decisions? {
    read(reply, client: client)
    guard !isEmpty else { return nil }
    return Decisions(
      outputs: outputs, calibrations: model.calibrations, screen: model.screen,
      substance: substance)
  }

  /// The grade that follows from the decisions on the reply that has been read.
  mutating func grade(_ reply: String, by decisions: Decisions?, modelName: String) -> Grade {
    guard let decisions else {
      return Grade(codes: Codes(), evidence: [], unsure: [], model: modelName)
    }
    return Grade(
      codes: decisions.codes,
      evidence: evidence(for: decisions).map { Self.closingQuotation(of: $0, in: reply) },
      unsure: decisions.unsure, model: modelName)
  }

  /// Evidence with the mark that closes a quotation in it, which is no token: 'You said "go on"', and the
  /// stop before the mark.
  private static func closingQuotation(of evidence: Evidence, in reply: String) -> Evidence {
    // Few replies have one, so the bytes are asked first: the mark itself, or how a curved one begins.
    let next = reply.utf8.dropFirst(evidence.span.upperBound).prefix(2)
    guard next.contains(where: { $0 == 0x22 || $0 == 0xE2 }) else { return evidence }
    guard let words = evidence.words(in: reply) else { return evidence }
    let after = reply[words.endIndex...].prefix(2)
    let stop = after.prefix(1).filter { ".,!?".contains($0) }
    guard let mark = after.dropFirst(stop.count).first, opens(mark, in: words) else {
      return evidence
    }
    var closed = evidence
    let end = evidence.span.upperBound + stop.utf8.count + mark.utf8.count
    closed.span = evidence.span.lowerBound..<end
    return closed
  }

  /// Whether words hold a quotation that a mark closes.
  private static func opens(_ mark: Character, in words: Substring) -> Bool {
    switch mark {
    case "\"": !words.count { $0 == "\"" }.isMultiple(of: 2)
    case "”": words.count { $0 == "“" } > words.count { $0 == "”" }
    default: false
    }
  }

  /// The evidence for all codes found, in order of their place.
  private mutating func evidence(for decisions: Decisions) -> [Evidence] {
    var evidence: [Evidence] = []
    let onlySpan = onlySpan
    for head in Head.decided {
      guard let code = head.code, let value = decisions.value(of: head),
        let confidence = decisions.confidence(of: head),
        let span = onlySpan
          ?? span(
            of: head, value: value,
            isDeep: code == .reflection && decisions.codes.reflection == .complex)
      else { continue }
      let name =
        code == .judgment
        ? decisions.codes.judgmentKind?.rawValue : decisions.codes.value(of: code)
      evidence.append(
        Evidence(code: code, value: name ?? "yes", span: span, confidence: confidence))
    }
    return evidence.sorted {
      ($0.span.lowerBound, $0.span.upperBound, $0.code.rawValue)
        < ($1.span.lowerBound, $1.span.upperBound, $1.code.rawValue)
    }
  }

  /// A token that is worth less than this share of what the tokens of the strongest window are worth
  /// on average is not drawn in for being worth something.
  ///
  /// Chosen so that, of two moves joined in one sentence, the evidence for each keeps to its own half: with 0 a
  /// quarter of its bytes lies in the other half, with 0.4 a twelfth; a larger share leaves out more of
  /// the right half than it keeps out of the wrong one.
  private static let leastShare: Float = 0.4

  /// What each token is worth where only telling words count that the client had not used: a complex
  /// reflection is in what it adds. `nil` where it adds none.
  private var ownWorth: [Float]? {
    let tokens = extractor.reply.tokens
    func isOwn(_ index: Int) -> Bool {
      tokens[index].kind == .word && !tokens[index].classes.contains(.function)
        && !extractor.isShared[index]
    }
    // Each counts as much as a word does on average, even where the model makes little of it.
    let share = worth.reduce(0) { $0 + max(0, $1) } / Float(worth.count)
    var own = worth
    for index in own.indices {
      own[index] = isOwn(index) ? max(0, worth[index]) + share : min(0, worth[index])
    }
    return own.contains { $0 > 0 } ? own : nil
  }

  /// The sentences that may hold the words for a decision. A reflection tells of the client: where there
  /// is a sentence that could be one, it is in none that asks, could be said to anybody or speaks of the
  /// trainee alone.
  private func sentences(for head: Head) -> [Range<Int>] {
    let all = extractor.reply.sentences
    guard head.code == .reflection else { return all }
    let telling = zip(all, extractor.contents).filter { _, content in
      !content.asks && !content.isEmpty && (content.second || !content.first)
    }
    return telling.isEmpty ? all : telling.map(\.0)
  }

  /// All words of a reply that is one clause, which leaves nothing to choose; `nil` for any other.
  private var onlySpan: Range<Int>? {
    let sentences = extractor.reply.sentences
    guard sentences.count == 1 else { return nil }
    let limits = clauseLimits(in: sentences[0])
    return limits.count == 2 ? span(of: limits[0]..<limits[1]) : nil
  }

  /// The clauses around the words that are worth most to a decision.
  private mutating func span(of head: Head, value: Int, isDeep: Bool) -> Range<Int>? {
    findWorth(to: value, of: head)
    return span(of: isDeep ? ownWorth ?? worth : worth, within: sentences(for: head))
  }

  /// The clauses around the words with the highest worth.
  private func span(of worth: [Float], within sentences: [Range<Int>]) -> Range<Int>? {
    var best: (sentence: Range<Int>, count: Int, sum: Float)?
    for sentence in sentences {
      let widest = Self.bestWindow(of: worth, in: sentence, cost: 0)
      if let best, widest.sum <= best.sum { continue }
      best = (sentence, widest.range.count, widest.sum)
    }
    guard let best else { return nil }
    let cost = max(0, Self.leastShare * best.sum / Float(best.count))
    let window = Self.bestWindow(of: worth, in: best.sentence, cost: cost).range
    return span(of: clauses(around: window, in: best.sentence, worth))
  }

  /// Where clauses stand in the text, without a conjunction in front.
  private func span(of clauses: Range<Int>) -> Range<Int>? {
    let tokens = extractor.reply.tokens
    let isLed =
      clauses.count > 3 && extractor.reply.isCoordinating(at: clauses.lowerBound)
    let telling = clauses.dropFirst(isLed ? 1 : 0)
    guard let first = telling.first, let last = telling.last else { return nil }
    return tokens[first].span.lowerBound..<tokens[last].span.upperBound
  }

  /// The run of tokens with the largest sum (Kadane's algorithm), where each token costs something.
  private static func bestWindow(
    of worth: [Float], in sentence: Range<Int>, cost: Float
  ) -> (range: Range<Int>, sum: Float) {
    var best = (range: sentence.lowerBound..<sentence.lowerBound + 1, sum: -Float.infinity)
    var start = sentence.lowerBound
    var sum: Float = 0
    for index in sentence {
      if sum < 0 {
        sum = 0
        start = index
      }
      sum += worth[index] - cost
      if sum > best.sum { best = (start..<index + 1, sum) }
    }
    return best
  }

  /// The clauses that a window lies in, without those that it only reaches into, and without the worst
  /// where they are together too long for a quotation.
  private func clauses(
    around window: Range<Int>, in sentence: Range<Int>, _ worth: [Float]
  ) -> Range<Int> {
    let limits = clauseLimits(in: sentence)
    var first = 0
    var last = limits.count - 1
    while last - first > 1, window.lowerBound >= limits[first + 1] { first += 1 }
    while last - first > 1, window.upperBound <= limits[last - 1] { last -= 1 }
    if last - first > 1, reachesInto(limits[first]..<limits[first + 1], window) { first += 1 }
    if last - first > 1, reachesInto(limits[last - 1]..<limits[last], window) { last -= 1 }
    while last - first > 1, limits[last] - limits[first] > Utterance.longestQuotation {
      let ends = (worth[limits[first]..<limits[first + 1]], worth[limits[last - 1]..<limits[last]])
      if ends.0.reduce(0, +) < ends.1.reduce(0, +) { first += 1 } else { last -= 1 }
    }
    return limits[first]..<limits[last]
  }

  /// Where each clause of a sentence begins, and where the last one ends, without the full stop.
  private func clauseLimits(in sentence: Range<Int>) -> [Int] {
    var end = sentence.upperBound
    if end - sentence.lowerBound > 1, extractor.reply.tokens[end - 1].kind == .stop { end -= 1 }
    // What is shorter at either end ('Right,', ', I guess') belongs to its neighbour.
    let inner = sentence.lowerBound + 3..<max(sentence.lowerBound + 3, end - 3)
    var limits = [sentence.lowerBound]
    for index in inner where extractor.reply.beginsClause(at: index) { limits.append(index) }
    limits.append(end)
    return limits
  }

  /// Whether a window holds less than half of a clause.
  private func reachesInto(_ clause: Range<Int>, _ window: Range<Int>) -> Bool {
    clause.clamped(to: window).count * 2 < clause.count
  }
}
