import Lines
import Listening
import Reports
import Testing
import Transcripts

@Suite("Grades found by what their sessions are called")
struct CodedUnitsGradesTests {
  /// Whether a reply's grade, which tells the session, is found for a coded reply of a conversation.
  private func isFound(_ conversation: String, in session: String) -> Bool {
    let lines = FileLines(text: "conversation,id,question\n\(conversation),1,open\n")
    let coded = CodedFile(lines, file: "a.csv") { Issue.record("\($0)") }
    let units = CodedUnits([coded]) { Issue.record("\($0)") }
    let grade = Grade(codes: Codes(), evidence: [], unsure: [], model: "m@1")
    let record = GradedRecord(id: .string("1"), session: session, grade: grade)
    return units.matching([record]).grades == [grade]
  }

  @Test(
    "A session is called by its file, its conversation or both, and by nothing else",
    arguments: [
      (
        "class/talks.csv#talk #2",
        ["class/talks.csv#talk #2", "talks.csv#talk #2", "talks", "talk #2", "2"],
        ["class", "class/talks.csv", "talks.csv", "csv#talk #2", "talk"]
      ),
      (
        "Group #1/talks.csv#talk #2",
        ["Group #1/talks.csv#talk #2", "talks.csv#talk #2", "talks", "talk #2", "2"],
        ["Group", "Group #1/talks.csv", "talks.csv", "1", "talk", "1#2"]
      ),
      ("talks.csv#2.0", ["talks.csv#2.0", "talks", "2"], ["talks.csv", "0"]),
      ("class/ann.b.txt", ["class/ann.b.txt", "ann.b.txt", "ann"], ["ann.b", "class", "b.txt"]),
    ])
  func sessionNames(session: String, names: [String], others: [String]) {
    for name in names + others {
      #expect(isFound(name, in: session) == names.contains(name), "\(name)")
    }
  }

  @Test("A name with many '#' is looked through once", .timeLimit(.minutes(1)))
  func manySigns() {
    let signs = String(repeating: "#", count: 200_000)
    let session = "talks.csv\(signs)\(String(repeating: "x", count: 600_000))#talk"
    #expect(isFound("talk", in: session))
    #expect(!isFound("call", in: session))
  }
}
