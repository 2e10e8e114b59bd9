import Agreement
import Reports
import Testing

struct AgreementReportTests {
  /// What raters who agree said of two replies.
  private func codings(_ raters: [String]) -> Codings {
    var codings = Codings(
      raters: raters, units: (1...2).map { Unit(name: "\($0)", session: nil) })
    let values = (0...1).map { [Int?](repeating: $0, count: raters.count) }
    codings.codes = [(Variable(name: "question", values: ["none", "open"]), values)]
    return codings
  }

  @Test(
    "The grader is compared with each of several raters, and with a majority but of two",
    arguments: [
      (["ann"], false, []), (["ann", "bo"], false, ["raters: ann, bo"]),
      (["ann"], true, ["grader: ann, m@1"]),
      (["ann", "bo"], true, ["raters: ann, bo", "grader_with_each: ann, bo, m@1"]),
      (
        ["ann", "bo", "cy"], true,
        [
          "raters: ann, bo, cy", "grader: the majority of 3 raters, m@1",
          "grader_with_each: ann, bo, cy, m@1",
        ]
      ),
    ] as [([String], Bool, [String])])
  func comparisons(raters: [String], isGraded: Bool, compared: [String]) {
    let report = AgreementReport(
      humans: codings(raters), graded: isGraded ? codings(["m@1"]) : nil, resamples: 0, seed: 1,
      disagreements: 0, showsConfusion: false)
    let told = report.comparisons.map { comparison in
      "\(comparison.kind.rawValue): \(comparison.study.raters.joined(separator: ", "))"
    }
    #expect(told == compared)
  }
}
