import LineProtocol
import Lines
import Testing
import Transcripts

struct LineBufferTests {
  private static let limit = LineBuffer.clientLimit
  private static let full = [UInt8](repeating: 0x78, count: limit)

  /// What comes in, and the lines that it holds.
  private static let samples: [(bytes: [UInt8], lines: [LineBuffer.Line])] = [
    (Array("HELP\n".utf8), [.line("HELP")]),
    (Array("HELP\r\nQUIT\n".utf8), [.line("HELP"), .line("QUIT")]),
    (Array("\n\r\n \n".utf8), [.line(""), .line(""), .line(" ")]),
    (Array("a\rb\r\r\n".utf8), [.line("a\rb\r")]),
    (Array("schön 🌱\n".utf8), [.line("schön 🌱")]),
    (Array("no ending".utf8), []),
    ([0x61, 0x00, 0x0A, 0x62, 0x0A], [.notText, .line("b")]),
    ([0xC3, 0x0A, 0x28, 0x0A], [.notText, .line("(")]),
    ([0xED, 0xA0, 0x80, 0x0A], [.notText]),
    ([0xF8, 0x88, 0x80, 0x80, 0x80, 0x0A], [.notText]),
    (full + [0x0A], [.line(String(decoding: full, as: UTF8.self))]),
    (full + [0x0D, 0x0A], [.line(String(decoding: full, as: UTF8.self))]),
    (full + [0x78, 0x0A, 0x79, 0x0A], [.tooLong, .line("y")]),
    (full + [0x0D, 0x0D, 0x0A, 0x79, 0x0A], [.tooLong, .line("y")]),
    (full + full + full + [0x0A] + full + [0x79, 0x0A], [.tooLong, .tooLong]),
    (full + [0x00, 0x00, 0x0A], [.tooLong]),
  ]

  @Test(arguments: samples.indices)
  func linesComeOutWhole(index: Int) {
    let sample = Self.samples[index]
    #expect(lines(of: [sample.bytes]) == sample.lines)
  }

  @Test(arguments: samples.indices)
  func linesComeOutByteByByte(index: Int) {
    let sample = Self.samples[index]
    #expect(lines(of: sample.bytes.map { [$0] }) == sample.lines)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func linesComeOutHoweverTheyAreCut(seed: UInt64) {
    var splitter = Splitter(seed: seed)
    let whole = Self.samples.filter { $0.bytes.last == 0x0A }
    let pieces = splitter.split(whole.flatMap(\.bytes))
    #expect(lines(of: pieces) == whole.flatMap(\.lines))
  }

  @Test func aLineWaitsForItsEnding() {
    var inbox = LineBuffer()
    inbox.append("QU".utf8)
    #expect(inbox.nextLine() == nil)
    inbox.append("IT\r".utf8)
    #expect(inbox.nextLine() == nil)
    inbox.append("\n".utf8)
    #expect(inbox.nextLine() == .line("QUIT"))
    #expect(inbox.nextLine() == nil)
  }

  /// The lines that come out of pieces, each asked for as soon as it can be there.
  private func lines(of pieces: [[UInt8]]) -> [LineBuffer.Line] {
    var inbox = LineBuffer()
    return pieces.flatMap { piece in
      inbox.append(piece)
      var lines: [LineBuffer.Line] = []
      while let line = inbox.nextLine() { lines.append(line) }
      return lines
    }
  }
}
