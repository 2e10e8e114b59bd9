import Repeatable

/// The conversations of a file that have ended, or the ids of its records, remembered to notice when
/// one comes back.
///
/// Their hashes are kept, so that long names take no more memory. Among a million conversations the
/// chance that two share one is below one in ten million.
struct SeenConversations {
  /// How many are remembered.
  private static let limit = 1 << 20

  private var hashes: Set<UInt64> = []

  func contains(_ name: String) -> Bool { hashes.contains(FNV1a.hash(name.utf8)) }

  /// Remembers a name.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    let hash = FNV1a.hash(name.utf8)
    guard hashes.insert(hash).inserted else { return false }
    if hashes.count > Self.limit { hashes = [hash] }
    return true
  }
}
