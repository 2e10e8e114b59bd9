import Listening

/// Which words of a reply carried a decision.
extension Grader {
  func evidence(for decisions: Decisions, in reading: Reading) -> [Evidence] {
    var evidence: [Evidence] = []
    for head in Head.allCases {
      guard let code = head.code, let value = decisions.value(of: head),
        let confidence = decisions.confidence(of: head),
        let span = span(for: head, value: value, in: reading)
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

  /// The clause with the highest contribution, without ends that speak against the code.
  private func span(for head: Head, value: Int, in reading: Reading) -> Range<Int>? {
    let tokens = reading.reply.tokens
    let worth = contributions(to: value, of: head, in: reading)
    var best: (range: Range<Int>, sum: Float)?
    for sentence in reading.reply.sentences {
      let window = Self.bestWindow(of: worth, in: sentence)
      if best == nil || window.sum > best?.sum ?? 0 { best = window }
    }
    guard let range = best?.range, let first = range.first, let last = range.last else {
      return nil
    }
    let window = Self.widened(range, to: tokens)
    return tokens[window.first ?? first].span
      .lowerBound..<tokens[window.last ?? last].span.upperBound
  }

  /// What each token adds to a value's log-odds; a feature on several tokens is shared between them.
  private func contributions(to value: Int, of head: Head, in reading: Reading) -> [Float] {
    var worth = [Float](repeating: 0, count: reading.reply.tokens.count)
    reading.forEachContribution(to: value, of: head, model: model) { feature, value in
      if feature.kind == .length || feature.kind == .client || feature.kind == .course { return }
      let first = Int(feature.first)
      let last = min(Int(feature.last), worth.count - 1)
      guard first <= last, last - first < 8 else { return }
      let share = value / Float(last - first + 1)
      for index in first...last { worth[index] += share }
    }
    return worth
  }

  /// The run of tokens with the largest sum (Kadane's algorithm), each token costing a little less
  /// than it takes to join two strong places.
  private static func bestWindow(
    of worth: [Float], in sentence: Range<Int>
  ) -> (range: Range<Int>, sum: Float) {
    var best = (range: sentence.lowerBound..<sentence.lowerBound + 1, sum: -Float.infinity)
    var start = sentence.lowerBound
    var sum: Float = 0
    for index in sentence {
      if sum < 0 {
        sum = 0
        start = index
      }
      sum += worth[index]
      if sum > best.sum { best = (start..<index + 1, sum) }
    }
    return best
  }

  /// A window of at least three words, as far as its sentence's words go.
  private static func widened(_ window: Range<Int>, to tokens: [Token]) -> Range<Int> {
    var window = window
    while window.count < 3 {
      if window.upperBound < tokens.count, tokens[window.upperBound].kind == .word {
        window = window.lowerBound..<window.upperBound + 1
      } else if window.lowerBound > 0, tokens[window.lowerBound - 1].kind == .word {
        window = window.lowerBound - 1..<window.upperBound
      } else {
        break
      }
    }
    return window
  }
}
