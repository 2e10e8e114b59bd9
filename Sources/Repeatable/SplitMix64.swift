/// A small seeded generator (Steele, Lea & Flood 2014), the same on every machine.
///
/// Swift's own `shuffled(using:)`, `randomElement(using:)` and `random(in:using:)` may change between
/// releases, so draws that a transcript, a model or a figure depends on are made with `pick(_:)`,
/// `shuffled(_:)`, `share()` and `number(in:)`.
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

  /// A number from 0 up to 1 and less, one of 2²⁴; as Swift 6.3 draws `Float.random(in: 0..<1)`.
  public mutating func share() -> Float { Float(next() % Self.steps) / Float(Self.steps) }

  /// A number of a range, one of 2²⁴ + 1 as far from each other, both ends among them (Lemire 2019);
  /// as Swift 6.3 draws `Float.random(in:)`. Models are trained with these very draws.
  public mutating func number(in range: ClosedRange<Float>) -> Float {
    let words = UInt64(1) << 32
    var product: UInt64
    // The products just above a multiple of 2³² are drawn again: some steps have one more than others.
    repeat {
      product = next() % words * (Self.steps + 1)
    } while product % words < words % (Self.steps + 1)
    let step = product / words
    guard step < Self.steps else { return range.upperBound }
    let share = Float(step) / Float(Self.steps)
    return (range.upperBound - range.lowerBound) * share + range.lowerBound
  }

  private static let steps: UInt64 = 1 << 24
}
