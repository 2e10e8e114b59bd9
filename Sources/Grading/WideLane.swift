/// Sixteen sums of weights in 16 bits each, the even and the odd ones apart: so they are widened
/// eight at a time with three shifts, on every processor.
struct WideLane: Sendable {
  private var even = SIMD8<Int16>.zero
  private var odd = SIMD8<Int16>.zero

  /// Sixteen zeros.
  init() {}

  /// Adds sixteen weights.
  @inline(__always)
  mutating func add(_ weights: SIMD16<Int8>) {
    let pairs = unsafeBitCast(weights, to: SIMD8<Int16>.self)
    even &+= (pairs &<< 8) &>> 8
    odd &+= pairs &>> 8
  }

  /// One of the sums.
  subscript(index: Int) -> Int16 { index % 2 == 0 ? even[index / 2] : odd[index / 2] }

  /// Sixteen sums in 32 bits.
  struct Total: Sendable {
    private var even = SIMD8<Int32>.zero
    private var odd = SIMD8<Int32>.zero

    /// Adds sixteen sums.
    @inline(__always)
    mutating func add(_ lane: WideLane) {
      even &+= Self.widened(lane.even)
      odd &+= Self.widened(lane.odd)
    }

    /// The sums in their order, eight by eight.
    var halves: (Pooling.Lane, Pooling.Lane) {
      var low = SIMD8<Int32>.zero
      var high = SIMD8<Int32>.zero
      low.evenHalf = even.lowHalf
      low.oddHalf = odd.lowHalf
      high.evenHalf = even.highHalf
      high.oddHalf = odd.highHalf
      return (Pooling.Lane(low), Pooling.Lane(high))
    }

    /// Eight numbers in twice the bits.
    @inline(__always)
    private static func widened(_ numbers: SIMD8<Int16>) -> SIMD8<Int32> {
      let pairs = unsafeBitCast(numbers, to: SIMD4<Int32>.self)
      var result = SIMD8<Int32>.zero
      result.evenHalf = (pairs &<< 16) &>> 16
      result.oddHalf = pairs &>> 16
      return result
    }
  }
}
