import Diagnostics
import Listening
import Transcripts

/// What is counted over all replies and sessions; it takes the same room however many there are.
struct PageFigures {
  /// Sessions counted.
  private(set) var sessions = 0
  /// Replies that belong to no session.
  var singles = 0

  private var replies = 0
  private var models: [String] = []
  private var sums: [ScoreName: Int] = [:]
  private var scores: [ScoreName: Histogram] = [:]
  private var spreads = MarkedMeasure.shown.map(Spread.init)
  private var conduct = Histogram.conduct()
  private var verdicts: [SessionJudgement.Verdict: Int] = [:]

  /// How a measure is spread over the sessions that are held against its marks.
  private struct Spread {
    let measure: MarkedMeasure
    private(set) var histogram: Histogram
    private(set) var marks: [Mark: Int] = [:]
    /// Sessions too short for marks because the client walked out.
    private var walkouts = 0
    /// The others that are not held against the marks.
    private var obstacles: [MarkedMeasure.Obstacle: Int] = [:]

    init(_ measure: MarkedMeasure) {
      self.measure = measure
      histogram = measure.isRatio ? .ratios(measure.marks) : .shares(measure.marks)
    }

    mutating func add(_ row: SessionRow) {
      let obstacle = measure.obstacle(in: row.measures)
      if obstacle == .short, row.saved?.ending == .left {
        walkouts += 1
      } else if let obstacle {
        obstacles[obstacle, default: 0] += 1
      } else if let value = measure.value(in: row.measures),
        let mark = measure.mark(in: row.measures)
      {
        histogram.add(value)
        marks[mark, default: 0] += 1
      }
    }

    /// The sessions that are not held against the marks, each kind by itself; empty where all are.
    var unmarked: String {
      let kinds: [(count: Int, words: String)] = [
        (walkouts, "that the client walked out of early"),
        (obstacles[.short, default: 0], "too short (fewer than \(Marks.fewestReplies) replies)"),
        (obstacles[.nothing, default: 0], "without \(measure.missingMove)"),
        (
          obstacles[.fewMoves, default: 0],
          "of fewer than \(MarkedMeasure.fewestMoves) \(measure.moveNames)"
        ),
      ]
      let told = kinds.filter { $0.count > 0 }.map { "\($0.count) \($0.words)" }
      return told.isEmpty ? "" : "; without a mark: " + told.joined(separator: ", ")
    }
  }

  /// Counts a reply.
  mutating func add(_ grade: Grade) {
    replies += 1
    if models.count < 3, !models.contains(grade.model) { models.append(grade.model) }
    for score in ScoreName.allCases {
      let value = score.value(in: grade)
      sums[score, default: 0] += value
      scores[score, default: .scores()].add(Double(value))
    }
  }

  /// Counts a session.
  mutating func add(_ row: SessionRow) {
    sessions += 1
    for place in spreads.indices { spreads[place].add(row) }
    if let judgement = row.judgement {
      conduct.add(judgement.probability)
      verdicts[judgement.verdict, default: 0] += 1
    }
  }

  /// What the page is about, in a line.
  var summary: String {
    var parts: [String] = []
    if sessions > 0 { parts.append(counted(sessions, "session", "sessions")) }
    parts.append(counted(replies, "reply", "replies"))
    if singles > 0, sessions > 0 { parts.append("\(singles) of them single") }
    if !models.isEmpty { parts.append("graded by \(models.joined(separator: ", "))") }
    return parts.joined(separator: ", ")
  }

  var scoreCharts: [PageModel.Chart] {
    ScoreName.allCases.map { score in
      let mean = Double(sums[score, default: 0]) / Double(replies)
      return PageModel.Chart(
        heading: score.heading, figure: replies == 0 ? "–" : tenths(mean),
        caption: "mean of the replies, 0 to 100",
        svg: scores[score, default: .scores()].svg(unit: "replies"))
    }
  }

  var measureCharts: [PageModel.Chart] {
    spreads.map { spread in
      let counts = spread.marks
      let reached = counts[.good, default: 0] + counts[.fair, default: 0]
      // Of all sessions: the poorest are often those without a mark.
      return PageModel.Chart(
        heading: spread.measure.heading, figure: "\(reached) of \(sessions)",
        caption: "sessions fair or better: \(counts[.good, default: 0]) good, "
          + "\(counts[.fair, default: 0]) fair, \(counts[.below, default: 0]) below\(spread.unmarked)",
        svg: spread.histogram.svg(unit: "sessions"))
    }
  }

  /// How the estimates of conduct are spread, where there is one of any session.
  var conductChart: PageModel.Chart? {
    let judged = verdicts.values.reduce(0, +)
    guard judged > 0 else { return nil }
    let rest = sessions - judged
    return PageModel.Chart(
      heading: "How likely high", figure: "\(verdicts[.high, default: 0]) of \(judged)",
      caption: "sessions high, \(verdicts[.unsure, default: 0]) unsure, "
        + "\(verdicts[.low, default: 0]) low\(rest > 0 ? ", \(rest) not estimated" : "")",
      svg: conduct.svg(unit: "sessions"))
  }
}
