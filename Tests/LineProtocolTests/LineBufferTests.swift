import LineProtocol
import Lines
import Testing

/// The limit on the lines of a client; how lines come out of bytes is tested with `LineBuffer`.
struct LineBufferTests {
  private static let limit = LineBuffer.clientLimit
  private static let full = [UInt8](repeating: 0x78, count: limit)

  /// What comes in, and the lines that it holds.
  private static let samples: [(bytes: [UInt8], lines: [LineBuffer.Line])] = [
    (full + [0x0A], [.line(String(decoding: full, as: UTF8.self))]),
    (full + [0x0D, 0x0A], [.line(String(decoding: full, as: UTF8.self))]),
    (full + [0x78, 0x0A, 0x79, 0x0A], [.tooLong, .line("y")]),
    (full + [0x0D, 0x0D, 0x0A, 0x79, 0x0A], [.tooLong, .line("y")]),
    (full + full + full + [0x0A] + full + [0x79, 0x0A], [.tooLong, .tooLong]),
    (full + [0x00, 0x00, 0x0A], [.tooLong]),
  ]

  @Test(arguments: samples.indices)
  func linesOfAClientAreTakenUpToTheLimit(index: Int) {
    let sample = Self.samples[index]
    var inbox = LineBuffer(limit: Self.limit)
    inbox.append(sample.bytes)
    var lines: [LineBuffer.Line] = []
    while let line = inbox.nextLine() { lines.append(line) }
    #expect(lines == sample.lines)
  }
}
