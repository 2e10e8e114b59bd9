import CPrefetch

/// The rows of a model by the keys of its features: an open-addressing table that is small enough to
/// stay in a processor's cache.
///
/// A slot holds the number of a row, from 1, in its lower bits and the upper bits of the row's key in
/// the rest. The lower bits of the key are told by the place of the slot where that is where the key
/// belongs, which one bit says; so most looks at the table need no second one at the keys.
struct RowIndex: Sendable {
  private let slots: [UInt32]
  /// Which slots have keys that belong there and lie further on, bit by bit: where there is none, a
  /// first look settles whether a key is there.
  private let crowded: [UInt64]
  /// The bits of a slot that hold the row, and the bit that says that the key belongs there.
  private let rowMask: UInt32
  /// Whether no key occurs twice; of those that do, the first row alone is found.
  let isUnique: Bool

  /// Indexes rows by their keys; there are fewer than 2³¹.
  init(keys: [UInt32]) {
    var capacity = 64
    while capacity < keys.count * 2 + 2 { capacity *= 2 }
    let rowMask = UInt32(truncatingIfNeeded: capacity - 1)
    var isUnique = true
    var crowded = [UInt64](repeating: 0, count: capacity / 64)
    slots = [UInt32](unsafeUninitializedCapacity: capacity) { slots, count in
      slots.initialize(repeating: 0)
      count = capacity
      rows: for (row, key) in keys.enumerated() {
        let home = Int(key & rowMask)
        var place = home
        while slots[place] != 0 {
          if keys[Int(slots[place] & rowMask >> 1) - 1] == key {
            isUnique = false
            continue rows
          }
          place = (place + 1) & (capacity - 1)
        }
        slots[place] =
          UInt32(truncatingIfNeeded: row + 1) | (key & ~rowMask)
          | (place == home ? UInt32(truncatingIfNeeded: capacity / 2) : 0)
        if place != home { crowded[home / 64] |= 1 << UInt64(home % 64) }
      }
    }
    self.crowded = crowded
    self.rowMask = rowMask
    self.isUnique = isUnique
  }

  /// The table and the keys, for as long as `body` runs.
  @inline(__always)
  func withLookup<Result>(in keys: [UInt32], _ body: (Lookup) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      crowded.withUnsafeBufferPointer { crowded in
        keys.withUnsafeBufferPointer { keys in
          body(Lookup(slots: slots, crowded: crowded, keys: keys, rowMask: rowMask))
        }
      }
    }
  }

  struct Lookup {
    fileprivate let slots: UnsafeBufferPointer<UInt32>
    fileprivate let crowded: UnsafeBufferPointer<UInt64>
    fileprivate let keys: UnsafeBufferPointer<UInt32>
    fileprivate let rowMask: UInt32

    /// Has the slot fetched from memory where a key belongs.
    @inline(__always)
    func prefetch(_ key: UInt32) {
      // No table is without slots.
      attune_prefetch(slots.baseAddress.unsafelyUnwrapped + Int(key & rowMask))
    }

    /// The row of a key, or -1.
    @inline(__always)
    func row(of key: UInt32) -> Int32 {
      let rows = rowMask >> 1
      let home = Int(key & rowMask)
      let slot = slots[home]
      let isHere = (slot ^ (key & ~rowMask | rows &+ 1)) <= rows
      let row = isHere ? Int32(bitPattern: (slot & rows) &- 1) : -1
      // A third of the keys looked for is here, and no processor can guess which: what everything
      // branches on first is what is rare.
      let isCrowded = crowded[home / 64] >> UInt64(home % 64) & 1 != 0
      return isCrowded && !isHere ? displacedRow(of: key) : row
    }

    /// The row of a key that does not lie where it belongs, or -1.
    @inline(never)
    private func displacedRow(of key: UInt32) -> Int32 {
      let rows = rowMask >> 1
      var place = key & rowMask
      while true {
        place = (place &+ 1) & rowMask
        let slot = slots[Int(place)]
        if slot == 0 { return -1 }
        // A key that belongs here is another one.
        guard (slot ^ key) & ~rowMask == 0, slot & rowMask <= rows else { continue }
        let row = (slot & rows) &- 1
        if keys[Int(row)] == key { return Int32(bitPattern: row) }
      }
    }
  }
}
