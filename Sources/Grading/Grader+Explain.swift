import Listening

/// Why a reply got its codes.
extension Grader {
  /// How many reasons are given for each code.
  private static let reasonsPerCode = 4

  /// The features that counted most for each code found, in plain words, the weightiest first.
  ///
  /// - Parameters:
  ///   - reply: What the trainee said.
  ///   - client: What the client had said, or `nil` where that is not known.
  /// - Returns: For each code found up to four reasons.
  public func explain(_ reply: String, client: String?) -> [Reason] {
    var reading = Reading(model: model)
    reading.read(reply, client: client)
    guard !reading.isEmpty else { return [] }
    let decisions = Decisions(outputs: reading.outputs, calibrations: model.calibrations)
    let phrases = FeaturePhrases(text: reply, utterance: reading.extractor.reply)
    return Head.allCases.flatMap { head -> [Reason] in
      guard let code = head.code, let value = decisions.value(of: head) else { return [] }
      return reasons(for: code, head: head, value: value, reading: reading, phrases: phrases)
    }
  }

  private func reasons(
    for code: CodeName, head: Head, value: Int, reading: Reading, phrases: FeaturePhrases
  ) -> [Reason] {
    var weights: [String: Float] = [:]
    reading.forEachContribution(to: value, of: head) { feature, worth in
      weights[phrases.phrase(for: feature), default: 0] += worth
    }
    return weights.filter { abs($0.value) >= 0.005 }
      .sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }
      .prefix(Self.reasonsPerCode)
      .map { Reason(code: code, feature: $0.key, weight: (Double($0.value) * 100).rounded() / 100) }
  }
}
