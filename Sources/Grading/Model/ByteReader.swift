import Foundation

/// Reads numbers and strings from bytes that may hold anything; little endian.
struct ByteReader {
  private let bytes: Data
  private(set) var position: Int

  /// Starts at a position of the bytes.
  init(_ bytes: Data, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether all bytes have been read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next bytes.
  mutating func take(_ count: Int) throws(ModelError) -> Data {
    guard count >= 0, count <= bytes.count - position else { throw .truncated }
    defer { position += count }
    let start = bytes.startIndex + position
    return bytes[start..<start + count]
  }

  /// The next whole number of four bytes.
  mutating func takeUInt32() throws(ModelError) -> UInt32 {
    try take(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The next whole number of eight bytes.
  mutating func takeUInt64() throws(ModelError) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The next count, which may not be more than there can be.
  mutating func takeCount(atMost limit: Int, of what: String) throws(ModelError) -> Int {
    let count = Int(try takeUInt32())
    guard count <= limit else { throw .corrupt("\(count) \(what)") }
    return count
  }

  /// The next number with a fraction, which must be a number.
  mutating func takeFloat(_ what: String) throws(ModelError) -> Float {
    let value = Float(bitPattern: try takeUInt32())
    guard value.isFinite, abs(value) < 1e6 else { throw .corrupt("a \(what) of \(value)") }
    return value
  }

  /// The next numbers with fractions.
  mutating func takeFloats(_ count: Int, _ what: String) throws(ModelError) -> [Float] {
    var values: [Float] = []
    for _ in 0..<count { values.append(try takeFloat(what)) }
    return values
  }

  /// The next text: its length, then its UTF-8.
  mutating func takeString(_ what: String) throws(ModelError) -> String {
    let count = try takeCount(atMost: 200, of: "bytes in the \(what)")
    guard let text = String(validating: try take(count), as: UTF8.self) else {
      throw .corrupt("the \(what) is not UTF-8")
    }
    return text
  }
}

extension Data {
  /// Appends a whole number, little endian.
  mutating func append(_ value: some FixedWidthInteger & UnsignedInteger, bytes count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  /// Appends a number with a fraction.
  mutating func append(_ value: Float) { append(value.bitPattern, bytes: 4) }

  /// Appends a text: its length, then its UTF-8.
  mutating func append(_ text: String) {
    append(UInt32(text.utf8.count), bytes: 4)
    append(contentsOf: text.utf8)
  }
}
