import Listening

/// The grade of a reply, and which words carried each decision.
extension Reading {
  /// Reads a reply to a client's line and grades it.
  mutating func grade(_ reply: String, client: String?, modelName: String) -> Grade {
    decide(on: reply, client: client, modelName: modelName).grade
  }

  /// Reads a reply and grades it; there are no decisions on one without words, or
  /// in which a transcript only tells what happened.
  mutating func decide(
    on reply: String, client: String?, modelName: String
  ) -> (grade: Grade, decisions: Decisions?) {
    read(reply, client: client)
    guard !isEmpty, !StageDirection.isAll(of: reply) else {
      return (Grade(codes: Codes(), evidence: [], unsure: [], model: modelName), nil)
    }
    let decisions = Decisions(
      outputs: outputs, calibrations: model.calibrations, screen: model.screen)
    let grade = Grade(
      codes: decisions.codes, evidence: evidence(for: decisions), unsure: decisions.unsure,
      model: modelName)
    return (grade, decisions)
  }

  /// The evidence for all codes found, in order of their place.
  private mutating func evidence(for decisions: Decisions) -> [Evidence] {
    var evidence: [Evidence] = []
    for head in Head.decided {
      guard let code = head.code, let value = decisions.value(of: head),
        let confidence = decisions.confidence(of: head)
      else { continue }
      findWorth(to: value, of: head)
      guard let span = span() else { continue }
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

  /// The words with the highest worth, without what stands between them and the ends of their sentence.
  private func span() -> Range<Int>? {
    let tokens = extractor.reply.tokens
    var best: (sentence: Range<Int>, count: Int, sum: Float)?
    for sentence in extractor.reply.sentences {
      let widest = Self.bestWindow(of: worth, in: sentence, cost: 0)
      if let best, widest.sum <= best.sum { continue }
      best = (sentence, widest.range.count, widest.sum)
    }
    guard let best else { return nil }
    let cost = max(0, Self.leastShare * best.sum / Float(best.count))
    let range = Self.bestWindow(of: worth, in: best.sentence, cost: cost).range
    guard let first = range.first, let last = range.last else { return nil }
    let window = Self.rounded(
      Self.widened(range, in: best.sentence, of: tokens), in: best.sentence, of: tokens)
    return tokens[window.first ?? first].span
      .lowerBound..<tokens[window.last ?? last].span.upperBound
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

  /// A window of at least three words, as far as its sentence's words go.
  private static func widened(
    _ window: Range<Int>, in sentence: Range<Int>, of tokens: [Token]
  ) -> Range<Int> {
    var window = window
    while window.count < 3 {
      if window.upperBound < sentence.upperBound, tokens[window.upperBound].kind == .word {
        window = window.lowerBound..<window.upperBound + 1
      } else if window.lowerBound > sentence.lowerBound,
        tokens[window.lowerBound - 1].kind == .word
      {
        window = window.lowerBound - 1..<window.upperBound
      } else {
        break
      }
    }
    return window
  }

  /// A window that breaks off no phrase at its end: it goes on behind a word that leads on, as far
  /// as the sentence does without a pause, and a conjunction is left to what it joins on.
  private static func rounded(
    _ window: Range<Int>, in sentence: Range<Int>, of tokens: [Token]
  ) -> Range<Int> {
    var end = window.upperBound
    func isFollowed() -> Bool { end < sentence.upperBound && tokens[end].kind == .word }
    while end - window.lowerBound > 1, isFollowed(), joining.contains(tokens[end - 1].hash) {
      end -= 1
    }
    while isFollowed(), leading.contains(tokens[end - 1].hash), !tokens[end].afterPause,
      !joining.contains(tokens[end].hash)
    {
      end += 1
    }
    return window.lowerBound..<end
  }

  /// Determiners, prepositions and what else says nothing without the next word.
  private static let leading = hashes(
    """
    a an the this that these those my your his her its our their some any no every each of in on at
    by for with from to into onto about over under after before between through during without
    within against upon than as since until be
    """)

  /// Conjunctions.
  private static let joining = hashes("and or but nor so because if when while though although")

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Hashing.hash($0.utf8) })
  }
}
