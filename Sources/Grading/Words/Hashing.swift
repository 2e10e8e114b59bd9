import Repeatable

/// The hashes behind feature keys: stable across runs and machines, unlike Swift's `Hasher`.
package enum Hashing {
  /// Where every hash starts.
  static var seed: UInt64 { FNV1a.start }

  /// Adds one byte to a running hash.
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    FNV1a.add(UInt64(byte), to: hash)
  }

  /// The hash of a run of bytes.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    FNV1a.hash(bytes)
  }

  /// The hash of a word as it stands, without normalising it.
  static func hash(_ word: StaticString) -> UInt64 {
    word.withUTF8Buffer { hash($0) }
  }

  /// Joins two hashes; the order counts.
  static func join(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let mixed = (a ^ (b &* 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 32)
  }

  /// The 32-bit key under which a feature's weights are stored.
  static func key(_ hash: UInt64) -> UInt32 {
    let mixed = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
