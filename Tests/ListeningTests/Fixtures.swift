import Listening
import TestSupport

extension Codes {
  /// Codes with one change.
  func with(_ change: (inout Codes) -> Void) -> Codes {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Grade {
  /// A grade of random codes, with evidence.
  static func random(_ g: inout Seeded) -> Grade {
    let evidence = (0..<Int.random(in: 0...3, using: &g)).map { _ in
      let start = Int.random(in: 0...40, using: &g)
      return Evidence(
        code: g.any(CodeName.self), value: ["open", "yes", "blame"].randomElement(using: &g) ?? "",
        span: start..<start + Int.random(in: 0...40, using: &g),
        confidence: Double(Int.random(in: 0...100, using: &g)) / 100)
    }
    return Grade(
      codes: .random(&g), evidence: evidence,
      unsure: CodeName.allCases.filter { _ in Int.random(in: 0..<8, using: &g) == 0 },
      model: "attune@\(Int.random(in: 1...9, using: &g))")
  }
}
