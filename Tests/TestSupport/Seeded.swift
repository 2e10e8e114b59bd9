import Repeatable

/// The generator that tests draw from, so that a failing case comes back.
public typealias Seeded = SplitMix64

extension SplitMix64 {
  /// One of an enumeration's values.
  public mutating func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
    let all = Array(type.allCases)
    return all[Int.random(in: all.indices, using: &self)]
  }
}
