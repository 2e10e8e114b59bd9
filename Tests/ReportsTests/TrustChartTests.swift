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
}
