import Files
import Foundation
import Testing

@Suite("Open files")
struct OpenFileTests {
  @Test("One at a time has the lock, and who waits has it once the other is gone")
  func locks() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      let waiting = try OpenFile(path, O_RDWR | O_CREAT)
      do {
        let first = try OpenFile(path, O_RDWR)
        defer { withExtendedLifetime(first) {} }
        try first.lock()
        #expect(throws: SystemError(code: EWOULDBLOCK)) { try OpenFile(path, O_RDWR).lock() }
        let start = ContinuousClock.now
        #expect(throws: SystemError(code: EWOULDBLOCK)) {
          try OpenFile(path, O_RDWR).lock(waitingAtMost: .milliseconds(50))
        }
        #expect(ContinuousClock.now - start >= .milliseconds(50))
      }
      try waiting.lock(waitingAtMost: .seconds(10))
    }
  }

  @Test("A file is at its path until another takes its place, or none is there")
  func places() throws {
    try withTemporaryFolder { folder in
      let (path, other) = (folder + "/file", folder + "/other")
      let file = try OpenFile(path, O_RDWR | O_CREAT)
      var (isThere, isElsewhere) = (file.isAt(path), file.isAt(other))
      #expect(isThere && !isElsewhere)
      #expect(rename(path, other) == 0)
      (isThere, isElsewhere) = (file.isAt(path), file.isAt(other))
      #expect(!isThere && isElsewhere)
      try Data().write(to: URL(fileURLWithPath: path))
      isThere = file.isAt(path)
      #expect(!isThere)
      #expect(unlink(other) == 0)
      isElsewhere = file.isAt(other)
      #expect(!isElsewhere)
    }
  }

  @Test("It is read from where it is, as far as is asked for", arguments: [0, 3, 7, .max])
  func reads(most: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file"
      try Data("one\ntwo".utf8).write(to: URL(fileURLWithPath: path))
      let bytes = try OpenFile(path, O_RDONLY).read(most: most)
      #expect(bytes == Array("one\ntwo".utf8.prefix(most)))
    }
  }
}
