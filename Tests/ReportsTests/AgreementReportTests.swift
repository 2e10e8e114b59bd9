import Agreement
import Lines
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

  @Test("A mean over some of the pairs says so, and what the grader said is told apart")
  func someOfThePairs() throws {
    func codings(_ raters: [String], _ values: [[Int?]]) -> Codings {
      var codings = Codings(
        raters: raters,
        units: ["x", "x", "y", "y", "z"].enumerated().map { Unit(name: "\($0)", session: $1) })
      codings.codes = [(Variable(name: "question", values: ["none", "open", "closed"]), values)]
      return codings
    }
    let report = AgreementReport(
      humans: codings(["ann", "bo"], [[0, 0], [0, 0], [1, nil], [1, nil], [2, nil]]),
      graded: codings(["m@1"], [[0], [0], [1], [1], [0]]), resamples: 0, seed: 1,
      disagreements: 5, showsConfusion: false)
    func written(_ format: AgreementReport.Format) -> String {
      var text = ""
      report.write(format, into: &text)
      return text
    }
    let table = written(.table)
    let start = try #require(table.firstRange(of: "m@1 against each of 2 raters"))
    let lines = table[start.lowerBound...].split(separator: "\n")
    func line(_ name: String) -> Substring? { lines.first { $0.hasPrefix(name) } }
    for name in ["question ", "all codes "] {
      #expect(line(name)?.hasSuffix("  1 of 2 pairs") == true, "\(table)")
    }
    #expect(line("  closed ")?.hasSuffix("  never given by the grader") == true)
    let heading = try #require(lines.firstIndex { $0.hasPrefix("share in a session ") })
    let shares = lines[heading + 1]
    #expect(shares.hasPrefix("question ") && shares.hasSuffix(" 1 of 2 pairs"))
    #expect(lines.contains("        question: grader none; raters closed"))
    let json = #""kappa":{"pairs":2,"pairs_counted":1,"value":"#
    #expect(written(.json).contains(json))
    let whole = written(.csv).split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix("grader_with_each,question,,") }
    #expect(whole.map { $0.hasSuffix(",2,1") } == [true])
  }

  /// What a rater and a grader say of ten replies: of one, levels of a code and three scores.
  private func levels(_ report: AgreementReport.Format) -> String {
    func codings(_ rater: String, _ levels: [Int], _ scores: [Double]) -> Codings {
      var codings = Codings(
        raters: [rater],
        units: ["x", "x", "x", "y", "x", "y", "y", "y", "z", "z"].enumerated().map {
          Unit(name: "\($0 + 1)", session: $1)
        })
      let variable = Variable(
        name: "exploration", values: ["none", "weak", "strong"], level: .ordinal)
      codings.codes = [(variable, levels.map { [$0] })]
      codings.scores = [
        ("empathy", levels.indices.map { [$0 < scores.count ? scores[$0] : nil] })
      ]
      return codings
    }
    var text = ""
    AgreementReport(
      humans: codings("ann", [0, 0, 0, 0, 0, 0, 1, 1, 2, 2], [10, 30, 50]),
      graded: codings("m@1", [0, 0, 0, 0, 1, 1, 1, 1, 2, 2], [20, 40, 60]), resamples: 0, seed: 1,
      disagreements: 0, showsConfusion: false
    ).write(report, into: &text)
    return text
  }

  // Of the code AgreementStudyTests works out the figures. Of the sessions, shares of 0 and 1/4, 1/2
  // and 3/4, 1 and 1 have mean squares of 0.3854 between sessions, 0.0417 between the two and 0.0104
  // left: 0.375 / (0.3854 + 0.0104 + 2 * 0.03125 / 3) is 0.9. Of the scores, they are 800, 150 and 0,
  // and 1 less 5 * 600 / 21,000 is alpha.

  @Test("JSON has each figure under its own key")
  func json() throws {
    struct Told: Decodable {
      struct Figure: Decodable { var value: Double? }
      struct Code: Decodable {
        var n: Int
        var agreement, kappa, ac1, linear_kappa, quadratic_kappa, fleiss, alpha, macro_f1: Figure
        var session_share_icc: Figure
      }
      struct Score: Decodable {
        var n: Int
        var icc, alpha: Figure
        var last_less_others: Double
      }
      struct Comparison: Decodable {
        var codes: [Code]
        var scores: [Score]
        var pooled_kappa, mean_macro_f1, mean_alpha: Figure
      }
      var comparisons: [Comparison]
    }
    let told = try JSONLine.decode(Told.self, from: levels(.json))
    let comparison = try #require(told.comparisons.first)
    let code = try #require(comparison.codes.first)
    #expect(code.n == 10 && code.agreement.value == 0.8 && code.kappa.value == 0.6875)
    #expect(code.ac1.value == 0.7101 && code.fleiss.value == 0.6774 && code.alpha.value == 0.7829)
    #expect(code.linear_kappa.value == 0.7619 && code.quadratic_kappa.value == 0.8387)
    #expect(code.macro_f1.value == 0.8222 && code.session_share_icc.value == 0.9)
    #expect(comparison.pooled_kappa.value == 0.6875 && comparison.mean_alpha.value == 0.7829)
    #expect(comparison.mean_macro_f1.value == 0.8222)
    let score = try #require(comparison.scores.first)
    #expect(score.n == 3 && score.icc.value == 0.8889 && score.alpha.value == 0.8571)
    #expect(score.last_less_others == 10)
  }

  @Test("CSV has each figure in its own column")
  func csv() throws {
    let lines = levels(.csv).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(lines.first)
    let code = try #require(lines.dropFirst().first)
    let score = try #require(lines.last)
    for (row, figures) in [
      (
        code,
        [
          "code": "exploration", "value": "", "n": "10", "agreement": "0.8", "kappa": "0.6875",
          "ac1": "0.7101", "linear_kappa": "0.7619", "quadratic_kappa": "0.8387",
          "fleiss": "0.6774", "alpha": "0.7829", "f1": "0.8222", "icc": "0.9", "difference": "",
        ]
      ),
      (
        score,
        [
          "code": "empathy", "n": "3", "icc": "0.8889", "alpha": "0.8571", "difference": "10.0",
          "kappa": "", "linear_kappa": "", "ac1": "",
        ]
      ),
    ] {
      let fields = Dictionary(uniqueKeysWithValues: zip(header, row))
      for (column, figure) in figures { #expect(fields[column] == figure, "\(column)") }
    }
  }

  @Test("The table has a line for each weighting, for shares in a session and for scores")
  func table() throws {
    let lines = levels(.table).split(separator: "\n", omittingEmptySubsequences: false)
    func words(_ line: Substring?) -> [Substring] { line?.split(separator: " ") ?? [] }
    func line(behind heading: String) -> Substring? {
      lines.firstIndex { $0.hasPrefix(heading) }.map { lines[$0 + 1] }
    }
    let code = "exploration 10 80 % 0.69 0.71 0.68 0.78 0.82 substantial"
    #expect(words(lines.first { $0.hasPrefix("exploration") }).joined(separator: " ") == code)
    #expect(lines.contains { words($0) == ["linear", "weights", "0.76"] })
    #expect(lines.contains { words($0) == ["quadratic", "weights", "0.84"] })
    let shares = words(line(behind: "share in a session "))
    #expect(shares.prefix(3) == ["exploration", "3", "0.90"])
    #expect(lines.contains { $0.hasPrefix("scores ") && $0.hasSuffix("  grader less human") })
    let scores = words(line(behind: "scores "))
    #expect(scores.prefix(3) == ["empathy", "3", "0.89"])
    #expect(scores.dropFirst(6).prefix(3) == ["0.86", "+10.0", "points"])
  }
}
