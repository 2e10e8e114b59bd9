import Files
import Foundation
import LineProtocol
import Practice
import Records
import TestSupport
import Testing
import Transcripts

@Suite("A session host that saves its sessions")
struct SessionHostTests {
  static let lines = [
    "BEGIN foundations/maya SEED 7", "SAY You sat there, and then you came in.",
    "SAY Why didn't you just leave?", "RETRY", "SAY What was the car like?", "END",
  ]

  @Test("a session kept turn by turn can be reopened after each", arguments: 1...5)
  func reopened(count: Int) throws {
    try withStore { store in
      var expected: [Reply] = []
      do {
        let sessionHost = try store.sessionHost()
        expected = try Self.lines.map { try sessionHost.send($0) }
      }
      let whole = try store.bytes("maya-7")
      try FileManager.default.removeItem(atPath: store.store.path(of: "maya-7"))

      var replies = try { () throws -> [Reply] in
        let sessionHost = try store.sessionHost()
        return try Self.lines.prefix(count).map { try sessionHost.send($0) }
      }()
      let sessionHost = try store.sessionHost()
      #expect(try sessionHost.send("RESUME maya-7").code == .resumed)
      replies += try Self.lines.dropFirst(count).map { try sessionHost.send($0) }
      #expect(replies == expected)
      #expect(try store.bytes("maya-7") == whole)
    }
  }

  @Test("the file is its owner's alone, as are the folders")
  func modes() throws {
    try withStore { store in
      let sessionHost = try store.sessionHost()
      #expect(try sessionHost.send(Self.lines[0]).code == .begun)
      #expect(try store.mode(store.store.path(of: "maya-7")) == 0o600)
      #expect(try store.mode(store.store.folder.path) == 0o700)
      #expect(try store.mode(store.store.folder.deletingLastPathComponent().path) == 0o700)
    }
  }

  @Test("a session that another session host has open is in use until that one is gone")
  func locked() throws {
    try withStore { store in
      var first: SessionHost? = try store.sessionHost()
      #expect(try first?.send(Self.lines[0]).code == .begun)
      let second = try store.sessionHost()
      for command in ["RESUME maya-7", "NEXT maya-7"] {
        let refused = try second.send(command)
        #expect(refused.code == .inUse && refused.text.contains("in use by another attune"))
      }
      #expect(try first?.send(Self.lines[1]).code == .graded)
      first = nil
      #expect(try second.send("RESUME maya-7").text == "session maya-7 turn 1")
    }
  }

  @Test(
    "a turn is refused once the file has been replaced, moved or removed, and nothing is lost",
    arguments: ["replaced", "moved", "removed", "renamed by an editor"])
  func replaced(how: String) throws {
    try withStore { store in
      let (first, second) = (try store.sessionHost(), try store.sessionHost())
      _ = try first.send(Self.lines[0])
      let path = store.store.path(of: "maya-7")
      let whole = try store.bytes("maya-7")
      let elsewhere = path + "~"
      switch how {
      case "replaced":
        try whole.write(to: URL(fileURLWithPath: elsewhere))
        #expect(rename(elsewhere, path) == 0)
      case "moved": #expect(rename(path, elsewhere) == 0)
      case "removed": #expect(unlink(path) == 0)
      default:
        // Its old file keeps a name, as some editors leave it.
        #expect(rename(path, elsewhere) == 0)
        try whole.write(to: URL(fileURLWithPath: path))
      }
      for line in ["SAY You sat there.", "END"] {
        let refused = try first.send(line)
        #expect(refused.code == .inUse, "\(line)")
        #expect(refused.text.contains("maya-7.ndjson was replaced or removed by another program"))
      }
      #expect(try first.send("WHY").code == .noTurn, "the turn has not happened")
      for file in [path, elsewhere] where FileIdentity(at: file) != nil {
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == whole)
      }
      guard FileIdentity(at: path) != nil else { return }
      #expect(try second.send("RESUME maya-7").code == .resumed)
      #expect(try second.send("SAY You sat there.").code == .graded)
    }
  }

  @Test("a session is followed once nobody has it open, and is in nobody's use by that")
  func followed() throws {
    try withStore { store in
      var first: SessionHost? = try store.sessionHost()
      _ = try first?.send(Self.lines[0])
      _ = try first?.send("SAY Part of you was ready to drive off. And you got out and came up.")
      let second = try store.sessionHost()
      #expect(try second.send("NEXT maya-7").code == .inUse)
      #expect(try first?.send("HINT").code == .hint)
      first = nil
      #expect(try second.send("NEXT maya-7").text == "session maya-8")
      #expect(try store.sessionHost().send("RESUME maya-7").code == .resumed)
      // The one before may be open while the next goes on.
      let third = try store.sessionHost()
      #expect(try third.send("RESUME maya-7").code == .resumed)
      #expect(try second.send("END").code == .ended)
      #expect(try store.sessionHost().send("RESUME maya-8").code == .resumed)
      #expect(try third.send("HINT").code == .hint)
    }
  }

  @Test("only of a file that another has it is said that it is in use")
  func lockFailures() {
    let taken = FileError.lock(SystemError(code: EWOULDBLOCK), "x.ndjson").description
    #expect(taken == "x.ndjson is in use by another attune")
    let unable = FileError.lock(SystemError(code: ENOLCK), "x.ndjson").description
    #expect(unable == "cannot lock x.ndjson: \(String(cString: strerror(ENOLCK)))")
  }

  @Test("a second session of the same name gets a name of its own")
  func names() throws {
    try withStore { store in
      let hosts = try (0..<3).map { _ in try store.sessionHost() }
      let replies = try hosts.map { try $0.send(Self.lines[0]).text }
      #expect(replies == ["session maya-7", "session maya-7.2", "session maya-7.3"])
      #expect(hosts.map(\.id) == ["maya-7", "maya-7.2", "maya-7.3"])
    }
  }

  @Test("a session host's own ended session can be looked at again")
  func ownSession() throws {
    try withStore { store in
      let sessionHost = try store.sessionHost()
      for line in Self.lines { _ = try sessionHost.send(line) }
      #expect(try sessionHost.send("RESUME maya-7").code == .resumed)
    }
  }

  @Test("a session that the trainee has ended can be looked at while its host is still there")
  func endedElsewhere() throws {
    try withStore { store in
      let sessionHost = try store.sessionHost()
      for line in Self.lines { _ = try sessionHost.send(line) }
      let others = try (0..<2).map { _ in try store.sessionHost() }
      for other in others {
        #expect(try other.send("RESUME maya-7").code == .resumed)
        #expect(try other.send("WHY").code == .why)
        #expect(try other.send("RETRY").code == .noSession)
      }
      #expect(try sessionHost.send("WHY").code == .why)
      #expect(try sessionHost.send(Self.lines[0]).text == "session maya-7.2")
    }
  }

  @Test("a session that the client has ended is nobody's until somebody takes the last turn back")
  func leftElsewhere() throws {
    try withStore { store in
      let (first, second) = (try store.sessionHost(), try store.sessionHost())
      _ = try first.send(Self.lines[0])
      for _ in 1...20 where first.handle(.say("")).reply.code == .graded {}
      #expect(try second.send("RESUME maya-7").code == .resumed)
      #expect(try first.send("RETRY").code == .takenBack)
      let refused = try second.send("RETRY")
      #expect(refused.code == .inUse && refused.text.contains("in use by another attune"))
      #expect(try first.send("END").code == .ended)
      let late = try second.send("RETRY")
      #expect(late.code == .inUse && late.text.hasSuffix("gone on with by another attune"))
      #expect(try second.send("SAY Wait.").code == .noSession)
      #expect(try second.send("RESUME maya-7").code == .resumed)
      #expect(try second.send("RETRY").code == .noSession)
    }
  }

  @Test("where people share a store, errors name the session and not where it lies")
  func namesInErrors() throws {
    try withStore { store in
      var shared = store.store
      shared.usesUnguessableNames = true
      func sessionHost() throws -> SessionHost {
        SessionHost(session: try Repository.session(), store: shared)
      }
      let open = try sessionHost()
      _ = try open.send(Self.lines[0])
      let id = try #require(open.id)
      let taken = try sessionHost().send("RESUME \(id)").text
      #expect(taken == "session '\(id)' is in use by another attune or connection")
      let (loop, damaged) = ("maya-7-aaaaaaaa", "maya-7-bbbbbbbb")
      try FileManager.default.createSymbolicLink(
        atPath: shared.path(of: loop), withDestinationPath: shared.path(of: loop))
      try store.write(Data("x\n".utf8), as: damaged)
      for (name, reason) in [
        (loop, ": \(String(cString: strerror(ELOOP)))"), (damaged, ":1: damaged: not JSON"),
      ] {
        for command in ["RESUME", "NEXT"] {
          let told = try sessionHost().send("\(command) \(name)").text
          #expect(told.hasSuffix("session '\(name)'\(reason)"))
          #expect(!told.contains("/"))
        }
      }
      let above = shared.folder.deletingLastPathComponent()
      try FileManager.default.removeItem(at: above)
      try Data().write(to: above)
      #expect(
        try sessionHost().send(Self.lines[0]).text
          == "cannot make the folder of the sessions: Not a directory")
    }
  }

  @Test("a walking out that a crash cut off is kept with the next resuming, once")
  func lostEnd() throws {
    try withStore { store in
      do {
        let sessionHost = try store.sessionHost()
        _ = try sessionHost.send(Self.lines[0])
        for _ in 1...20 where sessionHost.handle(.say("")).reply.code == .graded {}
      }
      let whole = try store.bytes("maya-7")
      let cut = try #require(whole.dropLast().lastIndex(of: 0x0A))
      try store.write(whole[...cut], as: "maya-7")
      func open() throws -> String? {
        try store.store.latestFirst(damaged: { _ in }).first { $0.transcript.end == nil }?.id
      }
      #expect(try open() == "maya-7")
      let other = try store.sessionHost()
      _ = try other.send("BEGIN foundations/ruth SEED 1")
      #expect(try other.send("END").code == .ended)
      #expect(try other.send("RESUME maya-7").code == .resumed)
      #expect(try store.bytes("maya-7") == whole)
      #expect(try open() == nil && other.id == "maya-7")
    }
  }

  @Test("a folder that cannot be made is told in the disk's own words")
  func unwritable() throws {
    try withStore { store in
      try Data().write(to: store.root.appendingPathComponent("attune"))
      let sessionHost = try store.sessionHost()
      let reply = try sessionHost.send(Self.lines[0])
      #expect(reply.code == .notSaved)
      #expect(reply.text == "cannot make the folder \(store.store.folder.path): Not a directory")
      #expect(try sessionHost.send("SAY Hello.").code == .noSession)
      #expect(sessionHost.id == nil)
    }
  }

  @Test(
    "a turn that meets a full disk has not happened, and goes through once there is room",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    try withStore { store in
      let sessionHost = try store.sessionHost()
      for line in Self.lines.prefix(2) { _ = try sessionHost.send(line) }
      let before = try store.bytes("maya-7")
      let summary = try sessionHost.send("SUMMARY")

      // From here on what is written to the session's file goes to a disk that is full.
      let file = try #require(FileIdentity(regular: store.store.path(of: "maya-7")))
      let descriptors: Range<Int32> = 0..<4096
      let descriptor = try #require(descriptors.first { FileIdentity(regular: $0) == file })
      let room = dup(descriptor)
      let full = open("/dev/full", O_WRONLY)
      #expect(dup2(full, descriptor) == descriptor)
      close(full)
      for line in ["SAY Why didn't you just leave?", "RETRY", "END"] {
        let reply = try sessionHost.send(line)
        #expect(reply.code == .notSaved)
        #expect(reply.text == "the turn could not be saved: No space left on device")
      }
      #expect(try sessionHost.send("SUMMARY") == summary)

      #expect(dup2(room, descriptor) == descriptor)
      close(room)
      #expect(try store.bytes("maya-7") == before)
      #expect(try sessionHost.send("SAY Why didn't you just leave?").text == "turn 2")
    }
  }

  @Test(
    "a name that is none is not looked for on the disk",
    arguments: [
      "../maya-7", "..", ".hidden", "a/b", "maya-7%00", "é", String(repeating: "a", count: 121),
    ])
  func badNames(name: String) throws {
    try withStore { store in
      let sessionHost = try store.sessionHost()
      #expect(sessionHost.handle(.resume(name)).reply.code == .noSuchSession)
    }
  }

  @Test("a session that is not there is not found")
  func missing() throws {
    try withStore { store in
      #expect(try store.sessionHost().send("RESUME maya-7").code == .noSuchSession)
      // Nor where its folder would have to lie in a file.
      try Data().write(to: store.root.appendingPathComponent("attune"))
      #expect(try store.sessionHost().send("RESUME maya-7").code == .noSuchSession)
    }
  }

  @Test("a file damaged in the middle is refused, with its line")
  func damaged() throws {
    try withStore { store in
      do {
        let sessionHost = try store.sessionHost()
        for line in Self.lines { _ = try sessionHost.send(line) }
      }
      var lines = try store.bytes("maya-7").split(separator: 0x0A).map { Data($0) + [0x0A] }
      lines[2] = Data("{broken\n".utf8)
      try store.write(Data(lines.joined()), as: "maya-7")
      for command in ["RESUME maya-7", "NEXT maya-7"] {
        let reply = try store.sessionHost().send(command)
        #expect(reply.code == .cannotResume)
        #expect(reply.text.hasSuffix("maya-7.ndjson:3: damaged: not JSON"))
      }
    }
  }
}
