import Diagnostics
import Files
import Foundation
import Lines
import TestSupport
import Testing

@Suite("Files packed with gzip")
struct UnpackedBytesTests {
  /// What is read of bytes that come in pieces of a given size: their lines, and what is told of them.
  private struct Reading: Equatable {
    var lines: [LineBuffer.Line] = []
    var faults: [Diagnostic] = []

    init(_ bytes: [UInt8], pieces: Int = .max, failure: ReadFailure? = nil) {
      let source = FileLines(UnpackedBytes(Pieces(bytes, size: pieces, failure: failure)))
      while let line = source.next(in: "in", report: { faults.append($0) }) { lines.append(line) }
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    var complaints: [String] { faults.map(\.description) }
  }

  /// Bytes as `gzip -n` packs them.
  static func pack(_ text: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-gzip-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-nc", file.path]
    let output = Pipe()
    gzip.standardOutput = output
    try gzip.run()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    gzip.waitUntilExit()
    return [UInt8](packed)
  }

  static let text = "{\"id\":1,\"text\":\"So.\"}\n{\"id\":2,\"text\":\"Well.\"}\n"

  @Test("A packed file reads as the plain one, whole and byte by byte", arguments: [1, 2, 7, .max])
  func plain(pieces: Int) throws {
    let plain = Reading(Self.text)
    #expect(plain.lines.count == 2)
    #expect(try Reading(Self.pack(Self.text), pieces: pieces) == plain)
    #expect(Reading(Array(Self.text.utf8), pieces: pieces) == plain)
  }

  @Test("Packed parts in a row are one text, and zeros may fill up the end", arguments: [1, .max])
  func parts(pieces: Int) throws {
    let half = Self.text.utf8.count / 2
    let first = try Self.pack(String(Self.text.prefix(half)))
    let second = try Self.pack(String(Self.text.dropFirst(half)))
    let bytes = first + second + [0, 0, 0]
    #expect(Reading(bytes, pieces: pieces) == Reading(Self.text))
  }

  /// A pipe that stays open behind the pieces that have come.
  private final class OpenPipe: ByteSource {
    private var pieces: [[UInt8]]
    /// Whether there was a read that would have had to wait.
    private(set) var hasWaited = false

    init(_ pieces: [[UInt8]]) { self.pieces = pieces }

    var isReady: Bool { !pieces.isEmpty }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
      guard !pieces.isEmpty else {
        hasWaited = true
        throw ReadFailure(description: "nothing more has come")
      }
      let piece = pieces.removeFirst()
      buffer.copyBytes(from: piece)
      return piece.count
    }
  }

  @Test("Of a packed pipe the lines that have come whole are there without waiting for more")
  func openPipe() throws {
    let lines = Self.text.split(separator: "\n").map { LineBuffer.Line.line(String($0)) }
    let first = try Self.pack(Self.text)
    let both = try first + Self.pack("{\"id\":3,\"text\":\"Oh.\"}\n")
    for cut in 1..<both.count {
      // The first part in two pieces, or whole and then some of the next.
      let (place, end) = (min(cut, first.count), max(cut, first.count))
      let pieces = [Array(both[..<place]), Array(both[place..<end])].filter { !$0.isEmpty }
      let pipe = OpenPipe(pieces)
      let ready = FileLines(UnpackedBytes(pipe)).ready(atMost: 9)
      #expect(ready.starts(with: lines) && !pipe.hasWaited, "cut at \(cut)")
    }
  }

  @Test("Much text comes through whole")
  func much() throws {
    let lines = (0..<30_000).map { "{\"id\":\($0),\"text\":\"So.\"}" }
    let reading = try Reading(Self.pack(lines.map { $0 + "\n" }.joined()), pieces: 1000)
    #expect(reading.lines == lines.map { .line($0) })
  }

  @Test(
    "A text that packs to next to nothing comes through whole, byte by byte too", arguments: [1, 3])
  func dense(pieces: Int) throws {
    let word = String(repeating: "so ", count: 100_000)
    let reading = try Reading(Self.pack("\(word)\nWell.\n"), pieces: pieces)
    #expect(reading.lines == [.line(word), .line("Well.")])
    #expect(reading.complaints == [])
  }

  @Test("A file cut short anywhere is reported, and no line that was cut short is read")
  func cut() throws {
    let whole = Reading(Self.text)
    let packed = try Self.pack(Self.text)
    for length in 2..<packed.count {
      let reading = Reading(Array(packed.prefix(length)))
      #expect(reading.faults.map(\.rule) == ["unreadable"], "cut at \(length)")
      #expect(reading.faults.first?.message.contains("ends in the middle") == true)
      #expect(whole.lines.starts(with: reading.lines))
    }
  }

  @Test("A damaged byte anywhere in the data is reported or harmless")
  func damaged() throws {
    let whole = Reading(Self.text)
    let packed = try Self.pack(Self.text)
    for place in 10..<packed.count {
      var bytes = packed
      bytes[place] ^= 0x55
      let reading = Reading(bytes)
      let isTold = reading.faults.contains { $0.rule == "unreadable" }
      #expect(isTold || reading == whole, "at \(place)")
    }
    let followed = Reading(packed + Array("more".utf8))
    #expect(
      followed.complaints == [
        "in:3: error: reading stops here: something else follows the gzip data; fetch the file "
          + "again [unreadable]"
      ])
    #expect(followed.lines == whole.lines)
  }

  @Test("What stands before a wrong checksum is read, as where the checksum is missing")
  func checksum() throws {
    let packed = try Self.pack(Self.text)
    let whole = Reading(Self.text)
    for pieces in [1, .max] {
      let wrong = Array(packed.dropLast(8)) + Array(repeating: 0, count: 8)
      let reading = Reading(wrong, pieces: pieces)
      #expect(reading.lines == whole.lines)
      #expect(
        reading.complaints == [
          "in:3: error: reading stops here: the gzip data is damaged: incorrect data check; fetch "
            + "the file again [unreadable]"
        ])
    }
  }

  @Test("A disk that fails in mid-file is reported with the line")
  func failing() throws {
    let failure = ReadFailure(description: "Input/output error")
    let reading = Reading(Array("So.\nWe".utf8), failure: failure)
    #expect(reading.lines == [.line("So.")])
    #expect(
      reading.complaints
        == ["in:2: error: reading stops here: Input/output error [unreadable]"])
    let packed = try Reading(Self.pack(Self.text), failure: failure)
    #expect(packed.lines == Reading(Self.text).lines)
    #expect(
      packed.complaints == ["in:3: error: reading stops here: Input/output error [unreadable]"])
  }
}
