import Files
import Foundation
import Testing

@Suite("Files that are not ready")
struct WaitToRepeatTests {
  @Test("A pipe that is set not to block is waited for where it is full, and where it is empty")
  func waits() throws {
    let pipe = Pipe()
    let reading = pipe.fileHandleForReading.fileDescriptor
    let writing = pipe.fileHandleForWriting.fileDescriptor
    for end in [reading, writing] { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
    // More than a pipe holds.
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let writer = Thread {
      try? writeAll(bytes, to: writing)
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    defer { try? pipe.fileHandleForReading.close() }
    var received: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1000)
    while true {
      let count = try piece.withUnsafeMutableBytes { try readSome(from: reading, into: $0) }
      if count == 0 { break }
      received += piece[..<count]
    }
    #expect(received.count == bytes.count)
    #expect(received == bytes)
  }

  @Test("An error that would come again is thrown")
  func fails() {
    #expect(throws: SystemError(code: EBADF)) { try writeAll([1], to: -1) }
    #expect(throws: SystemError(code: EBADF)) {
      try readSome(from: -1, into: UnsafeMutableRawBufferPointer(start: nil, count: 0))
    }
  }
}
