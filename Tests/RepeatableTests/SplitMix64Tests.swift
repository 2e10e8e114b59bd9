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

  @Test("a copy goes on as the original does")
  func copies() {
    var one = SplitMix64(seed: 9)
    _ = one.next()
    var two = one
    #expect((0..<10).map { _ in one.next() } == (0..<10).map { _ in two.next() })
  }
}
