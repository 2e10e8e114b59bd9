extension UnsafeBufferPointer<UInt8> {
  /// Where text that stands in JSON as it is ends: at a quotation mark, a backslash or a control
  /// character, or where the bytes end.
  ///
  /// It looks at eight bytes at a time: a byte is below `n` where, less `n` and without itself, its
  /// highest bit is set, and what is borrowed from its neighbours can only add finds behind a true one
  /// (Warren, Hacker's Delight, 6-1).
  package func endOfPlainJSON(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 8 <= count {
      let eight = UInt64(
        littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
          fromByteOffset: place, as: UInt64.self))
      let mark = eight ^ (ones &* 0x22)
      let backslash = eight ^ (ones &* 0x5C)
      let found =
        (mark &- ones) & ~mark | (backslash &- ones) & ~backslash
        | (eight &- ones &* 0x20) & ~eight
      let bits = found & (ones &* 0x80)
      if bits != 0 { return place + bits.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != 0x22, self[place] != 0x5C, self[place] >= 0x20 {
      place += 1
    }
    return place
  }
}
