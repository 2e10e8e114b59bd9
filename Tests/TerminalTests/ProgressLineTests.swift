import Testing

import Terminal

@Suite("How far a run has come")
struct ProgressLineTests {
  @Test("The time left follows from the pace so far")
  func left() {
    let text = ProgressLine.text("replies", count: 100, done: 100, share: 0.25, seconds: 20)
    #expect(text == "███░░░░░░░ 25 %  100 replies  5/s  1:00 left")
    #expect(
      ProgressLine.text("replies", count: 5, done: 5, share: 0.001, seconds: 10).hasSuffix(
        "2:46:30 left"))
  }

  @Test("After a resume it follows from this run's pace alone")
  func resumed() {
    let text = ProgressLine.text(
      "replies", count: 910, done: 10, share: 0.91, since: 0.9, seconds: 20)
    #expect(text == "█████████░ 91 %  910 replies  0/s  3:00 left")
  }

  @Test("Nothing is said of what is not known")
  func unknown() {
    #expect(
      ProgressLine.text("replies", count: 3, done: 3, share: nil, seconds: 1) == "3 replies  3/s")
    let first = ProgressLine.text(
      "replies", count: 900, done: 0, share: 0.9, since: 0.9, seconds: 0)
    #expect(!first.contains("left"))
  }
}
