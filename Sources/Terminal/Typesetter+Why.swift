import LineProtocol
import Listening

extension Typesetter {
  /// What earned the last grade: the words for each code, the scores' steps and the strongest reasons.
  public func why(_ items: [Item]) -> [String] {
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
    let parts = [words(evidence), sums(steps), causes(reasons)]
    return parts.filter { !$0.isEmpty }.flatMap { $0 + [""] }
  }

  /// The words of the reply and beneath them the codes that they earned; several may have earned them
  /// together.
  private func words(_ evidence: [EvidenceItem]) -> [String] {
    if evidence.isEmpty { return paragraph("No words of this reply earned a code.", role: .quiet) }
    var lines: [String] = []
    for (number, item) in evidence.enumerated() {
      if number == 0 || evidence[number - 1].words != item.words {
        lines += paragraph(quoted(item.words))
      }
      let confidence = "\(item.confidence.percent) % sure"
      let code =
        if item.code.isFlag {
          "\(item.code.label), \(confidence)"
        } else if item.code.isSureOfPresence {
          "\(item.code.label), \(confidence): \(item.value)"
        } else {
          "\(item.code.label): \(item.value), \(confidence)"
        }
      lines += paragraph(code, indent: 4, role: .quiet)
    }
    return lines
  }

  /// How each score adds up.
  private func sums(_ steps: [StepItem]) -> [String] {
    ScoreName.allCases.flatMap { name -> [String] in
      let parts = steps.filter { $0.score == name }
      guard !parts.isEmpty else { return [] }
      let sum = parts.map { "\($0.points >= 0 ? "+" : "")\($0.points) \($0.reason)" }
      return paragraph("\(name.label): \(sum.joined(separator: ", "))")
    }
  }

  /// What spoke for each code and what against it: quoted words first, as they say most to a person.
  private func causes(_ reasons: [Reason]) -> [String] {
    CodeName.allCases.flatMap { code -> [String] in
      let own = reasons.filter { $0.code == code }
      let ordered =
        own.filter { $0.feature.contains("\"") } + own.filter { !$0.feature.contains("\"") }
      return [
        ("for", ordered.filter { $0.weight >= 0 }), ("against", ordered.filter { $0.weight < 0 }),
      ]
      .flatMap { side, reasons -> [String] in
        guard !reasons.isEmpty else { return [] }
        let list = reasons.map { "\($0.feature) (\(strength(of: $0)))" }
        return paragraph("\(side) \(code.label): \(list.joined(separator: "; "))", role: .quiet)
      }
    }
  }

  /// A weight in words: at 1 the odds are nearly three times as high.
  private func strength(of reason: Reason) -> String {
    abs(reason.weight) >= 1 ? "much" : abs(reason.weight) >= 0.3 ? "somewhat" : "a little"
  }
}
