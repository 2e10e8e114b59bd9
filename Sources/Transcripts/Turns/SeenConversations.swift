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

  mutating func insert(_ name: String) {
    if hashes.count >= Self.limit { hashes.removeAll() }
    hashes.insert(FNV1a.hash(name.utf8))
  }
}
