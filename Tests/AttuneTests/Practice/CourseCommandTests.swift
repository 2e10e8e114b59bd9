import Files
import Foundation
import Testing

/// `attune practice --course`, and stepping aside, as a user meets them.
struct CourseCommandTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  static let good = """
    Part of you was ready to drive off. And you got out and came up.
    You came with notes, in case your nerve went.
    Mostly work, and a little bit wanting to be sure of the way out.
    Half of you wants to be believed, and half of you waits for the face.

    """

  func file(_ name: String) throws -> String {
    try String(
      contentsOf: program.sessions.appendingPathComponent("\(name).ndjson"), encoding: .utf8)
  }

  @Test("A course goes on with the same client, by the vignette, by the session, or by neither")
  func course() throws {
    defer { program.remove() }
    let first = try program.run("practice", "foundations/maya", "--course", input: Self.good)
    #expect(first.status == 0 && first.output.contains("--course maya-1' goes on"))
    for (number, name) in [(2, "foundations/maya"), (3, "maya-2"), (4, nil)] {
      let arguments = ["practice"] + [name].compactMap(\.self) + ["--course"]
      let result = try program.run(arguments, input: Data(Self.good.utf8))
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("after maya-\(number - 1), seed \(number)"))
      #expect(try file("maya-\(number)").contains("\"session\":\"maya-\(number - 1)\""))
    }
  }

  @Test("A session that is open elsewhere is not gone on with, and the exit code says to try again")
  func held() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", input: Self.good + "/quit\n")
    let path = program.sessions.appendingPathComponent("maya-1.ndjson").path
    let session = try OpenFile(path, O_RDWR)
    defer { withExtendedLifetime(session) {} }
    try session.lock()
    for arguments in [["--resume"], ["--resume", "maya-1"], ["--course", "maya"]] {
      let result = try program.run(["practice"] + arguments)
      #expect(result.status == 75, "\(arguments)")
      #expect(result.errors.contains("\(path) is in use by another attune"), "\(arguments)")
    }
  }

  @Test("A copy of a session's file by a file manager is in nobody's way")
  func copied() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", input: Self.good + "/quit\n")
    try FileManager.default.copyItem(
      at: program.sessions.appendingPathComponent("maya-1.ndjson"),
      to: program.sessions.appendingPathComponent("maya-1 (copy).ndjson"))
    // Of two that were touched at once the copy would come first.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: program.sessions.appendingPathComponent("maya-1.ndjson").path)
    let resumed = try program.run("practice", "--resume", input: "/quit\n")
    #expect(resumed.status == 0 && resumed.output.contains("Session maya-1"), "\(resumed.errors)")
    let next = try program.run("practice", "--course", "maya", input: "/quit\n")
    #expect(next.status == 0 && next.output.contains("after maya-1,"), "\(next.errors)")
  }

  @Test("A session left in the middle is told, and remembered")
  func brokenOff() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", input: Self.good + "/quit\n")
    // Another client's session was left later; what is advised is about this one.
    _ = try program.run("practice", "ruth", input: "Hello.\n/quit\n")
    let next = try program.run("practice", "maya", "--course", input: "Hello.\n")
    #expect(
      next.errors.contains(
        "maya-1 was left in the middle; 'attune practice --resume maya-1' would go on with it"))
    #expect(next.output.contains("after maya-1"))
  }

  @Test("Once the vignette has changed, a course says how to start a new session, and does so")
  func upgraded() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "grief", "--name", "Ada")
    let course = ["practice", "grief/ada", "--pack", "grief", "--course"]
    let replies = Data("Tell me more.\n/quit\n".utf8)
    #expect(try program.run(course, input: replies).status == 0)
    // What the client neither says nor goes by changes no course.
    try program.edit("grief/ada.yaml", "Why it would land.", "Why it lands.")
    #expect(try program.run(course, input: replies).status == 0)
    try program.edit("grief/ada.yaml", "depth 4", "depth four")
    let refused = try program.run(course, input: replies)
    #expect(refused.status == 65)
    #expect(
      refused.errors
        == "attune: session 'ada-2' cannot go on: its vignette 'grief/ada' has changed since; 'attune "
        + "replay' still shows it, and 'attune practice --pack grief grief/ada' starts a new session\n"
    )
    let afresh = try program.run("practice", "grief/ada", "--pack", "grief", input: Self.good)
    #expect(afresh.status == 0)
    let next = try program.run(course, input: replies)
    #expect(next.output.contains("after ada-1.2"), "\(next.errors)")
  }

  @Test("Once a session before is erased, a course says how to start a new one alone")
  func erased() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", input: Self.good)
    _ = try program.run("practice", "maya", "--course", input: Self.good + "/quit\n")
    try FileManager.default.removeItem(at: program.sessions.appendingPathComponent("maya-1.ndjson"))
    for arguments in [["--course", "foundations/maya"], ["--resume", "maya-2"]] {
      let result = try program.run(["practice"] + arguments)
      #expect(result.status == 65, "\(arguments)")
      #expect(
        result.errors
          == "attune: session 'maya-2' cannot go on: it goes on from 'maya-1', which is not saved any "
          + "more, and 'attune practice foundations/maya' starts a new session\n", "\(arguments)")
    }
  }

  @Test("--resume passes over what cannot go on, says so, and goes on with the next")
  func passedOver() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", input: "You nearly drove off.\n/quit\n")
    _ = try program.run("pack", "new", "grief", "--name", "Ada")
    let ada = try program.run("practice", "grief/ada", "--pack", "grief", input: "So.\n/quit\n")
    #expect(ada.status == 0)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: program.sessions.appendingPathComponent("maya-1.ndjson").path)
    // The pack's folder is not named, and then its vignette has changed.
    let absent = try program.run("practice", "--resume", input: "/quit\n")
    #expect(absent.status == 0 && absent.output.contains("Session maya-1"))
    #expect(
      absent.errors
        == "attune: session 'ada-1' cannot go on: its vignette 'grief/ada' is not here; install its "
        + "pack, or name the pack's folder with --pack; passed over\n")
    try program.edit("grief/ada.yaml", "depth 4", "depth four")
    let changed = try program.run("practice", "--resume", "--pack", "grief", input: "/quit\n")
    #expect(changed.status == 0 && changed.output.contains("Session maya-1"))
    #expect(changed.errors.contains("'ada-1' cannot go on: its vignette 'grief/ada' has changed"))
    // Nothing else waits: the session that cannot go on is told as before.
    _ = try program.run("practice", "--resume", "--pack", "grief", input: "/end\n")
    let alone = try program.run("practice", "--resume", "--pack", "grief", input: "")
    #expect(alone.status == 65)
    #expect(alone.errors.contains("'attune practice --pack grief grief/ada' starts a new session"))
    let list = try program.run("replay")
    #expect(list.status == 0)
    #expect(list.output.contains(/ada-1 +grief\/ada +1 reply +[0-9-]+ +open\n/))
    #expect(list.output.contains(/maya-1 +foundations\/maya +1 reply +[0-9-]+ +ended\n/))
    #expect(list.output.contains(program.sessions.path))
  }

  @Test("A client who does not come back says why, and the exit code tells a script")
  func absence() throws {
    defer { program.remove() }
    _ = try program.run("practice", "maya", input: "That's your own stupid fault, you idiot.\n")
    let next = try program.run("practice", "maya", "--course", input: "Hello.\n")
    #expect(next.status == 69)
    #expect(next.errors.contains("Maya does not come back: "))
    #expect(next.errors.contains("without --course"))
  }

  @Test("A trainee's own crisis is set aside, in the pipe and in the replay of what was saved")
  func aside() throws {
    defer { program.remove() }
    let words = "I want to kill myself"
    let result = try program.run(
      "practice", "maya", "--seed", "7", input: Self.good + words + "\nSo you watch me for it.\n")
    #expect(result.status == 0)
    #expect(result.output.contains("findahelpline.com"))
    let saved = try file("maya-7")
    #expect(!saved.contains(words) && saved.contains("\"type\":\"aside\""))
    let replay = try program.run("replay", "maya-7")
    #expect(replay.output.contains("findahelpline.com"))
    let resumed = try program.run("practice", "--resume", "maya-7", input: "")
    #expect(resumed.output.contains("findahelpline.com"))
  }

  @Test("A folder of sessions that cannot be looked into is told, not taken for an empty one")
  func unreadable() throws {
    defer { program.remove() }
    try FileManager.default.createDirectory(
      at: program.sessions.deletingLastPathComponent(), withIntermediateDirectories: true)
    // A link to itself is there, and nobody can look into it.
    try FileManager.default.createSymbolicLink(
      at: program.sessions, withDestinationURL: program.sessions)
    for flag in ["--resume", "--course"] {
      let result = try program.run("practice", flag, input: "")
      #expect(result.status == 66)
      #expect(
        result.errors.contains("cannot look into the folder \(program.sessions.path): Too many"),
        "\(result.errors)")
    }
  }

  @Test("--course excludes --resume")
  func usage() throws {
    defer { program.remove() }
    #expect(try program.run("practice", "--course", "--resume", input: "").status == 64)
  }
}
