import Diagnostics
import Files
import Foundation
import Lines
import TestSupport
import Testing

@Suite("The lines of a pipe")
struct FileLinesTests {
  @Test(
    "Lines end in LF, CRLF or with the pipe",
    arguments: [
      ("", []), ("one\ntwo\n", ["one", "two"]), ("one\r\ntwo\r\n", ["one", "two"]),
      ("one\r\n\r\ntwo", ["one", "", "two"]), ("é🙂\r\n你", ["é🙂", "你"]),
      ("\u{FEFF}one\n\u{FEFF}two", ["one", "\u{FEFF}two"]), ("\u{FEFF}", [""]),
    ])
  func lines(text: String, lines: [String]) throws {
    let read = try Piped.numbered(Array(text.utf8))
    #expect(read.map(\.1) == lines.map { .line($0) })
    #expect(read.map(\.0) == Array(1..<lines.count + 1))
  }

  @Test("Where the first line ends in CR alone every CR ends a line", arguments: [1, 2, 3, .max])
  func oldMacs(pieces: Int) throws {
    for (text, expected) in [
      ("one\rtwo\r", ["one", "two"]), ("one\rtwo", ["one", "two"]), ("one\r", ["one"]),
      ("\rone\r\rtwo", ["", "one", "", "two"]), ("one\rtwo\nthree", ["one", "two", "three"]),
      ("one\r\ntwo\rthree\r\n", ["one", "two\rthree"]), ("one\ntwo\rthree", ["one", "two\rthree"]),
    ] {
      let lines = FileLines(Pieces(Array(text.utf8), size: pieces))
      var read: [LineBuffer.Line] = []
      while let line = try lines.next() { read.append(line) }
      #expect(read == expected.map { .line($0) }, "\(text.debugDescription)")
    }
  }

  @Test(
    "A file of a word processor's or a spreadsheet's is told once, with what to do",
    arguments: [1, 3, .max])
  func office(pieces: Int) throws {
    for (beginning, told) in [
      (Array("PK\u{3}\u{4}".utf8), "save it as plain text or CSV in UTF-8"),
      ([0xD0, 0xCF, 0x11, 0xE0], "save it as plain text or CSV in UTF-8"),
      (Array("%PDF-1.7".utf8), "save its text as plain text in UTF-8"),
      (Array("{\\rtf1\\ansi".utf8), "save it as plain text in UTF-8"),
      (Array("<!DOCTYPE html>".utf8), "save its text as plain text in UTF-8"),
      (Array("<!doctype html>".utf8), "save its text as plain text in UTF-8"),
      (Array("<HTML><body>".utf8), "save its text as plain text in UTF-8"),
      (Array("T\0h\0e\0r\0".utf8), "the file is UTF-16; save it as UTF-8"),
    ] as [([UInt8], String)] {
      let lines = FileLines(Pieces(beginning + [0x00, 0x0A, 0xFF, 0x0A], size: pieces))
      let failure = #expect(throws: ReadFailure.self) { try lines.next() }
      #expect(failure?.description.hasSuffix(told) == true)
      #expect(try lines.next() == nil)
    }
    let text = FileLines(Pieces(Array("PK: hi\nPK".utf8), size: pieces))
    #expect(try text.next() == .line("PK: hi"))
    #expect(try text.next() == .line("PK"))
  }

  @Test("A line that is not text has a number of its own")
  func notText() throws {
    let read = try Piped.numbered(Array("a\n".utf8) + [0xFF, 0x0A] + Array("b\n".utf8))
    #expect(read.map(\.1) == [.line("a"), .notText, .line("b")])
    #expect(read.map(\.0) == [1, 2, 3])
  }

  @Test(
    "A person's file in Windows-1252 is read as such, and that is told where it shows first",
    arguments: [
      // The first letter beyond ASCII decides for the file.
      ([[0x61], [0x49, 0x92, 0x6D], [0xC3, 0xA9], [0xE9]], ["a", "I\u{2019}m", "é", "é"], [2]),
      ([[0xC3, 0xA9], [0xE9]], ["é", nil], []),
      // A stray byte behind it costs its line.
      ([[0x61, 0xC3, 0xA9, 0xFF], [0xC3, 0xA9]], [nil, "é"], []),
      ([[0xEF, 0xBB, 0xBF], [0xE9]], ["", nil], []),
      // Cyrillic in Windows-1251, a byte that stands for nothing, a NUL.
      ([[0xCF, 0xF0, 0xE8]], [nil], []), ([[0x81]], [nil], []), ([[0x00]], [nil], []),
    ] as [([[UInt8]], [String?], [Int])])
  func windows1252(bytes: [[UInt8]], told: [String?], warnings: [Int]) throws {
    let lines = FileLines(Pieces(Array(bytes.joined(separator: [0x0A])), size: .max))
    var read: [LineBuffer.Line] = []
    var faults: [Diagnostic] = []
    while let line = lines.next(in: "f", report: { faults.append($0) }) { read.append(line) }
    #expect(read == told.map { $0.map { .line($0) } ?? .notText })
    #expect(faults.map(\.location?.line) == warnings)
    #expect(faults.allSatisfy { $0.severity == .warning && $0.rule == "encoding" })
  }

  @Test("Many lines come through whole, though they do not fit into the pipe at once")
  func many() throws {
    let line = String(repeating: "ünï ", count: 40)
    let text = (0..<3_000).map { "\($0) \(line)\n" }.joined()
    let read = try Piped.numbered(Array(text.utf8))
    #expect(read.count == 3_000)
    #expect(read.last?.1 == .line("2999 \(line)"))
  }

  @Test("A line over the limit is told, and reading goes on")
  func tooLong() throws {
    var bytes = [UInt8](repeating: 0x61, count: FileLines.longestLine + 1)
    bytes += Array("\nafter\n".utf8)
    let read = try Piped.numbered(bytes)
    #expect(read.map(\.1) == [.tooLong, .line("after")])
  }

  @Test("What is there is given without waiting, and no more of it than asked for")
  func ready() throws {
    let pipe = Pipe()
    let lines = FileLines(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(lines.ready(atMost: 9).isEmpty)
    try pipe.fileHandleForWriting.write(contentsOf: Data("one\ntwo\nthree\nfo".utf8))
    #expect(lines.ready(atMost: 2) == [.line("one"), .line("two")])
    #expect(lines.ready(atMost: 9) == [.line("three")])
    #expect(lines.ready(atMost: 9).isEmpty)
    try pipe.fileHandleForWriting.close()
    #expect(lines.ready(atMost: 9).isEmpty, "the end is for next() to find")
    #expect(try lines.next() == .line("fo"))
    #expect(try lines.next() == nil)
  }

  @Test("Reading ends where it is told to, and a line that was cut is not given")
  func stopped() throws {
    let pipe = Pipe()
    var goesOn = true
    let lines = FileLines(descriptor: pipe.fileHandleForReading.fileDescriptor) { goesOn }
    try pipe.fileHandleForWriting.write(contentsOf: Data("one\ntw".utf8))
    #expect(try lines.next() == .line("one"))
    #expect(!lines.isStopped)
    goesOn = false
    #expect(try lines.next() == nil)
    #expect(lines.isStopped)
  }

  @Test("After the end there is nothing, however often one asks")
  func afterTheEnd() throws {
    let (read, number) = try Piped.lines(Array("one".utf8)) { lines in
      let read = [try lines.next(), try lines.next(), try lines.next()]
      return (read, lines.number)
    }
    #expect(read == [.line("one"), nil, nil])
    #expect(number == 1)
  }

  @Test("What cannot be read to its end is thrown once, after the last whole line")
  func failure() throws {
    let failure = ReadFailure(description: "the disk is gone")
    let lines = FileLines(Pieces(Array("one\ntwo\nthr".utf8), size: 5, failure: failure))
    #expect(try lines.next() == .line("one"))
    #expect(try lines.next() == .line("two"))
    #expect(throws: failure) { try lines.next() }
    #expect(try lines.next() == nil)
    #expect(lines.ready(atMost: 9).isEmpty && lines.number == 2)
  }
}
