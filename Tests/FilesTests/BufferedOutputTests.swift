import Files
import Foundation
import Testing

@Suite("Buffered output")
struct BufferedOutputTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test("What is written comes in its order, and is there once it is flushed")
  func order() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      let output = BufferedOutput(try OpenFile(path, O_WRONLY | O_CREAT), name: path)
      output.write("é")
      output.write([0x0A, 0xFF])
      #expect(output.length == 4)
      #expect(try bytes(path).isEmpty)
      try output.flush()
      #expect(try bytes(path) == [0xC3, 0xA9, 0x0A, 0xFF])
      // More than the buffer holds does not wait for that.
      output.write(String(repeating: "x", count: 1 << 16))
      #expect(try bytes(path).count == output.length)
      try output.synchronize()
      #expect(output.length == 4 + 1 << 16)
    }
  }

  @Test("What a file held before counts, and is discarded where that is asked for")
  func before() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      let descriptor = open(path, O_WRONLY | O_APPEND)
      defer { close(descriptor) }
      let further = BufferedOutput(descriptor: descriptor, length: 3)
      further.write("er")
      try further.flush()
      #expect(further.length == 5)
      #expect(try bytes(path) == Array("older".utf8))
      let anew = BufferedOutput(descriptor: descriptor)
      anew.truncate()
      anew.write("new")
      try anew.flush()
      #expect(anew.length == 3)
      #expect(try bytes(path) == Array("new".utf8))
    }
  }

  @Test(
    "The first error is thrown by every call that can, with the name, and nothing more is written",
    arguments: [
      ("/dev/full", O_WRONLY, ENOSPC), ("/dev/null", O_RDONLY, EBADF),
    ])
  func errors(path: String, flags: Int32, code: Int32) throws {
    let descriptor = open(path, flags)
    defer { close(descriptor) }
    let names: [(String?, String)] = [(nil, "cannot write"), ("a.csv", "cannot write a.csv")]
    for (name, what) in names {
      let error = FileError.system(SystemError(code: code), what)
      let output = BufferedOutput(descriptor: descriptor, name: name)
      output.write("")
      try output.flush()
      output.write("one")
      // It is buffered, and nothing has gone wrong yet.
      try output.check()
      #expect(throws: error) { try output.flush() }
      #expect(throws: error) { try output.check() }
      output.write(String(repeating: "x", count: 1 << 17))
      #expect(throws: error) { try output.check() }
      #expect(throws: error) { try output.synchronize() }
      #expect(output.length == 3 + 1 << 17)
    }
  }

  @Test("An error on the way is kept, though more could be written afterwards")
  func keptError() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      let descriptor = open("/dev/full", O_WRONLY)
      defer {
        close(file)
        close(descriptor)
      }
      let output = BufferedOutput(descriptor: descriptor)
      output.write(String(repeating: "x", count: 1 << 16))
      let error = FileError.system(SystemError(code: ENOSPC), "cannot write")
      #expect(throws: error) { try output.check() }
      #expect(dup2(file, descriptor) == descriptor)
      output.write("y")
      #expect(throws: error) { try output.flush() }
      let written = try bytes(path)
      #expect(written.isEmpty, "a file with a gap in it would look whole")
    }
  }
}
