import Repeatable

/// The generator that tests draw from, so that a failing case comes back.
public typealias Seeded = SplitMix64

extension SplitMix64 {
  /// One of an enumeration's values.
  public mutating func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
    let all = Array(type.allCases)
    return all[Int.random(in: all.indices, using: &self)]
  }

  /// Words of any script, with what JSON has to escape.
  public mutating func text() -> String {
    let parts = [
      "so", "“you”", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "é", "e\u{301}", "🙂", "你",
      "\u{2028}", "</script>", " ", "{}", "\u{FEFF}",
    ]
    return (0..<Int.random(in: 0...8, using: &self))
      .map { _ in parts.randomElement(using: &self) ?? "" }.joined()
  }
}
