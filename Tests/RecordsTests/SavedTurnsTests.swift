import Files
import Foundation
import LineProtocol
import Lines
import Practice
import Records
import Testing

@Suite("A file that a crash has cut short")
struct SavedTurnsTests {
  static let lines = ["BEGIN foundations/maya SEED 7", "SAY You came in.", "SAY And now?"]

  /// A session's file, and where in it each whole turn ends.
  static let whole: (bytes: [UInt8], ends: [Int]) = {
    let played = try? withStore { store -> (bytes: [UInt8], ends: [Int]) in
      let sessionHost = try store.sessionHost()
      var ends: [Int] = []
      for line in lines {
        _ = try sessionHost.send(line)
        ends.append(try store.bytes("maya-7").count)
      }
      return ([UInt8](try store.bytes("maya-7")), ends)
    }
    return played ?? ([], [])
  }()

  /// The bytes of the whole turns among the first ones of the file.
  static func lastWhole(_ length: Int) -> Int { whole.ends.last { $0 <= length } ?? 0 }

  @Test("reads to the last whole turn, wherever it is cut")
  func everyLength() throws {
    #expect(Self.whole.ends.count == 3)
    for length in 0...Self.whole.bytes.count {
      let saved = try SavedTurns(data: Data(Self.whole.bytes.prefix(length)), label: "s")
      #expect(saved.length == Self.lastWhole(length), "cut at \(length)")
      let written = saved.events.map { JSONLine.encode($0) + "\n" }.joined()
      #expect(Array(written.utf8) == Array(Self.whole.bytes.prefix(saved.length)))
    }
  }

  @Test("goes on from there, and ends as the session that was not cut")
  func goesOn() throws {
    let cuts =
      Self.whole.ends.flatMap { [$0 - 1, $0, $0 + 1, $0 + 40] }
      + Array(stride(from: 0, to: Self.whole.bytes.count, by: 97))
    for cut in cuts where cut <= Self.whole.bytes.count {
      try withStore { store in
        try FileManager.default.createDirectory(
          at: store.store.folder, withIntermediateDirectories: true)
        try store.write(Self.whole.bytes.prefix(cut), as: "maya-7")
        let sessionHost = try store.sessionHost()
        let turns = Self.whole.ends.count { $0 <= cut }
        let reply = try sessionHost.send("RESUME maya-7")
        guard turns > 0 else {
          #expect(reply.code == .cannotResume, "cut at \(cut)")
          return
        }
        #expect(reply.text == "session maya-7 turn \(turns - 1)", "cut at \(cut)")
        #expect(try store.bytes("maya-7").count == Self.lastWhole(cut), "what was cut is gone")
        for line in Self.lines.dropFirst(turns) {
          #expect(try sessionHost.send(line).code == .graded)
        }
        #expect(try [UInt8](store.bytes("maya-7")) == Self.whole.bytes, "cut at \(cut)")
      }
    }
  }

  @Test("bytes that are no text are damage, with their line")
  func notText() throws {
    var bytes = Self.whole.bytes
    let came = try #require(bytes.firstRange(of: Array("You came".utf8)))
    bytes[came.lowerBound] = 0xFF
    let error = #expect(throws: FileError.self) {
      try SavedTurns(data: Data(bytes), label: "s")
    }
    let line = bytes[..<came.lowerBound].count { $0 == 0x0A } + 1
    #expect(error == .damaged("s:\(line): damaged: not UTF-8"))
  }

  @Test("a cut through a slice of data is read as well as one through the whole")
  func slices() throws {
    let padded = Data([0x78, 0x0A] + Self.whole.bytes)
    let saved = try SavedTurns(data: padded.dropFirst(2), label: "s")
    #expect(saved.length == Self.whole.bytes.count)
  }
}
