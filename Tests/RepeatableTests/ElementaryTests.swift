import Foundation
import Repeatable
import Testing

@Suite("Elementary functions that are the same everywhere")
struct ElementaryTests {
  /// Numbers from all over a range, the same in each run.
  private static func numbers(_ range: ClosedRange<Float>, count: Int = 20_000) -> [Float] {
    var random = SplitMix64(seed: 3)
    return (0..<count).map { _ in
      let share = Float(random.next() >> 40) / Float(1 << 24)
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
  }

  @Test("the exponential is within two units in the last place")
  func exponential() {
    for number in Self.numbers(-87...88) {
      let exact = Foundation.exp(Double(number))
      let off = abs(Double(Elementary.exp(number)) - exact) / Double(Float(exact).ulp)
      #expect(off <= 2, "\(number)")
    }
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-1000) == Elementary.exp(-87))
    #expect(Elementary.exp(1000) == Elementary.exp(88))
  }

  @Test("the logarithm is within two units in the last place")
  func logarithm() {
    let small = Self.numbers(0.001...4)
    for number in small + Self.numbers(1...1e6) {
      let exact = Foundation.log(Double(number))
      let unit = max(Double(Float(exact).ulp), Double(Float(0.1).ulp))
      #expect(abs(Double(Elementary.log(number)) - exact) / unit <= 2, "\(number)")
    }
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.leastNonzeroMagnitude) == -.infinity)
    #expect(Elementary.log(.leastNormalMagnitude).isFinite)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
  }

  @Test("of four numbers each is worked out as by itself")
  func fourAtOnce() {
    let edges: [Float] = [
      0, -0.0, -1, 88.5, -87.5, .infinity, -.infinity, .leastNormalMagnitude,
      .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, 0.707_106_7, 1,
    ]
    let numbers = edges + Self.numbers(-90...90, count: 1000)
    for start in stride(from: 0, to: numbers.count, by: 4) {
      let four = SIMD4(numbers[start..<start + 4])
      let (powers, logarithms) = (Elementary.exp(four), Elementary.log(four))
      for index in 0..<4 {
        #expect(powers[index].bitPattern == Elementary.exp(four[index]).bitPattern)
        #expect(logarithms[index].bitPattern == Elementary.log(four[index]).bitPattern)
      }
    }
  }

  @Test("they give these very bits")
  func bits() {
    let numbers: [Float] = [-20.5, -1, -0.001, 0.3, 1, 2.718, 17.25]
    #expect(
      numbers.map { Elementary.exp($0).bitPattern } == [
        816_566_744, 1_052_531_378, 1_065_336_447, 1_068_288_044, 1_076_754_516, 1_098_016_349,
        1_273_798_987,
      ])
    #expect(
      numbers.suffix(4).map { Elementary.log($0).bitPattern } == [
        3_214_547_912, 0, 1_065_351_476, 1_077_297_806,
      ])
  }
}
