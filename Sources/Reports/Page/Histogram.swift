import Listening

/// How values are spread, as an inline SVG: a bar for each step of the scale.
struct Histogram {
  /// A part of the scale that has a name.
  struct Zone {
    var name: String
    /// How it looks: `below`, `fair`, `good` or `open`.
    var style: String
    /// The steps that it takes.
    var steps: Range<Int>
  }

  /// The room that a figure of a number takes in the picture, a hair more than most fonts need.
  private static let digitWidth = 6.2
  private static let digitHeight = 9.0

  private var counts: [Int]
  private let step: Double
  private let zones: [Zone]
  private let label: (Int) -> String
  private let labelEvery: Int

  /// Scores from 0 to 100 in steps of ten.
  static func scores() -> Histogram {
    Histogram(counts: 10, step: 10, labelEvery: 5) { String($0 * 10) }
  }

  /// Shares from 0 to 1 in steps of a twentieth.
  static func shares(_ marks: Marks) -> Histogram {
    Histogram(counts: 20, step: 0.05, zones: zones(marks, 20, 0.05), labelEvery: 10) {
      "\($0 * 5) %"
    }
  }

  /// Ratios from 0 up in steps of a quarter; what is over 4 is in the last.
  static func ratios(_ marks: Marks) -> Histogram {
    Histogram(counts: 17, step: 0.25, zones: zones(marks, 17, 0.25), labelEvery: 4) {
      $0 == 16 ? "4 +" : String(Double($0) / 4).replacing(".0", with: "")
    }
  }

  /// How likely sessions are to be of high quality, from 0 to 1 in steps of a twelfth.
  static func conduct() -> Histogram {
    let low = Int((SessionJudgement.lowTo * 12).rounded())
    let high = Int((SessionJudgement.highFrom * 12).rounded())
    let zones = [
      Zone(name: "low", style: "below", steps: 0..<low),
      Zone(name: "unsure", style: "open", steps: low..<high),
      Zone(name: "high", style: "good", steps: high..<12),
    ]
    return Histogram(counts: 12, step: 1.0 / 12, zones: zones, labelEvery: 4) {
      "\(Int((Double($0) * 100 / 12).rounded())) %"
    }
  }

  /// Where the manual's marks begin and end.
  private static func zones(_ marks: Marks, _ count: Int, _ step: Double) -> [Zone] {
    let (fair, good) = (Int((marks.fair / step).rounded()), Int((marks.good / step).rounded()))
    return [
      Zone(name: "below", style: "below", steps: 0..<fair),
      Zone(name: "fair", style: "fair", steps: fair..<good),
      Zone(name: "good", style: "good", steps: good..<count),
    ]
  }

  private init(
    counts: Int, step: Double, zones: [Zone] = [], labelEvery: Int,
    label: @escaping (Int) -> String
  ) {
    self.counts = [Int](repeating: 0, count: counts)
    self.step = step
    self.label = label
    self.labelEvery = labelEvery
    self.zones = zones
  }

  /// Counts a value; one beyond the scale counts at its end.
  mutating func add(_ value: Double) {
    // A hair is added so that 0.15 counts where 15 % begins.
    let place = Int((value / step + 1e-9).rounded(.down))
    counts[min(counts.count - 1, max(0, place))] += 1
  }

  /// The picture. What it shows is said in its description for those who cannot see it.
  func svg(unit: String) -> String {
    let (width, height, base, top) = (320, 128, 104, zones.isEmpty ? 14 : 28)
    let highest = max(1, counts.max() ?? 1)
    let slot = Double(width) / Double(counts.count)
    func x(_ place: Int) -> String { tenths(Double(place) * slot) }
    var svg = "<svg viewBox=\"-18 0 \(width + 36) \(height)\" role=\"img\" class=\"chart\">"
    svg += "<title>\(description(unit))</title>"
    for zone in zones {
      svg +=
        "<rect class=\"zone \(zone.style)\" x=\"\(x(zone.steps.lowerBound))\" y=\"\(top - 4)\" "
      svg += "width=\"\(x(zone.steps.count))\" height=\"\(base - top + 4)\"/>"
      let middle = tenths(
        Double(zone.steps.lowerBound + zone.steps.upperBound) / 2 * slot)
      svg += "<text class=\"zone-name\" x=\"\(middle)\" y=\"12\">\(zone.name)</text>"
    }
    for zone in zones.dropFirst() {
      svg += "<path class=\"mark-line\" d=\"M\(x(zone.steps.lowerBound)) \(top - 8)V\(base)\"/>"
    }
    var numbers: [(middle: Double, width: Double, y: Double)] = []
    // The tallest bars have their numbers first; one that would run into another stays away, and is in
    // the description.
    let places = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }
    for place in places {
      let tall = max(2, Double(counts[place]) / Double(highest) * Double(base - top - 10))
      let y = Double(base) - tall
      svg += "<rect class=\"bar\" x=\"\(tenths(Double(place) * slot + 1))\" "
      svg += "y=\"\(tenths(y))\" width=\"\(tenths(slot - 2))\" "
      svg += "height=\"\(tenths(tall))\"/>"
      let middle = (Double(place) + 0.5) * slot
      let width = Double(String(counts[place]).count) * Self.digitWidth
      let touches = numbers.contains {
        abs($0.middle - middle) < ($0.width + width) / 2 + 1 && abs($0.y - y) < Self.digitHeight
      }
      if touches { continue }
      numbers.append((middle, width, y))
      svg +=
        "<text class=\"count\" x=\"\(tenths(middle))\" y=\"\(tenths(y - 3))\">\(counts[place])</text>"
    }
    svg += "<path class=\"axis\" d=\"M0 \(base)H\(width)\"/>"
    for place in stride(from: 0, through: counts.count, by: labelEvery) {
      svg += "<text class=\"tick\" x=\"\(x(place))\" y=\"\(height - 8)\">\(label(place))</text>"
    }
    return svg + "</svg>"
  }

  private func description(_ unit: String) -> String {
    let parts = counts.enumerated().filter { $0.element > 0 }.map { place, count in
      "\(label(place)) and up: \(count)"
    }
    return parts.isEmpty ? "no \(unit)" : "Number of \(unit) from " + parts.joined(separator: ", ")
  }
}
