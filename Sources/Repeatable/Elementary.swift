/// The exponential function and the logarithm, the same to the last bit on every machine.
///
/// Those of a system's library may differ by one bit from processor to processor, and with them the
/// bytes of a trained model or a grade on the border between two. These are made of additions,
/// multiplications and comparisons alone, which IEEE 754 settles. They follow `expf` and `logf` of
/// the Cephes library (Moshier 1989) and are off by at most two units in the last place.
public enum Elementary {
  /// e to the power of a number; numbers beyond -87 and 88 count as these.
  @inlinable
  public static func exp(_ number: Float) -> Float { exp(SIMD4(repeating: number))[0] }

  /// The natural logarithm of a number; minus infinity for 0 and for what is too small to be a normal
  /// number, and not a number below 0.
  @inlinable
  public static func log(_ number: Float) -> Float { log(SIMD4(repeating: number))[0] }

  /// e to the power of each of four numbers, as of one.
  @inlinable @inline(__always)
  public static func exp(_ numbers: SIMD4<Float>) -> SIMD4<Float> {
    var x = numbers.replacing(with: -87, where: numbers .< -87)
    x.replace(with: 88, where: x .> 88)
    // Adding and taking off 1.5 × 2²³ rounds to a whole number, which stands in the last bits between.
    let shift: Float = 12_582_912
    let shifted = x * 1.442_695_04 + shift
    let whole = shifted - shift
    let rest = x - whole * 0.693_359_375 + whole * 2.121_944_40e-4
    var sum = rest * 1.987_569_15e-4
    sum = (sum + 1.398_199_950_7e-3) * rest
    sum = (sum + 8.333_451_907_3e-3) * rest
    sum = (sum + 4.166_579_589_4e-2) * rest
    sum = (sum + 1.666_666_545_9e-1) * rest
    sum = sum + 5.000_000_120_1e-1
    sum = sum * rest * rest + rest + 1
    let power = unsafeBitCast(shifted, to: SIMD4<UInt32>.self) &+ 127
    return sum * unsafeBitCast(power &<< 23, to: SIMD4<Float>.self)
  }

  /// The natural logarithms of four numbers, as of one.
  @inlinable @inline(__always)
  public static func log(_ numbers: SIMD4<Float>) -> SIMD4<Float> {
    // As m × 2ⁿ, with m between the roots of a half and of two.
    let bits = unsafeBitCast(numbers, to: SIMD4<UInt32>.self)
    var power = SIMD4<Float>(unsafeBitCast(bits &>> 23, to: SIMD4<Int32>.self) &- 126)
    var rest = unsafeBitCast(bits & 0x007f_ffff | 0x3f00_0000, to: SIMD4<Float>.self)
    let isLess = rest .< 0.707_106_781
    power -= SIMD4.zero.replacing(with: 1, where: isLess)
    rest += SIMD4.zero.replacing(with: rest, where: isLess)
    rest -= 1
    var sum = rest * 7.037_683_629_2e-2
    sum = (sum - 1.151_461_031_0e-1) * rest
    sum = (sum + 1.167_699_874_0e-1) * rest
    sum = (sum - 1.242_014_084_6e-1) * rest
    sum = (sum + 1.424_932_278_7e-1) * rest
    sum = (sum - 1.666_805_766_5e-1) * rest
    sum = (sum + 2.000_071_476_5e-1) * rest
    sum = (sum - 2.499_999_399_3e-1) * rest
    sum = sum + 3.333_333_117_4e-1
    let square = rest * rest
    let low = sum * rest * square - 2.121_944_40e-4 * power - 0.5 * square
    var result = rest + low + 0.693_359_375 * power
    result.replace(with: -.infinity, where: numbers .< .leastNormalMagnitude)
    result.replace(with: .infinity, where: numbers .== .infinity)
    result.replace(with: .nan, where: .!(numbers .>= 0))
    return result
  }
}
