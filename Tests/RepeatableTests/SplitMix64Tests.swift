import Repeatable
import Testing

@Suite("The seeded generator")
struct SplitMix64Tests {
  @Test("it gives the published sequence")
  func reference() {
    // The reference implementation's first draws from seed 1234567 (Vigna, splitmix64.c).
    var generator = SplitMix64(seed: 1_234_567)
    let draws = (0..<5).map { _ in generator.next() }
    #expect(
      draws == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("it picks every element, and nothing from nothing")
  func pick() {
    var generator = SplitMix64(seed: 1)
    let picks = Set((0..<100).compactMap { _ in generator.pick(["a", "b", "c"]) })
    #expect(picks == ["a", "b", "c"])
    #expect(generator.pick([Int]()) == nil)
  }

  @Test("it puts elements into every order, keeps them all, and the same seed gives the same order")
  func shuffled() {
    var generator = SplitMix64(seed: 1)
    let orders = Set((0..<200).map { _ in generator.shuffled([1, 2, 3]) })
    #expect(orders.count == 6)
    #expect(orders.allSatisfy { $0.sorted() == [1, 2, 3] })
    var (one, two) = (SplitMix64(seed: 4), SplitMix64(seed: 4))
    #expect(one.shuffled(Array(0..<50)) == two.shuffled(Array(0..<50)))
    #expect(one.shuffled([Int]()).isEmpty)
  }

  @Test("numbers are these very bits, which models are trained with")
  func numbers() {
    var random = SplitMix64(seed: 7)
    #expect(
      (0..<6).map { _ in random.share().bitPattern } == [
        1_044_920_156, 1_047_631_984, 1_060_186_626, 1_048_094_508, 1_039_208_144, 1_061_071_377,
      ])
    random = SplitMix64(seed: 7)
    #expect(
      (0..<6).map { _ in random.number(in: -0.3...0.3).bitPattern } == [
        3_183_100_656, 1_049_328_560, 1_041_030_246, 3_178_081_084, 3_176_272_364, 1_043_712_408,
      ])
  }

  @Test(
    "a range's upper end is drawn once in 2²⁴ times, and what would favour a number is drawn again",
    arguments: [(13_133_836, 1), (101_466_007, 1), (134, 2), (265, 2), (7, 1)] as [(UInt64, Int)])
  func ends(seed: UInt64, draws: Int) {
    var random = SplitMix64(seed: seed)
    var bits = random
    #expect((random.number(in: -0.3...0.3) == 0.3) == (seed > 1_000_000))
    for _ in 0..<draws { _ = bits.next() }
    #expect(random == bits)
  }

  /// Should a release of Swift draw otherwise, this test has had its day: the bits above must stay.
  @Test("numbers are those that Swift draws, too")
  func asSwiftDraws() {
    for seed in 0..<2000 as Range<UInt64> {
      var (own, swift) = (SplitMix64(seed: seed), SplitMix64(seed: seed))
      for range in [-0.3...0.3, 0...1, -1...2.5, 7...7] as [ClosedRange<Float>] {
        #expect(own.number(in: range) == Float.random(in: range, using: &swift))
        #expect(own.share() == Float.random(in: 0..<1, using: &swift))
      }
      #expect(own == swift)
    }
  }

  @Test("a copy goes on as the original does")
  func copies() {
    var one = SplitMix64(seed: 9)
    _ = one.next()
    var two = one
    #expect((0..<10).map { _ in one.next() } == (0..<10).map { _ in two.next() })
  }
}
