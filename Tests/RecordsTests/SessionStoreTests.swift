import Files
import Foundation
import LineProtocol
import Lines
import Records
import Testing
import Transcripts

@Suite("The folder of saved sessions")
struct SessionStoreTests {
  @Test(
    "a session's name is letters, digits, hyphens, underscores and dots, no dot first",
    arguments: ["maya-7", "A", "x_1", "maya-7.2", "a..b", String(repeating: "a", count: 120)])
  func valid(id: String) {
    #expect(SessionStore.isValid(id))
  }

  @Test(
    "nothing else is one",
    arguments: [
      "", ".", ".maya", "../x", "a/b", "a b", "a\n", "é", "a\0", "~",
      String(repeating: "a", count: 121),
    ])
  func invalid(id: String) {
    #expect(!SessionStore.isValid(id))
  }

  /// The session to go on with, and what is told of those that are skipped.
  private func latestUnfinished(_ store: SessionStore) throws -> (id: String?, told: [String]) {
    final class Told { var faults: [String] = [] }
    let told = Told()
    let saved = try store.latestFirst { told.faults.append($0.description) }
    let latest = saved.first { $0.transcript.end == nil }
    return (latest?.id, told.faults)
  }

  @Test("the session that was touched last and has not ended is the one to go on with")
  func latest() throws {
    try withStore { store in
      #expect(try latestUnfinished(store.store) == (nil, []))
      for (age, seed) in [(3, 1), (2, 2), (1, 3)] {
        let sessionHost = try store.sessionHost()
        _ = try sessionHost.send("BEGIN foundations/maya SEED \(seed)")
        if seed == 3 { _ = try sessionHost.send("END") }
        let date = Date(timeIntervalSince1970: 1_700_000_000 - Double(age))
        try FileManager.default.setAttributes(
          [.modificationDate: date], ofItemAtPath: store.store.path(of: "maya-\(seed)"))
      }
      #expect(try latestUnfinished(store.store) == ("maya-2", []))
    }
  }

  @Test("A folder that cannot be looked into is told, and is not taken for an empty one")
  func unreadable() throws {
    try withStore { store in
      let folder = store.store.folder
      try FileManager.default.createDirectory(
        at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
      // A link to itself is there, and nobody can look into it.
      try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: folder)
      #expect(
        throws: FileError.unreadable(
          SystemError(code: ELOOP), "cannot look into the folder \(folder.path)")
      ) { try latestUnfinished(store.store) }
    }
  }

  @Test("A session whose file cannot be read is told with the system's reason, and skipped")
  func unreadableSession() throws {
    try withStore { store in
      let sessionHost = try store.oldSession()
      let folder = store.store.path(of: "folder")
      let loop = store.store.path(of: "loop")
      let pipe = store.store.path(of: "pipe")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
      #expect(mkfifo(pipe, 0o600) == 0)
      let (latest, told) = try latestUnfinished(store.store)
      #expect(latest == "maya-1")
      #expect(
        Set(told) == [
          "\(folder): damaged: no regular file", "\(pipe): damaged: no regular file",
          "cannot read \(loop): \(SystemError(code: ELOOP))",
        ])
      #expect(store.store.headers().map(\.vignette) == ["foundations/maya"])
      _ = try sessionHost.send("END")
      let next = try ["folder", "loop", "pipe"].map { try sessionHost.send("NEXT \($0)").text }
      #expect(
        next == [
          "cannot open \(folder): \(SystemError(code: EISDIR))",
          "cannot open \(loop): \(SystemError(code: ELOOP))",
          "\(pipe): damaged: no regular file",
        ])
    }
  }

  @Test(
    "files that are no sessions are skipped, and reported if they are damaged",
    arguments: [
      ("", nil), ("{}\n", "stranger.ndjson:1: damaged: the key 'type' is missing"),
      ("not JSON\n", "stranger.ndjson:1: damaged: not JSON"),
      ("\u{0}\u{0}\n", "stranger.ndjson:1: damaged: not JSON"),
      (
        #"{"reason":"crisis","text":"","turn":3,"type":"aside"}"# + "\n",
        "stranger.ndjson: damaged: the session's header is missing"
      ),
    ] as [(String, String?)])
  func strangers(content: String, damage: String?) throws {
    try withStore { store in
      _ = try store.oldSession()
      try store.write(Data(content.utf8), as: "stranger")
      try Data(content.utf8).write(to: store.store.folder.appendingPathComponent("notes.txt"))
      let (latest, told) = try latestUnfinished(store.store)
      #expect(latest == "maya-1")
      #expect(told.count == (damage == nil ? 0 : 1))
      if let damage { #expect(told.first?.hasSuffix(damage) == true, "\(told)") }
    }
  }

  @Test(
    "A file whose name is no session's is passed over: what is listed can be fetched",
    arguments: ["maya-1 (copy)", "maya-1 - Kopie", ".maya-1", "Maya é"])
  func otherNames(name: String) throws {
    try withStore { store in
      _ = try store.oldSession()
      try store.write(try store.bytes("maya-1"), as: name)
      #expect(try latestUnfinished(store.store) == ("maya-1", []))
      #expect(store.store.headers().count == 1)
    }
  }

  @Test(
    "The sessions that one goes on from are all there, or one of them is missing",
    arguments: [
      (nil, true), ("maya-1", true), ("second", true), ("gone", false), ("behind-gone", false),
      ("circle", false), ("../sessions/maya-1", false),
    ] as [(String?, Bool)])
  func course(before: String?, isWhole: Bool) throws {
    func header(after session: String?) -> SessionHeader {
      SessionHeader(
        vignette: "foundations/maya", client: "Maya", pack: "1.0.0", fingerprint: "", seed: 1,
        model: "", after: session.map { SessionHeader.Predecessor(session: $0, events: 2) })
    }
    try withStore { store in
      _ = try store.oldSession()
      for (id, before) in [("second", "maya-1"), ("behind-gone", "gone"), ("circle", "circle")] {
        let line = JSONLine.encode(SessionEvent.session(header(after: before))) + "\n"
        try store.write(Data(line.utf8), as: id)
      }
      #expect(store.store.hasAll(before: header(after: before)) == isWhole)
    }
  }

  @Test("How sessions began is read off their first lines, whatever follows")
  func headers() throws {
    try withStore { store in
      #expect(store.store.headers() == [])
      for name in ["maya", "ruth"] {
        _ = try store.sessionHost().send("BEGIN foundations/\(name) SEED 1")
      }
      // What follows is no text, so nobody has read it who has anything to give.
      let first = try store.bytes("ruth-1").prefix { $0 != 0x0A }
      try store.write(first + [0x0A, 0xFF, 0x0A], as: "ruth-1")
      try store.write(Data("x\n".utf8), as: "stranger")
      let played = store.store.headers().map(\.vignette).sorted()
      #expect(played == ["foundations/maya", "foundations/ruth"])
      final class Told { var faults = 0 }
      let told = Told()
      let wanted = try store.store.latestFirst(
        damaged: { _ in told.faults += 1 }, where: { $0.vignette == "foundations/maya" })
      #expect(wanted.map(\.id) == ["maya-1"])
      #expect(told.faults == 1, "only of what cannot be told apart is more read")
    }
  }

  @Test(
    "folders follow the XDG specification",
    arguments: [
      (["XDG_DATA_HOME": "/d", "HOME": "/h"], "/d/attune/sessions"),
      (["HOME": "/h"], "/h/.local/share/attune/sessions"),
      (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/attune/sessions"),
      (["XDG_DATA_HOME": "", "HOME": "/h"], "/h/.local/share/attune/sessions"),
    ])
  func folders(environment: [String: String], folder: String) {
    #expect(SessionStore.standard(environment: environment).folder.path == folder)
    #expect(XDG.state(["HOME": "/h"]).path == "/h/.local/state/attune")
  }

  @Test("a home that is empty or relative is not used", arguments: ["", "h", "~"])
  func noHome(home: String) {
    #expect(XDG.home(["HOME": home]) == XDG.home([:]))
    #expect(XDG.home([:]).hasPrefix("/"))
  }
}
