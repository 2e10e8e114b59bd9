import Agreement
import Testing

/// The worked examples of the papers that the figures come from.
struct PublishedExamplesTests {
  private func isClose(_ estimate: Estimate, _ expected: Double, within: Double = 0.0005) -> Bool {
    estimate.value.map { abs($0 - expected) <= within } ?? false
  }

  private func units(_ rows: [[Int?]]) -> [[Int]] {
    rows[0].indices.map { unit in rows.compactMap { $0[unit] } }
  }

  private func alpha(_ rows: [[Int?]], values: ClosedRange<Int>) -> KrippendorffAlpha {
    var alpha = KrippendorffAlpha(values: values.count)
    for unit in units(rows) { alpha.add(unit.map { $0 - values.lowerBound }) }
    return alpha
  }

  private func table(_ rows: [[Int]]) -> ConfusionMatrix {
    var table = ConfusionMatrix(values: rows.count)
    for (row, counts) in rows.enumerated() {
      for (column, count) in counts.enumerated() {
        for _ in 0..<count { table.add(truth: row, decision: column) }
      }
    }
    return table
  }

  @Test("Cohen 1960, 200 cases in three categories: kappa 0.492")
  func cohen() {
    let table = table([[88, 10, 2], [14, 40, 6], [18, 10, 12]])
    #expect(table.total == 200)
    #expect(isClose(table.kappa, 0.492))
  }

  @Test("Gwet 2002, 125 cases of which nearly all are positive: kappa -0.0234, AC1 0.9408")
  func gwet() {
    let table = table([[118, 5], [2, 0]])
    #expect(isClose(table.kappa, -0.0234, within: 0.00005))
    #expect(isClose(table.ac1, 0.9408, within: 0.00005))
  }

  @Test("Fleiss 1971, six psychiatrists on 30 patients: kappa 0.430")
  func fleiss() {
    // Depression, personality disorder, schizophrenia, neurosis, other.
    let votes = """
      00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
      10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
      00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
      """
    var kappa = FleissKappa(values: 5, raters: 6)
    for unit in votes.split(whereSeparator: \.isWhitespace) {
      kappa.add(
        unit.enumerated().flatMap { value, count in
          Array(repeating: value, count: count.wholeNumberValue ?? 0)
        })
    }
    #expect(isClose(kappa.estimate, 0.430))
  }

  @Test("Krippendorff 2011, example A, two observers of binary data: alpha 0.095")
  func krippendorffBinary() {
    let rows = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
    #expect(isClose(alpha(rows, values: 0...1).estimate(.nominal), 0.095))
  }

  @Test("Krippendorff 2011, example B, two observers of nominal data: alpha 0.692")
  func krippendorffNominal() {
    let rows = ["aabbdcccedda", "babbbccceddd"].map { row in
      row.utf8.map { Int($0) - 96 as Int? }
    }
    #expect(isClose(alpha(rows, values: 1...5).estimate(.nominal), 0.692))
  }

  @Test("Krippendorff 2011, example C, four observers with codes missing: alpha by level")
  func krippendorffMissing() {
    let table: [[Int?]] = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
      [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    let alpha = alpha(table, values: 1...5)
    #expect(isClose(alpha.estimate(.nominal), 0.743))
    #expect(isClose(alpha.estimate(.ordinal), 0.815))
    #expect(isClose(KrippendorffAlpha.interval(units(table).map { $0.map(Double.init) }), 0.849))
  }

  @Test("Shrout & Fleiss 1979, four judges of six subjects: ICC(2,1) 0.29")
  func shroutAndFleiss() throws {
    let icc = IntraclassCorrelation([
      [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ])
    #expect(isClose(icc.estimate, 0.29, within: 0.005))
    // The interval as R's psych and irr packages print it for this table.
    let interval = try #require(icc.interval)
    #expect(abs(interval.lower - 0.019) < 0.001 && abs(interval.upper - 0.761) < 0.001)
  }
}
