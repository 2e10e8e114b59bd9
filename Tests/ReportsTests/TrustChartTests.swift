import Reports
import Testing

struct TrustChartTests {
  @Test("A sparkline has a block a turn, higher for more trust")
  func sparkline() {
    #expect(TrustChart.sparkline([0, 0.5, 1]) == "▁▅█")
    #expect(TrustChart.sparkline([-1, 2]) == "▁█")
    #expect(TrustChart.sparkline([]) == "")
  }

  @Test("A picture names each curve, escapes what it is given and keeps names apart")
  func svg() throws {
    let curves = (0..<8).map { TrustChart.Curve(name: "<\($0)>", bonds: [0.5, 0.01]) }
    let svg = TrustChart.svg(curves, title: "A & B")
    #expect(svg.contains("<title>A &amp; B</title>"))
    let heights = try (0..<8).map { number in
      let line = try #require(svg.split(separator: "\n").first { $0.contains("&lt;\(number)&gt;") })
      let start = try #require(line.firstRange(of: "y=\"")).upperBound
      return try #require(Double(line[start...].prefix { $0 != "\"" }))
    }
    for (first, second) in zip(heights.sorted(), heights.sorted().dropFirst()) {
      #expect(second - first >= 12.9)
    }
    #expect(heights.allSatisfy { (0...360).contains($0) })
  }

  @Test("A sign of XML with an accent upon it is escaped, and a control character shown as a mark")
  func oddSigns() {
    func svg(_ name: String) -> String {
      TrustChart.svg([TrustChart.Curve(name: name, bonds: [0.5])], title: name)
    }
    let written = "M&lt;\u{301}script&gt; &quot;\u{301}&amp;\u{301}&#39; \u{241B}"
    #expect(
      svg("M<\u{301}script> \"\u{301}&\u{301}' \u{1B}")
        == svg("NAME").replacing("NAME", with: written))
  }
}
