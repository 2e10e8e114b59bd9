import Listening

/// The three scores of a session turn by turn, as an inline SVG. Lines differ in dash as well as in
/// colour, and each is named at its end.
enum TurnChart {
  static func svg(_ grades: [Grade]) -> String {
    let (left, right, top, base) = (28.0, 520.0, 10.0, 106.0)
    let last = Double(max(1, grades.count - 1))
    func x(_ turn: Int) -> Double { left + Double(turn) / last * (right - left) }
    func y(_ score: Double) -> Double { base - score / 100 * (base - top) }
    func number(_ value: Double) -> String { Histogram.number(value) }
    let lines: [(name: String, style: String, values: [Int])] = [
      ("empathy", "empathy", grades.map(\.empathy)),
      ("openness", "openness", grades.map(\.openness)),
      ("non-judgment", "nonjudgment", grades.map(\.nonjudgment)),
    ]
    var svg = "<svg viewBox=\"0 0 620 126\" role=\"img\" class=\"chart turns\"><title>"
    svg += lines.map { line in
      "\(line.name) turn by turn: \(line.values.map(String.init).joined(separator: ", "))"
    }.joined(separator: "; ")
    svg += "</title>"
    for score in [0, 50, 100] {
      let height = number(y(Double(score)))
      svg += "<path class=\"grid\" d=\"M\(number(left)) \(height)H\(number(right))\"/>"
      svg += "<text class=\"level\" x=\"22\" y=\"\(number(y(Double(score)) + 4))\">\(score)</text>"
    }
    for turn in stride(from: 0, to: grades.count, by: max(1, (grades.count + 11) / 12)) {
      svg += "<text class=\"tick\" x=\"\(number(x(turn)))\" y=\"121\">\(turn + 1)</text>"
    }
    let ends = apart(lines.map { y(Double($0.values.last ?? 0)) + 4 })
    for (line, end) in zip(lines, ends) {
      let points = line.values.enumerated().map { turn, value in
        "\(number(x(turn))),\(number(y(Double(value))))"
      }
      svg += "<polyline class=\"line \(line.style)\" points=\"\(points.joined(separator: " "))\"/>"
      svg += "<text class=\"line-name \(line.style)\" x=\"527\" y=\"\(number(end))\">"
      svg += "\(line.name)</text>"
    }
    return svg + "</svg>"
  }

  /// Heights of names, moved so that none lies on another.
  private static func apart(_ heights: [Double]) -> [Double] {
    var result = heights
    let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
    for (above, below) in zip(order, order.dropFirst()) {
      result[below] = max(result[below], result[above] + 14)
    }
    let over = max(0, (result.max() ?? 0) - 112)
    return result.map { $0 - over }
  }
}
