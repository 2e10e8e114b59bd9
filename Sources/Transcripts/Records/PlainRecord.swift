import Lines

/// Reads the plain cases of a reply record in a fraction of a JSON library's time.
///
/// Whatever is out of the ordinary (numbers with a fraction, objects inside the record, characters
/// written as a pair of escapes, anything that is not JSON) is left to `JSONLine.decode`, which
/// also finds the words for what is wrong.
struct PlainRecord {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The record on a line, or `nil` where the line is not one of the plain cases.
  static func read(_ line: String) -> ReplyRecord? {
    line.utf8.withContiguousStorageIfAvailable { bytes in
      var reader = PlainRecord(bytes: bytes)
      return reader.record()
    } ?? nil
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func record() -> ReplyRecord? {
    var id: RecordID?
    var client: JSONValue?
    var text: JSONValue?
    guard take("{") else { return nil }
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value() else { return nil }
      switch key {
      case "id" where id == nil:
        guard let known = Self.id(value) else { return nil }
        id = known
      case "client" where client == nil: client = value
      case "text" where text == nil: text = value
      case "id", "client", "text": return nil
      // Whose words these are has to be looked at.
      default: if ColumnMapping.namesSpeaker(key) { return nil }
      }
    } while take(",")
    guard take("}"), case .string(let reply) = text else { return nil }
    skipSpace()
    guard position == bytes.count else { return nil }
    switch client {
    case .string(let words): return ReplyRecord(id: id ?? .null, client: words, text: reply)
    case nil, .null: return ReplyRecord(id: id ?? .null, client: nil, text: reply)
    default: return nil
    }
  }

  private static func id(_ value: JSONValue) -> RecordID? {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .string(let text): .string(text)
    default: nil
    }
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      position += 1
    }
  }

  /// Passes over a mark and the white space before it.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "n"): return word("null") ? .null : nil
    case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
    default: return integer().map { .integer($0) }
    }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<end]) })
    else { return false }
    position = end
    return true
  }

  private mutating func integer() -> Int64? {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let first = position
    var magnitude: Int64 = 0
    while let byte = next, (0x30...0x39).contains(byte), position - first < 18 {
      magnitude = magnitude * 10 + Int64(byte - 0x30)
      position += 1
    }
    let isPlain = position > first && (bytes[first] != 0x30 || position - start == 1)
    guard isPlain, next == 0x2C || next == 0x7D || next == 0x20 else { return nil }
    return first > start ? -magnitude : magnitude
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    position += 1
    let start = position
    position = bytes.endOfPlainJSON(from: start)
    guard next == 0x5C else {
      guard next == 0x22 else { return nil }
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    return escaped(after: Array(bytes[start..<position]))
  }

  /// The rest of a string from its first escape on.
  private mutating func escaped(after beginning: [UInt8]) -> String? {
    var text = beginning
    while let byte = next, byte >= 0x20 {
      position += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      if byte != 0x5C {
        text.append(byte)
        continue
      }
      guard let mark = next else { return nil }
      position += 1
      switch mark {
      case 0x22, 0x5C, 0x2F: text.append(mark)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = hexadecimal() else { return nil }
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default: return nil
      }
    }
    return nil
  }

  /// The character of four hexadecimal digits; `nil` for half of a pair.
  private mutating func hexadecimal() -> Unicode.Scalar? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return Unicode.Scalar(value)
  }
}
