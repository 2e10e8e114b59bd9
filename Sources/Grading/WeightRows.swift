import CPrefetch
import Foundation

/// Weights by row and output, one signed byte each, as they lie in a model file: the file is mapped
/// into memory, and only the pages that are needed are read.
struct WeightRows: Equatable, Sendable {
  /// Sixteen weights at a time.
  typealias Lane = SIMD16<Int8>
  /// Lanes in a row.
  static var lanes: Int { HiddenLayer.columns / 16 }
  /// The summed weights of some rows, lane by lane.
  typealias Sums = InlineArray<5, WideLane>
  /// Sums of more rows.
  typealias Totals = InlineArray<5, WideLane.Total>

  /// The weights of all rows one after the other.
  let weights: Data

  /// Rows that lie in some bytes.
  init(_ weights: Data) {
    self.weights = weights
  }

  /// Rows one after the other, `HiddenLayer.columns` weights each.
  init(_ weights: [Int8]) {
    self.weights = weights.withUnsafeBytes { Data($0) }
  }

  /// How many rows there are.
  var count: Int { weights.count / HiddenLayer.columns }

  /// Calls `body` with a way to look weights up.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    weights.withUnsafeBytes { body(Lookup(bytes: $0)) }
  }

  struct Lookup {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate let width = HiddenLayer.columns

    /// Has a row fetched from memory; -1, for none, fetches what lies before the first.
    @inline(__always)
    func prefetch(_ row: Int32) {
      guard let start = bytes.baseAddress.map({ $0 + Int(row) * width }) else { return }
      attune_prefetch(start)
      attune_prefetch(start + width - 1)
    }

    /// Sixteen weights of a row.
    @inline(__always)
    func lane(_ lane: Int, ofRow row: Int32) -> Lane {
      bytes.loadUnaligned(
        fromByteOffset: Int(row) * width + lane * Lane.scalarCount, as: Lane.self)
    }

    /// One weight of a row.
    @inline(__always)
    func weight(row: Int32, output: Int) -> Int8 {
      Int8(bitPattern: bytes[Int(row) * width + output])
    }
  }
}
