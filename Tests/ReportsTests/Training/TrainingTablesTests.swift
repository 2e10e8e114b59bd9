import Agreement
import GraderTraining
import Reports
import TestSupport
import Testing

@Suite("Figures of training and measuring, as Markdown")
struct TrainingTablesTests {
  /// Replies in the corpus' form, told apart with ease.
  private func set(themes: Int) throws -> TrainingSet {
    try TrainingSet(files: [("corpus.ndjson", LabelledRows.corpus(themes: themes, kinds: 3))])
  }

  @Test("An evaluation has a row for each decision and each value, and a table of confusions")
  func evaluation() {
    let row = Evaluation.Row(
      decision: "advice", source: "corpus", values: ["none", "permitted", "unsolicited"],
      confusion: .ofTen, calibrationError: nil)
    let tables = EvaluationTables(EvaluationReport(rows: [row]))
    #expect(
      tables.description == """
        | decision | source | n   | macro-F1 | accuracy | kappa | calibration error |
        | -------- | ------ | --- | -------- | -------- | ----- | ----------------- |
        | advice   | corpus | 10  | 0.670    | 0.700    | 0.348 |                   |

        | decision | source | value       | n   | precision | recall | F1    |
        | -------- | ------ | ----------- | --- | --------- | ------ | ----- |
        | advice   | corpus | none        | 6   | 0.714     | 0.833  | 0.769 |
        | advice   | corpus | permitted   | 4   | 0.667     | 0.500  | 0.571 |
        | advice   | corpus | unsolicited | 0   |           |        |       |

        """)
    #expect(
      tables.confusions == """
        | advice, corpus | as none | as permitted | as unsolicited |
        | -------------- | ------- | ------------ | -------------- |
        | none           | 5       | 1            | 0              |
        | permitted      | 2       | 2            | 0              |
        | unsolicited    | 0       | 0            | 0              |

        """)
  }

  @Test("A learning curve has a column for each share, and the replies learned from below")
  func curve() throws {
    let curve = LearningCurve(try set(themes: 8), folds: 2)
    let lines = LearningCurveTables(curve).description.split(separator: "\n")
    #expect(
      lines.first?.split(whereSeparator: { " |".contains($0) })
        == ["decision", "source", "n", "1/8", "1/4", "1/2", "all"])
    #expect(lines.contains { $0.hasPrefix("| question ") && $0.contains("| corpus | 24  | ") })
    #expect(lines.last == "| corpus               | 3   | 3   | 6   | 12  |")
  }

  @Test("Probes have a row for each decision and each thing that they test")
  func probes() throws {
    let text = """
      {"id":"a","capability":"asking","kind":"plain","text":"What was that like?","expect":{"question":"open"}}
      {"id":"b","capability":"asking","kind":"plain","text":"Mm.","expect":{"question":"open"}}
      """
    let grader = try Repository.parts.get().grader
    let check = try ProbeCheck(probes: text, name: "probes.ndjson", grader: grader)
    let lines = ProbeTables(check).description.split(separator: "\n")
    #expect(lines.contains("| asking            | 1 of 2 |"))
    #expect(lines.contains("| all of kind plain | 1 of 2 |"))
    #expect(lines.contains { $0.hasPrefix("| question | ") })
  }

  @Test("Sessions have a row over all and one over those judged, and the measures their weights")
  func sessions() throws {
    let rows = LabelledRows.sessions(8, turns: 10)
    let set = try TrainingSet(files: [("annomi.ndjson", rows)])
    let tables = SessionEvaluationTables(SessionEvaluation(set, folds: 2)).description
    let lines = tables.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("| all                 | 4 + 4      | ") })
    #expect(lines.contains { $0.hasPrefix("| that scoring judges | ") })
    #expect(lines.contains { $0.hasPrefix("| reflectionsPerQuestion | ") })
    #expect(lines.last?.hasPrefix("| bias ") == true)
  }
}
