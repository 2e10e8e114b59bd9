/// Numbers by hashes that are spread well already, so that looking one up hashes nothing again.
struct HashIndex: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// The number, or -1 in a free slot.
    var number: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  /// How many hashes have a number.
  private(set) var count = 0

  /// An index of nothing yet.
  init() {}

  /// Numbers hashes in their order; none occurs twice.
  init(_ hashes: [UInt64]) {
    for (number, hash) in hashes.enumerated() { insert(hash, number) }
  }

  /// The number of a hash, or `nil` where it has none.
  subscript(hash: UInt64) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var place = Self.start(hash) & (slots.count - 1)
      while slots[place].number >= 0 {
        if slots[place].hash == hash { return Int(slots[place].number) }
        place = (place + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// Forgets all hashes and keeps the memory.
  mutating func removeAll() {
    for place in slots.indices { slots[place] = Slot() }
    count = 0
  }

  /// Gives a number, 0 or more, to a hash that has none yet.
  mutating func insert(_ hash: UInt64, _ number: Int) {
    if count * 2 >= slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      for slot in old where slot.number >= 0 { place(slot) }
    }
    place(Slot(hash: hash, number: Int32(number)))
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var place = Self.start(slot.hash) & (slots.count - 1)
    while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  /// Folds the upper half in: the lower bits of FNV-1a alone spread less well.
  private static func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0xFFFF_FFFF)
  }
}
