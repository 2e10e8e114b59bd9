/// A small seeded generator (Steele, Lea & Flood 2014), the same on every machine.
///
/// Swift's own `shuffled(using:)` and `randomElement(using:)` may change between releases, so draws
/// that a transcript, a model or a figure depends on are made with `pick(_:)` and `shuffled(_:)`.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal draws.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// One element, or `nil` of an empty collection.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[Int(next() % UInt64(elements.count))]
  }

  /// The elements in an order drawn by lot (Fisher & Yates; Durstenfeld 1964).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in result.indices.dropFirst().reversed() {
      result.swapAt(last, Int(next() % UInt64(last + 1)))
    }
    return result
  }
}
