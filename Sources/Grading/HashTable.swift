/// Values by hashes that are spread well already, so that looking one up hashes nothing again.
struct HashTable<Value: Sendable>: Sendable {
  private var slots: [(hash: UInt64, value: Value)?]

  /// A table of the given values.
  init(_ values: [UInt64: Value]) {
    var capacity = 16
    while capacity < values.count * 4 { capacity *= 2 }
    slots = Array(repeating: nil, count: capacity)
    for (hash, value) in values {
      var slot = Self.start(hash) & (capacity - 1)
      while slots[slot] != nil { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = (hash, value)
    }
  }

  /// The value of a hash, or `nil` where it has none.
  subscript(hash: UInt64) -> Value? {
    var slot = Self.start(hash) & (slots.count - 1)
    while let (found, value) = slots[slot] {
      if found == hash { return value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Folds the upper half in: the lower bits of FNV-1a alone spread less well.
  private static func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0xFFFF_FFFF)
  }
}
