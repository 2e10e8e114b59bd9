/// The hashes behind feature keys: stable across runs and machines, unlike Swift's `Hasher`.
enum Hashing {
  /// Where every hash starts (the FNV-1a offset basis).
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds one byte to a running hash (FNV-1a).
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a run of bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { add($1, to: $0) }
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
