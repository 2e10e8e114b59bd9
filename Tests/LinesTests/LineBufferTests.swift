import Lines
import TestSupport
import Testing

@Suite("Lines out of bytes")
struct LineBufferTests {
  typealias Line = LineBuffer.Line

  /// What comes in as bytes and should come out as lines, with a limit of eight bytes.
  static let cases: [(bytes: [UInt8], lines: [Line])] = [
    (Array("".utf8), []),
    (Array("HELP\r\n".utf8), [.line("HELP")]),
    (Array("HELP\n".utf8), [.line("HELP")]),
    (Array("one\r\ntwo\nthree\r\n".utf8), [.line("one"), .line("two"), .line("three")]),
    (Array("\n\r\n\n".utf8), [.line(""), .line(""), .line("")]),
    (Array("unended".utf8), [.line("unended")]),
    (Array("one\ntwo".utf8), [.line("one"), .line("two")]),
    (Array("a\rb\r\r\n".utf8), [.line("a\rb\r")]),
    (Array("é🙂\n你\r\n".utf8), [.line("é🙂"), .line("你")]),
    (Array("12345678\n".utf8), [.line("12345678")]),
    (Array("12345678\r\n".utf8), [.line("12345678")]),
    (Array("123456789\n".utf8), [.tooLong]),
    (Array("123456789\r\n".utf8), [.tooLong]),
    (Array("12345678".utf8), [.line("12345678")]),
    (Array("123456789".utf8), [.tooLong]),
    (Array("1234567890123456789012\nshort\n".utf8), [.tooLong, .line("short")]),
    (Array("1234567890123456789012".utf8), [.tooLong]),
    (Array("a\n1234567890123\n\nb".utf8), [.line("a"), .tooLong, .line(""), .line("b")]),
    ([0x61, 0x00, 0x62, 0x0A, 0x63, 0x0A], [.notText, .line("c")]),
    ([0xC3, 0x28, 0x0A, 0x63, 0x0A], [.notText, .line("c")]),
    ([0x61, 0xC3, 0x0A, 0xA9, 0x0A], [.notText, .notText]),
    ([0xED, 0xA0, 0x80, 0x0A], [.notText]),
    ([0xF8, 0x88, 0x80, 0x80, 0x80, 0x0A], [.notText]),
    ([0xC3], [.notText]),
  ]

  /// Feeds bytes in pieces and takes every line as soon as it is there.
  static func lines(_ pieces: some Sequence<ArraySlice<UInt8>>, limit: Int = 8) -> [Line] {
    var buffer = LineBuffer(limit: limit)
    var lines: [Line] = []
    for piece in pieces {
      buffer.append(piece)
      while let line = buffer.nextLine() { lines.append(line) }
    }
    while let line = buffer.lastLine() { lines.append(line) }
    return lines
  }

  static func pieces(_ bytes: [UInt8], of size: Int) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
  }

  @Test("Bytes that come whole give their lines", arguments: cases)
  func whole(bytes: [UInt8], lines: [Line]) {
    #expect(Self.lines([bytes[...]]) == lines)
  }

  @Test("Bytes that come one by one, or in pieces, give the same lines", arguments: cases)
  func inPieces(bytes: [UInt8], lines: [Line]) {
    for size in 1...5 { #expect(Self.lines(Self.pieces(bytes, of: size)) == lines, "by \(size)") }
  }

  @Test("Bytes that come cut in two at any place give the same lines", arguments: cases)
  func inTwo(bytes: [UInt8], lines: [Line]) {
    for cut in 0...bytes.count {
      #expect(Self.lines([bytes[..<cut], bytes[cut...]]) == lines, "cut at \(cut)")
    }
  }

  @Test("All the cases joined give all the lines")
  func joined() {
    var bytes: [UInt8] = []
    var lines: [Line] = []
    for one in Self.cases where one.bytes.last == 0x0A {
      bytes += one.bytes
      lines += one.lines
    }
    #expect(lines.count > 15)
    #expect(Self.lines([bytes[...]]) == lines)
    for size in [1, 3, 7, 64] { #expect(Self.lines(Self.pieces(bytes, of: size)) == lines) }
  }

  @Test("Random bytes give the same lines however they come", arguments: 0..<4)
  func random(seed: UInt64) {
    var generator = Seeded(seed: seed)
    let alphabet: [UInt8] = [0x0A, 0x0D, 0x61, 0x62, 0xC3, 0xA9, 0x00]
    for _ in 0..<100 {
      let bytes = (0..<60).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
      let whole = Self.lines([bytes[...]])
      let size = Int.random(in: 1...9, using: &generator)
      #expect(Self.lines(Self.pieces(bytes, of: size)) == whole)
      let ends = bytes.count { $0 == 0x0A }
      #expect(whole.count == ends + (bytes.last == 0x0A ? 0 : 1))
    }
  }

  @Test("A line waits for its ending")
  func waits() {
    var buffer = LineBuffer(limit: 100)
    buffer.append(Array("HELP\r\nQU".utf8))
    #expect(buffer.nextLine() == .line("HELP"))
    #expect(buffer.nextLine() == nil)
    buffer.append(Array("IT\r".utf8))
    #expect(buffer.nextLine() == nil)
    buffer.append(Array("\n".utf8))
    #expect(buffer.nextLine() == .line("QUIT"))
    #expect(buffer.nextLine() == nil)
    #expect(buffer.lastLine() == nil)
  }
}
