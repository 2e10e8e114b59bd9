import Listening

/// The three scores of a session turn by turn, as an inline SVG. Lines differ in dash as well as in
/// colour, and each is named at its end.
enum TurnChart {
  static func svg(_ grades: [Grade]) -> String {
    let (left, right, top, base) = (28.0, 520.0, 10.0, 106.0)
    let last = Double(max(1, grades.count - 1))
    func x(_ turn: Int) -> Double { left + Double(turn) / last * (right - left) }
    func y(_ score: Double) -> Double { base - score / 100 * (base - top) }
    let lines = ScoreName.allCases.map { score in
      (name: score.label, style: score.rawValue, values: grades.map(score.value))
    }
    var svg = "<svg viewBox=\"0 0 620 126\" role=\"img\" class=\"chart turns\"><title>"
    svg += lines.map { line in
      "\(line.name) turn by turn: \(line.values.map(String.init).joined(separator: ", "))"
    }.joined(separator: "; ")
    svg += "</title>"
    for score in [0, 50, 100] {
      let height = tenths(y(Double(score)))
      svg += "<path class=\"grid\" d=\"M\(tenths(left)) \(height)H\(tenths(right))\"/>"
      svg += "<text class=\"level\" x=\"22\" y=\"\(tenths(y(Double(score)) + 4))\">\(score)</text>"
    }
    for turn in stride(from: 0, to: grades.count, by: max(1, (grades.count + 11) / 12)) {
      svg += "<text class=\"tick\" x=\"\(tenths(x(turn)))\" y=\"121\">\(turn + 1)</text>"
    }
    let ends = apart(
      lines.map { y(Double($0.values.last ?? 0)) + 4 }, gap: 14, lowest: 112)
    for (line, end) in zip(lines, ends) {
      let points = line.values.enumerated().map { turn, value in
        "\(tenths(x(turn))),\(tenths(y(Double(value))))"
      }
      svg += "<polyline class=\"line \(line.style)\" points=\"\(points.joined(separator: " "))\"/>"
      svg += "<text class=\"line-name \(line.style)\" x=\"527\" y=\"\(tenths(end))\">"
      svg += "\(line.name)</text>"
    }
    return svg + "</svg>"
  }
}
