import Diagnostics
import Files
import Foundation
import Testing

import Scoring

@Suite("The faults of a run's input")
struct FaultLogTests {
  private func fault(_ line: Int) -> Diagnostic {
    Diagnostic(.error, "record", at: Location(file: "a.ndjson", line: line), "not JSON")
  }

  @Test(
    "More faults than allowed end the run; those after are passed over",
    arguments: [(nil, 5, false), (0, 1, true), (2, 3, true), (5, 5, false)] as [(Int?, Int, Bool)])
  func limit(limit: Int?, counted: Int, isOver: Bool) {
    var told: [Diagnostic] = []
    let log = FaultLog(limit: limit, file: nil) { told.append($0) }
    for line in 1...5 { log.add(fault(line)) }
    #expect(log.count == counted)
    #expect(log.isOver == isOver)
    #expect(told == (1...counted).map(fault))
  }

  @Test(
    "An error that is told later counts where it is noticed, once, and is told before the run is over",
    arguments: [(nil, [4, 9, 1]), (0, [1]), (1, [1, 4]), (2, [4, 9, 1])] as [(Int?, [Int])])
  func noticed(limit: Int?, lines: [Int]) {
    var told: [Diagnostic] = []
    let log = FaultLog(limit: limit, file: nil) { told.append($0) }
    log.notice(fault(1))
    #expect(log.count == 1)
    log.add(fault(4))
    log.add(Diagnostic(.warning, "long-turn", at: Location(file: "a.ndjson", line: 9), "long"))
    var alike = fault(1)
    alike.message += ", and so in 3 more"
    log.add(alike)
    #expect(told.map(\.location?.line) == lines)
    #expect(log.count == min(2, lines.count))
    log.tellNoticed()
    #expect(told.count == lines.count)
  }

  @Test("What was noticed is told where the run ends before its time")
  func untold() {
    var told: [Diagnostic] = []
    let log = FaultLog(limit: nil, file: nil) { told.append($0) }
    log.notice(fault(1))
    #expect(told.isEmpty)
    log.tellNoticed()
    #expect(told == [fault(1)])
  }

  @Test("A warning ends no run")
  func warning() {
    var told = 0
    let log = FaultLog(limit: 0, file: nil) { _ in told += 1 }
    log.add(Diagnostic(.warning, "long-turn", "it is long"))
    #expect(told == 1 && log.count == 0 && !log.isOver)
  }

  @Test("Each is a line of JSON with its place, what is known of it, and how bad it is")
  func file() throws {
    let folder = try Folder()
    let descriptor = open(folder.path("errors"), O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    let output = BufferedOutput(descriptor: descriptor)
    let log = FaultLog(limit: nil, file: output) { _ in }
    log.add(fault(3))
    log.add(
      Diagnostic(
        .warning, "heading", at: Location(file: "a.txt", line: 1, column: 2), "a heading",
        mend: "begin it with '#'"))
    // Nothing is flushed at the end: a run may be killed.
    #expect(
      folder.text("errors")
        == #"{"file":"a.ndjson","line":3,"reason":"not JSON","rule":"record","severity":"error"}"#
        + "\n" + #"{"column":2,"file":"a.txt","line":1,"mend":"begin it with '#'","#
        + #""reason":"a heading","rule":"heading","severity":"warning"}"# + "\n")
  }
}
