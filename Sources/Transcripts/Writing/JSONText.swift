/// JSON put together piece by piece, for records that are written by the million: the same text as
/// `JSONLine.encode` makes, where the keys are given in alphabetical order, in a tenth of the time.
///
/// Most pieces are a few bytes, so they are put into memory of its own: an array would be asked with
/// each of them whether it is shared.
struct JSONText: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// An empty text with room for some bytes.
  init(capacity: Int = 256) {
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// The text so far.
  var text: String { String(decoding: memory[..<count], as: UTF8.self) }

  /// Appends text that is JSON already: a bracket, a key with its colon, a comma.
  @inline(__always)
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { raw($0) }
  }

  /// Appends text that is JSON already.
  @inline(__always)
  mutating func raw(_ text: String) {
    var text = text
    text.withUTF8 { raw($0) }
  }

  /// Appends text that is JSON already.
  @inline(__always)
  mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    if memory.count - count < bytes.count { grow(for: bytes.count) }
    _ = memory[count...].update(fromContentsOf: bytes)
    count += bytes.count
  }

  private mutating func append(_ byte: UInt8) {
    if memory.count == count { grow(for: 1) }
    memory[count] = byte
    count += 1
  }

  private mutating func grow(for more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(memory.count * 2, count + more))
    _ = larger.update(fromContentsOf: memory[..<count])
    memory.deallocate()
    memory = larger
  }

  mutating func integer(_ value: Int) {
    guard (0..<1000).contains(value) else { return raw(String(value)) }
    let digits = UInt16(value)
    if digits >= 100 { append(UInt8(ascii: "0") + UInt8(digits / 100)) }
    if digits >= 10 { append(UInt8(ascii: "0") + UInt8(digits / 10 % 10)) }
    append(UInt8(ascii: "0") + UInt8(digits % 10))
  }

  /// Appends a finite number, a whole one without a decimal point.
  mutating func number(_ value: Double) {
    let hundredths = (value * 100).rounded()
    if hundredths > 0, hundredths < 100, hundredths / 100 == value {
      // Nearly all numbers are confidences, which have two decimals at most.
      let digits = UInt8(hundredths)
      raw("0." as StaticString)
      append(UInt8(ascii: "0") + digits / 10)
      if digits % 10 != 0 { append(UInt8(ascii: "0") + digits % 10) }
      return
    }
    let text = value.description
    raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// Appends a string that holds nothing to escape, such as the name of a code.
  mutating func name(_ text: String) {
    append(UInt8(ascii: "\""))
    raw(text)
    append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String) {
    append(UInt8(ascii: "\""))
    defer { append(UInt8(ascii: "\"")) }
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.endOfPlainJSON(from: 0) == bytes.count else { return false }
      raw(bytes)
      return true
    }
    if isPlain { return }
    for byte in text.utf8 {
      switch byte {
      case 0x22: raw("\\\"" as StaticString)
      case 0x5C: raw("\\\\" as StaticString)
      case 0x08: raw("\\b" as StaticString)
      case 0x09: raw("\\t" as StaticString)
      case 0x0A: raw("\\n" as StaticString)
      case 0x0C: raw("\\f" as StaticString)
      case 0x0D: raw("\\r" as StaticString)
      case 0..<0x20:
        raw("\\u00" as StaticString)
        append(UInt8(ascii: "0") + byte >> 4)
        append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
      default: append(byte)
      }
    }
  }

  /// Appends a list, with commas between its elements.
  mutating func list<Element>(_ elements: [Element], _ each: (inout JSONText, Element) -> Void) {
    append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      each(&self, element)
    }
    append(UInt8(ascii: "]"))
  }
}
