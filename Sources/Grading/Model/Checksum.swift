import Foundation
import Repeatable

/// The checksum of a model file: four strands of FNV-1a over words of eight bytes, as millions of
/// bytes are to be checked in a thousandth of a second. It finds damage, not forgery.
enum Checksum {
  /// The checksum of some bytes.
  static func of(_ bytes: Data) -> UInt64 { bytes.withUnsafeBytes(of) }

  private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    // Four at a time keep the processor busy, where one would wait for each of its products.
    var (a, b, c, d) = (Hashing.seed, Hashing.seed &+ 1, Hashing.seed &+ 2, Hashing.seed &+ 3)
    var position = 0
    while position + 32 <= bytes.count {
      a = step(a, word(bytes, at: position))
      b = step(b, word(bytes, at: position + 8))
      c = step(c, word(bytes, at: position + 16))
      d = step(d, word(bytes, at: position + 24))
      position += 32
    }
    var hash = step(step(step(a, b), c), d)
    while position < bytes.count {
      hash = step(hash, UInt64(bytes[position]))
      position += 1
    }
    return step(hash, UInt64(bytes.count))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = FNV1a.add(word, to: hash)
    return product ^ (product >> 29)
  }
}
