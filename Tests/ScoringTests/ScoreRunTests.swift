import Diagnostics
import Foundation
import Grading
import Listening
import Reports
import Testing
import Transcripts

import Scoring

@Suite("A run over many replies")
struct ScoreRunTests {
  let folder: Folder
  let replies = Fixtures.replies(150)

  init() throws {
    folder = try Folder()
  }

  private func file(
    _ name: String, format: ScoreFormat = .ndjson, resume: Bool = false,
    identity: RunIdentity = Fixtures.identity
  ) throws -> ResultFile {
    try ResultFile(path: folder.path(name), identity: identity, resume: resume)
  }

  private func run(_ format: ScoreFormat, threads: Int = 2, _ file: ResultFile) throws -> ScoreRun {
    ScoreRun(grader: try Fixtures.grader(), format: format, threads: threads, file: file)
  }

  /// What a run without interruption writes.
  private func whole(_ format: ScoreFormat = .ndjson, threads: Int = 1) throws -> String {
    let run = try run(format, threads: threads, try file("whole", format: format))
    for reply in replies { try run.add(reply) }
    try run.finish()
    return try #require(folder.text("whole"))
  }

  @Test("The same bytes for any number of threads", arguments: ScoreFormat.allCases)
  func threads(format: ScoreFormat) throws {
    let one = try whole(format)
    #expect(one.count > 150 * 20)
    for threads in [2, 5] { #expect(try whole(format, threads: threads) == one) }
  }

  @Test("A reply of more words than one person says at once is told, in a conversation")
  func longReplies() {
    func warning(_ words: Int, session: String?) -> Diagnostic? {
      ReplyToScore(
        session: session, turn: session == nil ? nil : 4, id: .integer(1), client: nil,
        text: Array(repeating: "word", count: words).joined(separator: " ")
      ).lengthWarnings(in: "talk.txt").first
    }
    #expect(warning(300, session: "talk.txt") == nil && warning(400, session: nil) == nil)
    #expect(
      warning(301, session: "talk.txt")?.description
        == "talk.txt: warning: turn 4 of 'talk.txt' has 301 words; look whether the client speaks "
        + "in it without a label; it is graded as one reply [long-reply]")
    func codes(client: Int, reply: Int) -> [String] {
      ReplyToScore(
        session: "talk.txt", turn: 4, id: .integer(1),
        client: String(repeating: "word ", count: client),
        text: String(repeating: "word ", count: reply)
      ).lengthWarnings(in: "talk.txt").map(\.rule)
    }
    #expect(codes(client: 4000, reply: 400) == ["long-turn", "long-reply"])
    #expect(codes(client: 4, reply: 4000) == ["long-turn"])
  }

  @Test("A saved session with another grade than its replies get now is told once")
  func regraded() throws {
    let grader = try Fixtures.grader()
    func session(_ name: String, _ replies: [(text: String, graded: Grade?)]) -> [ReplyToScore] {
      replies.enumerated().map { index, reply in
        ReplyToScore(
          session: name, turn: index + 1, id: .null, client: "He died.", text: reply.text,
          graded: reply.graded)
      }
    }
    let (kind, harsh) = ("You miss him.", "You should be over it by now.")
    let (mild, judged) = (
      grader.grade(kind, client: "He died."), grader.grade(harsh, client: "He died.")
    )
    var older = judged
    older.model = "older@1"
    let items =
      session("same", [(kind, mild), (harsh, judged)]) + session("none", [(kind, nil)])
      + session("other", [(kind, mild), (kind, judged), (kind, judged)])
      + session("older", [(kind, older)])
    let run = try run(.ndjson, try file("out"))
    final class Told { var warnings: [Diagnostic] = [] }
    let told = Told()
    run.onRegraded = { told.warnings.append($0) }
    for item in items { try run.add(item) }
    try run.finish()
    #expect(told.warnings.map(\.rule) == ["grade-differs", "grade-differs"])
    #expect(told.warnings.map { $0.location?.file } == ["other", "older"])
    #expect(told.warnings.first?.message == "reply 2 has another grade in the file than now")
    #expect(told.warnings.last?.message.hasSuffix("it was graded by older@1") == true)
    #expect(told.warnings.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "A result keeps the permissions of the file that it replaces, and its part has no more",
    arguments: [0o600, 0o640, 0o444])
  func permissions(mode: Int) throws {
    func granted(to name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
    }
    try Data("old".utf8).write(to: folder.url.appendingPathComponent("out"))
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path("out"))
    let run = try run(.ndjson, try file("out"))
    #expect(try granted(to: "out.part") == mode | 0o600)
    for reply in replies { try run.add(reply) }
    try run.finish()
    #expect(try granted(to: "out") == mode)
    #expect(try folder.text("out") == whole())
  }

  @Test("Piece by piece it is what a report makes of all replies at once")
  func sameAsReport() throws {
    let grader = try Fixtures.grader()
    for format in ScoreFormat.allCases {
      var report = format.makeReport()
      var text = ""
      report.begin(into: &text)
      for reply in replies {
        let grade = grader.grade(reply.text, client: reply.client)
        report.add(ScoredReply(reply: reply, grade: grade), into: &text)
      }
      report.end(into: &text)
      #expect(try whole(format, threads: 2) == text)
    }
  }

  @Test("The result has its name only when it is complete, and nothing is left beside it")
  func aside() throws {
    let run = try run(.ndjson, try file("out"))
    for reply in replies { try run.add(reply) }
    #expect(folder.names == ["out.part", "out.part.journal"])
    try run.finish()
    #expect(folder.names == ["out"])
  }

  @Test(
    "A run suspended anywhere goes on to the very same bytes, and grades nothing twice",
    arguments: [0, 1, 64, 65, 150])
  func suspended(after count: Int) throws {
    for format in [ScoreFormat.ndjson, .csv] {
      let expected = try whole(format)
      do {
        let first = try run(format, try file("out"))
        for reply in replies.prefix(count) { try first.add(reply) }
        #expect(try first.suspend())
        #expect(first.written == count)
      }
      try finish(format, expected: expected, resumedAt: count)
    }
  }

  private func finish(_ format: ScoreFormat, expected: String, resumedAt count: Int) throws {
    let part = try #require(folder.text("out.part"))
    let second = try run(format, threads: 3, try file("out", resume: true))
    #expect(second.written == count)
    for (index, reply) in replies.enumerated() {
      #expect(second.isCatchingUp == (index < count))
      try second.add(reply)
    }
    try second.finish()
    #expect(folder.text("out") == expected)
    #expect(expected.hasPrefix(part))
    try FileManager.default.removeItem(atPath: folder.path("out"))
  }

  @Test("What a crash left after the last checkpoint is dropped, and a torn journal line too")
  func crash() throws {
    let expected = try whole()
    do {
      let first = try run(.ndjson, try file("out"))
      for reply in replies.prefix(100) { try first.add(reply) }
      _ = try first.suspend()
    }
    for (name, rest) in [("out.part", "{\"codes\":{\"adv"), ("out.part.journal", "{\"bytes\":9")] {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(name)))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(rest.utf8))
      try handle.close()
    }
    try finish(.ndjson, expected: expected, resumedAt: 100)
  }

  /// The reasons for which a run is not gone on with.
  private func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A journal that cannot be read is told and is not begun anew",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func unreadableJournal() throws {
    try Data("{}\n".utf8).write(to: URL(fileURLWithPath: folder.path("out.part")))
    // A regular file whose beginning cannot be read.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out.part.journal"), withDestinationPath: "/proc/self/mem")
    let reason = refusal { _ = try file("out", resume: true) }
    #expect(reason?.hasPrefix("cannot read ") == true)
    #expect(reason?.hasSuffix("out.part.journal: Input/output error") == true)
    #expect(folder.text("out.part") == "{}\n")
  }

  @Test("Another run's result is neither written over nor gone on with")
  func refused() throws {
    do {
      let first = try run(.ndjson, try file("out"))
      for reply in replies.prefix(100) { try first.add(reply) }
      _ = try first.suspend()
    }
    let part = folder.text("out.part")
    #expect(refusal { _ = try file("out") }?.contains("scores of 100 replies") == true)
    var other = Fixtures.identity
    other.model = "m@2"
    #expect(
      refusal { _ = try file("out", resume: true, identity: other) }?.contains("m@2") == true)
    var changed = replies
    changed[50].client = "Something else."
    #expect(
      refusal {
        let second = try run(.ndjson, try file("out", resume: true))
        for reply in changed { try second.add(reply) }
      }?.contains("first 100 replies of the input are not those") == true)
    #expect(
      refusal {
        let second = try run(.ndjson, try file("out", resume: true))
        for reply in replies.prefix(99) { try second.add(reply) }
        try second.finish()
      }?.contains("the input holds 99 replies, and 100 have been scored") == true)
    #expect(folder.text("out.part") == part)
    try FileManager.default.removeItem(atPath: folder.path("out.part.journal"))
    #expect(refusal { _ = try file("out", resume: true) }?.contains("journal is missing") == true)
    #expect(folder.names == ["out.part"])
  }

  @Test("What is told of an unfinished result is what can be done, in whatever form one asks for")
  func advice() throws {
    do {
      let first = try run(.ndjson, try file("out"))
      for reply in replies.prefix(100) { try first.add(reply) }
      _ = try first.suspend()
    }
    var table = Fixtures.identity
    table.format = "table"
    let told = try #require(refusal { _ = try file("out", format: .table, identity: table) })
    #expect(told.contains("as ndjson, and this is attune 1 with model m@1 as table"))
    #expect(told.contains("go on with the same ones and --resume, or delete it"))
  }

  @Test("What was left before the first checkpoint is in nobody's way", arguments: [false, true])
  func withoutCheckpoint(resume: Bool) throws {
    let expected = try whole(.table)
    withExtendedLifetime(try file("out", format: .table)) {}
    try Data("emp open".utf8).write(to: URL(fileURLWithPath: folder.path("out.part")))
    #expect(folder.text("out.part.journal")?.contains("m@1") == true)
    let second = try run(.table, try file("out", format: .table, resume: resume))
    for reply in replies { try second.add(reply) }
    try second.finish()
    #expect(folder.text("out") == expected)
  }

  @Test("While a run writes, no other can")
  func inUse() throws {
    let first = try file("out")
    #expect(refusal { _ = try file("out", resume: true) }?.contains("in use") == true)
    withExtendedLifetime(first) {}
  }

  @Test("A report that needs all its replies is not kept in pieces")
  func tables() throws {
    let run = try run(.table, try file("out", format: .table))
    for reply in replies.prefix(100) { try run.add(reply) }
    #expect(try !run.suspend())
    #expect(folder.names.isEmpty)
  }

  @Test("An output that exists stays as it was until the new one is complete")
  func replaced() throws {
    try Data("before".utf8).write(to: URL(fileURLWithPath: folder.path("out")))
    let run = try run(.ndjson, try file("out"))
    for reply in replies.prefix(100) { try run.add(reply) }
    #expect(folder.text("out") == "before")
    try run.finish()
    #expect(folder.text("out")?.hasPrefix("{") == true)
  }
}
