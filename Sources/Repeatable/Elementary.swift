/// The exponential function and the logarithm, the same to the last bit on every machine.
///
/// Those of a system's library may differ by one bit from processor to processor, and with them the
/// bytes of a trained model or a grade on the border between two. These are made of additions,
/// multiplications and comparisons alone, which IEEE 754 settles. They follow `expf` and `logf` of
/// the Cephes library (Moshier 1989) and are off by at most two units in the last place.
public enum Elementary {
  /// e to the power of a number; numbers beyond -87 and 88 count as these.
  @inlinable
  public static func exp(_ number: Float) -> Float {
    let x = min(88, max(-87, number))
    // Adding and taking off 1.5 × 2²³ rounds to a whole number.
    let shift: Float = 12_582_912
    let whole = (x * 1.442_695_04 + shift) - shift
    let rest = x - whole * 0.693_359_375 + whole * 2.121_944_40e-4
    var sum: Float = 1.987_569_15e-4
    sum = sum * rest + 1.398_199_950_7e-3
    sum = sum * rest + 8.333_451_907_3e-3
    sum = sum * rest + 4.166_579_589_4e-2
    sum = sum * rest + 1.666_666_545_9e-1
    sum = sum * rest + 5.000_000_120_1e-1
    sum = sum * rest * rest + rest + 1
    return sum * Float(bitPattern: UInt32(bitPattern: Int32(whole) + 127) << 23)
  }

  /// The natural logarithm of a number; minus infinity for 0, and not a number below it.
  @inlinable
  public static func log(_ number: Float) -> Float {
    guard number >= .leastNormalMagnitude, number < .infinity else {
      return number == .infinity ? .infinity : number >= 0 ? -.infinity : .nan
    }
    // As m × 2ⁿ, with m between the roots of a half and of two.
    let bits = number.bitPattern
    var power = Float(Int32(bits >> 23) - 126)
    var rest = Float(bitPattern: bits & 0x007f_ffff | 0x3f00_0000)
    if rest < 0.707_106_781 {
      power -= 1
      rest += rest
    }
    rest -= 1
    var sum: Float = 7.037_683_629_2e-2
    sum = sum * rest - 1.151_461_031_0e-1
    sum = sum * rest + 1.167_699_874_0e-1
    sum = sum * rest - 1.242_014_084_6e-1
    sum = sum * rest + 1.424_932_278_7e-1
    sum = sum * rest - 1.666_805_766_5e-1
    sum = sum * rest + 2.000_071_476_5e-1
    sum = sum * rest - 2.499_999_399_3e-1
    sum = sum * rest + 3.333_333_117_4e-1
    let square = rest * rest
    let low = sum * rest * square - 2.121_944_40e-4 * power - 0.5 * square
    return rest + low + 0.693_359_375 * power
  }
}
