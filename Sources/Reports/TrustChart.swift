import Listening

/// How trust moves, as a picture.
public enum TrustChart {
  /// A curve: its name and the bond before the first reply and after each, 0 to 1.
  public struct Curve: Sendable {
    /// The name.
    var name: String
    /// The bonds.
    var bonds: [Double]

    /// Creates a curve.
    public init(name: String, bonds: [Double]) {
      self.name = name
      self.bonds = bonds
    }
  }

  /// A curve as a line of blocks, one a turn.
  public static func sparkline(_ bonds: [Double]) -> String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(bonds.map { blocks[min(7, max(0, Int($0 * 8)))] })
  }

  /// Curves as an SVG image that needs nothing else and is readable in print.
  ///
  /// Curves differ in dash as well as in colour, and each is named at its end.
  public static func svg(_ curves: [Curve], title: String) -> String {
    let (width, height, left, top, right) = (760.0, 360.0, 40.0, 36.0, 190.0)
    let last = max(1, (curves.map(\.bonds.count).max() ?? 1) - 1)
    func x(_ turn: Int) -> Double { left + Double(turn) * (width - left - right) / Double(last) }
    func y(_ bond: Double) -> Double { top + (1 - bond) * (height - top - 34) }
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 360" role="img" \
      font-family="sans-serif" font-size="11">
      <title>\(escaped(title))</title>
      <rect width="760" height="360" fill="white"/>
      <text x="40" y="20" font-size="13">\(escaped(title))</text>

      """
    for tick in 0...4 {
      let bond = Double(tick) / 4
      svg += "<path d=\"M40 \(tenths(y(bond)))H570\" stroke=\"#ddd\"/>"
      svg += "<text x=\"34\" y=\"\(tenths(y(bond) + 4))\" text-anchor=\"end\">\(tick * 25)</text>\n"
    }
    for turn in stride(from: 0, through: last, by: max(1, last / 12)) {
      svg += "<text x=\"\(tenths(x(turn)))\" y=\"346\" text-anchor=\"middle\">\(turn)</text>\n"
    }
    let ends = apart(curves.map { y($0.bonds.last ?? 0) + 4 }, gap: 13, lowest: height - 8)
    for (index, curve) in curves.enumerated() {
      let color = colors[index % colors.count]
      let dash = dashes[index / colors.count % dashes.count]
      let points = curve.bonds.enumerated().map { "\(tenths(x($0))),\(tenths(y($1)))" }
      svg += "<polyline fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\" "
      svg += "stroke-dasharray=\"\(dash)\" points=\"\(points.joined(separator: " "))\"/>\n"
      let share = (curve.bonds.last ?? 0).percent
      svg += "<text x=\"578\" y=\"\(tenths(ends[index]))\" fill=\"\(color)\">"
      svg += "\(escaped(curve.name)) \(share)</text>\n"
    }
    return svg + "</svg>\n"
  }

  // Okabe & Ito's colours, which people with colour-blindness can tell apart.
  private static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#000000"]
  private static let dashes = ["none", "6 3", "2 3"]

  private static func escaped(_ text: String) -> String { ScalarHTML().escapeText(text) }
}
