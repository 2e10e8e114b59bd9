import CPrefetch
import Foundation

/// Weights by row and output, one signed byte each, as they lie in a model file: the file is mapped
/// into memory, and only the pages that are needed are read.
struct WeightRows: Equatable, Sendable {
  /// Sixteen weights at a time.
  typealias Lane = SIMD16<Int8>
  /// Lanes in a row.
  static let lanes = (HiddenLayer.columns + 15) / 16
  /// Bytes that follow the last row, so that its last lane can be read like the others.
  static let padding = lanes * 16 - HiddenLayer.columns

  /// The rows and `padding` bytes of anything.
  private let bytes: Data

  /// Rows that lie in some bytes, with `padding` bytes behind them.
  init(_ bytes: Data) {
    self.bytes = bytes
  }

  /// Rows one after the other, `HiddenLayer.columns` weights each.
  init(_ weights: [Int8]) {
    var bytes = weights.withUnsafeBytes { Data($0) }
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
    self.bytes = bytes
  }

  /// How many rows there are.
  var count: Int { (bytes.count - Self.padding) / HiddenLayer.columns }

  /// The weights of all rows one after the other.
  var weights: Data { bytes.dropLast(Self.padding) }

  /// Calls `body` with a way to look weights up.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    bytes.withUnsafeBytes { body(Lookup(bytes: $0)) }
  }

  struct Lookup {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate let width = HiddenLayer.columns

    /// Has a row fetched from memory; -1, for none, fetches what lies before the first.
    @inline(__always)
    func prefetch(_ row: Int32) {
      // There is padding at least.
      let start = bytes.baseAddress.unsafelyUnwrapped + Int(row) * width
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
