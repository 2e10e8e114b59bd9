import CPrefetch
import Foundation

/// Weights by row and column as they lie in a model file: the file is mapped into memory, and only
/// the pages that are needed are read.
///
/// A row holds the weights of its first 48 columns in one byte each, then those of the other 64 in
/// half a byte each. A hidden unit hears many features at once, so that what rounding does to each
/// evens out, and half a byte is enough; outputs hear strong single words, and need the whole.
///
/// The places of columns are such that their sums come out in their order with the least work
/// (`RowSums.swift`): sixteen bytes hold the columns 0, 8, 1, 9 … 7, 15, or, in lower and upper
/// halves, 0 and 8, 16 and 24, 1 and 9 … 23 and 31. Bytes in even places count from -128, halves
/// from -8.
struct WeightRows: Equatable, Sendable {
  /// Columns whose weights have a byte each.
  static var wholeColumns: Int { 48 }
  /// Bytes in a row.
  static var width: Int { 80 }

  /// The weights of all rows one after the other.
  let weights: Data

  /// Rows that lie in some bytes.
  init(_ weights: Data) {
    self.weights = weights
  }

  /// Rows one after the other, each with its weights by column; these are at most `most(_:)`.
  init(_ rows: [[Int8]]) {
    var bytes = [UInt8](repeating: 0, count: rows.count * Self.width)
    for (number, row) in rows.enumerated() {
      for (column, weight) in row.enumerated() {
        let place = Place(column)
        bytes[number * Self.width + place.byte] |= place.bits(of: weight)
      }
    }
    weights = Data(bytes)
  }

  /// The largest weight that a column has room for.
  static func most(_ column: Int) -> Int { column < wholeColumns ? 127 : 7 }

  /// Where in a row the weight of a column lies.
  struct Place {
    /// Its byte.
    let byte: Int
    /// The lowest of its bits, and how many they are.
    private let shift: UInt8
    private let mask: UInt8
    /// What is taken off these bits.
    private let offset: Int8

    init(_ column: Int) {
      if column < WeightRows.wholeColumns {
        let isOdd = column % 16 >= 8
        byte = column / 16 * 16 + column % 8 * 2 + (isOdd ? 1 : 0)
        (shift, mask, offset) = (0, 0xFF, isOdd ? 0 : -128)
      } else {
        let column = column - WeightRows.wholeColumns
        let quarter = column % 32 / 8
        byte = WeightRows.wholeColumns + column / 32 * 16 + column % 8 * 2 + quarter / 2
        (shift, mask, offset) = (quarter % 2 == 0 ? 0 : 4, 0x0F, -8)
      }
    }

    /// The weight that a row's byte holds, where the column has a byte of its own.
    @inline(__always)
    func wholeWeight(in byte: UInt8) -> Int8 { Int8(bitPattern: byte) &+ offset }

    /// The weight that a row's byte holds.
    @inline(__always)
    func weight(in byte: UInt8) -> Int8 { Int8(bitPattern: byte &>> shift & mask) &+ offset }

    /// The bits of a weight, in their place.
    func bits(of weight: Int8) -> UInt8 { (UInt8(bitPattern: weight &- offset) & mask) << shift }
  }

  /// Calls `body` with a way to look weights up.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    weights.withUnsafeBytes { body(Lookup(bytes: $0)) }
  }

  struct Lookup {
    fileprivate let bytes: UnsafeRawBufferPointer

    /// Has a row fetched from memory; -1, for none, fetches what lies before the first.
    @inline(__always)
    func prefetch(_ row: Int32) {
      guard let start = bytes.baseAddress.map({ $0 + Int(row) * WeightRows.width }) else { return }
      attune_prefetch(start)
      attune_prefetch(start + WeightRows.width - 1)
    }

    /// Sixteen bytes of a row.
    @inline(__always)
    func lane<Lane>(_ lane: Int, ofRow row: Int32, as type: Lane.Type) -> Lane {
      bytes.loadUnaligned(fromByteOffset: Int(row) * WeightRows.width + lane * 16, as: type)
    }

    /// One weight of a row, of a column that has a byte of its own.
    @inline(__always)
    func wholeWeight(row: Int32, _ place: Place) -> Int8 {
      place.wholeWeight(in: bytes[Int(row) &* WeightRows.width &+ place.byte])
    }

    /// One weight of a row.
    @inline(__always)
    func weight(row: Int32, _ place: Place) -> Int8 {
      place.weight(in: bytes[Int(row) * WeightRows.width + place.byte])
    }
  }
}
