/// A small hash (FNV-1a, 64 bits; Fowler, Noll & Vo), the same on every machine and in every run,
/// unlike that of Swift's `Hasher`.
///
///     FNV1a.hash("a".utf8)  // 0xaf63dc4c8601ec8c
///
/// It finds things and tells that something has changed. It is no defence against somebody who wants
/// two things to have the same hash.
public enum FNV1a {
  /// Where every hash starts.
  @inlinable public static var start: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// Adds a byte, or a number as a whole, to a running hash.
  @inlinable public static func add(_ bits: UInt64, to hash: UInt64) -> UInt64 {
    (hash ^ bits) &* 0x0000_0100_0000_01b3
  }

  /// Adds bytes to a running hash.
  @inlinable
  public static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = start) -> UInt64 {
    bytes.reduce(start) { add(UInt64($1), to: $0) }
  }

  /// Adds one of several texts to a running hash, with a mark of where it ends that is no byte of
  /// UTF-8: 'ab' and 'c' are not 'a' and 'bc'.
  public static func hash(part text: String, from start: UInt64) -> UInt64 {
    add(0xFF, to: hash(text.utf8, from: start))
  }
}
