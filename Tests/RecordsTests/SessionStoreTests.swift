import Foundation
import Records
import Testing

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

  @Test("the session that was touched last and has not ended is the one to go on with")
  func latest() throws {
    try withStore { store in
      #expect(store.store.latestUnfinished() == nil)
      for (age, seed) in [(3, 1), (2, 2), (1, 3)] {
        let seat = try store.seat()
        _ = try seat.send("BEGIN foundations/maya SEED \(seed)")
        if seed == 3 { _ = try seat.send("END") }
        let date = Date(timeIntervalSince1970: 1_700_000_000 - Double(age))
        try FileManager.default.setAttributes(
          [.modificationDate: date], ofItemAtPath: store.store.path(of: "maya-\(seed)"))
      }
      #expect(store.store.latestUnfinished() == "maya-2")
    }
  }

  @Test(
    "files that are no sessions are passed over",
    arguments: ["", "{}\n", "not JSON\n", "\u{0}\u{0}\n"])
  func strangers(content: String) throws {
    try withStore { store in
      let seat = try store.seat()
      _ = try seat.send("BEGIN foundations/maya SEED 1")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
        ofItemAtPath: store.store.path(of: "maya-1"))
      try store.write(Data(content.utf8), as: "stranger")
      try Data(content.utf8).write(to: store.store.folder.appendingPathComponent("notes.txt"))
      #expect(store.store.latestUnfinished() == "maya-1")
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
}
