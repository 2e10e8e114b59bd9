import GraderTraining

/// What a check of expectations found, as Markdown for people.
public struct ProbeTables: CustomStringConvertible {
  private let check: ProbeCheck

  /// The tables of a check.
  public init(_ check: ProbeCheck) {
    self.check = check
  }

  /// A table of macro-F1 by decision, and one of the expectations met by what they test.
  public var description: String {
    var figures = MarkdownTable("decision", "macro-F1")
    for (name, value) in check.macroF1.sorted(by: { $0.key < $1.key }) {
      figures.add([name, figure(value)])
    }
    var counts = MarkdownTable("expectation", "met")
    for (name, count) in check.tally.sorted(by: { $0.key < $1.key }) {
      counts.add([name, "\(count.met) of \(count.stated)"])
    }
    return "\(figures)\n\(counts)"
  }
}
