import Listening

/// Why a reply got its codes.
extension Reading {
  /// How many telling reasons are given for each code, beside the sum of the rest.
  private static let reasonsPerCode = 4

  /// Reads a reply to a client's line, grades it and gives the reasons for its codes.
  mutating func explain(_ reply: String, client: String?, modelName: String) -> (Grade, [Reason]) {
    let decisions = decide(on: reply, client: client)
    let grade = grade(reply, by: decisions, modelName: modelName)
    guard let decisions else { return (grade, []) }
    let phrases = FeaturePhrases(text: reply, utterance: extractor.reply)
    let reasons = Head.allCases.flatMap { head -> [Reason] in
      guard let code = head.code, let value = decisions.value(of: head) else { return [] }
      return self.reasons(for: code, head: head, value: value, phrases: phrases)
    }
    return (grade, reasons)
  }

  private func reasons(
    for code: CodeName, head: Head, value: Int, phrases: FeaturePhrases
  ) -> [Reason] {
    var weights: [String: Float] = [:]
    forEachContribution(to: value, of: head) { feature, worth in
      weights[phrases.phrase(for: feature), default: 0] += worth
    }
    let rest = weights.removeValue(forKey: FeaturePhrases.untelling)
    let telling = weights.sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }
      .prefix(Self.reasonsPerCode)
    return (telling.map { ($0.key, $0.value) } + [(FeaturePhrases.untelling, rest ?? 0)])
      .filter { abs($0.1) >= 0.005 }
      .map { Reason(code: code, feature: $0.0, weight: Double($0.1).rounded(places: 2)) }
  }
}
