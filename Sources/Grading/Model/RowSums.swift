/// The summed weights of some rows, column by column in 16 bits each.
///
/// With few instructions for each row, on every processor: pairs of bytes are added up as they are,
/// their upper bytes by themselves as well, from which the sum of the lower ones follows; halves of
/// bytes are added up in bytes, for as many rows as these hold.
struct RowSums: Sendable {
  /// Eight columns.
  typealias Lane = SIMD8<Int16>
  /// Lanes of all columns, as many as `Pooling.lanes`.
  typealias Lanes = InlineArray<14, Lane>
  /// Sums of all columns as numbers.
  typealias Numbers = InlineArray<14, Pooling.Lane>
  /// The sums of more rows might not fit into 16 bits.
  static var mostRows: Int { Int(Int16.max) / 127 }
  /// The halves of more rows might not fit into bytes.
  private static var mostHalves: Int { 17 }

  /// The sums of no rows.
  static let zero = RowSums()

  private(set) var lanes = Lanes(repeating: .zero)

  private init() {}

  /// Adds rows up, not more than `mostRows`.
  @inline(__always)
  init(_ rows: ArraySlice<FoundFeature>, in lookup: WeightRows.Lookup) {
    var rest = rows
    var first = Pairs()
    var second = Pairs()
    var third = Pairs()
    while !rest.isEmpty {
      let part = rest.prefix(Self.mostHalves)
      rest = rest[part.endIndex...]
      var fourth = Halves()
      var fifth = Halves()
      for found in part {
        first.add(lookup.lane(0, ofRow: found.row, as: Lane.self))
        second.add(lookup.lane(1, ofRow: found.row, as: Lane.self))
        third.add(lookup.lane(2, ofRow: found.row, as: Lane.self))
        fourth.add(lookup.lane(3, ofRow: found.row, as: SIMD8<UInt16>.self))
        fifth.add(lookup.lane(4, ofRow: found.row, as: SIMD8<UInt16>.self))
      }
      fourth.take(of: part.count, into: &lanes, at: 6)
      fifth.take(of: part.count, into: &lanes, at: 10)
    }
    first.take(of: rows.count, into: &lanes, at: 0)
    second.take(of: rows.count, into: &lanes, at: 2)
    third.take(of: rows.count, into: &lanes, at: 4)
  }

  /// Adds sums, column by column; those of all rows in both are at most `mostRows`.
  ///
  /// - Parameters:
  ///   - other: Sums, lane by lane.
  ///   - place: Where the first of their lanes lies.
  @inline(__always)
  mutating func add(_ other: UnsafeBufferPointer<Lane>, at place: Int) {
    for lane in lanes.indices { lanes[lane] &+= other[place + lane] }
  }

  /// Adds the sums, as numbers, to others.
  @inline(__always)
  func add(to total: inout Numbers) {
    // Through a span: a subscript of the array would copy it whole.
    let lanes = lanes.span
    for lane in lanes.indices { total[lane] += Self.numbers(lanes[lane]) }
  }

  @inline(__always)
  private static func numbers(_ lane: Lane) -> Pooling.Lane {
    let pairs = unsafeBitCast(lane, to: SIMD4<Int32>.self)
    var wide = SIMD8<Int32>.zero
    wide.evenHalf = (pairs &<< 16) &>> 16
    wide.oddHalf = pairs &>> 16
    return Pooling.Lane(wide)
  }

  /// The sums of sixteen columns with a byte each.
  private struct Pairs {
    private var all = Lane.zero
    private var odd = Lane.zero

    @inline(__always)
    mutating func add(_ bytes: Lane) {
      all &+= bytes
      odd &+= bytes &>> 8
    }

    @inline(__always)
    func take(of rows: Int, into lanes: inout Lanes, at lane: Int) {
      lanes[lane] = all &- odd &<< 8 &- Int16(truncatingIfNeeded: rows &* 128)
      lanes[lane + 1] = odd
    }
  }

  /// The sums of thirty-two columns with half a byte each.
  private struct Halves {
    private var lower = SIMD16<UInt8>.zero
    private var upper = SIMD16<UInt8>.zero

    @inline(__always)
    mutating func add(_ bytes: SIMD8<UInt16>) {
      let mask = SIMD8<UInt16>(repeating: 0x0F0F)
      lower &+= unsafeBitCast(bytes & mask, to: SIMD16<UInt8>.self)
      upper &+= unsafeBitCast(bytes &>> 4 & mask, to: SIMD16<UInt8>.self)
    }

    @inline(__always)
    func take(of rows: Int, into lanes: inout Lanes, at lane: Int) {
      let zero = Int16(truncatingIfNeeded: rows &* 8)
      lanes[lane] &+= Self.even(lower) &- zero
      lanes[lane + 1] &+= Self.even(upper) &- zero
      lanes[lane + 2] &+= Self.odd(lower) &- zero
      lanes[lane + 3] &+= Self.odd(upper) &- zero
    }

    @inline(__always)
    private static func even(_ bytes: SIMD16<UInt8>) -> Lane {
      unsafeBitCast(bytes, to: Lane.self) & 0xFF
    }

    @inline(__always)
    private static func odd(_ bytes: SIMD16<UInt8>) -> Lane {
      unsafeBitCast(unsafeBitCast(bytes, to: SIMD8<UInt16>.self) &>> 8, to: Lane.self)
    }
  }
}
