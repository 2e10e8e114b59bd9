import Agreement
import Diagnostics
import Foundation
import Listening

/// Agreement as a table for people.
struct AgreementTable {
  private let report: AgreementReport

  init(_ report: AgreementReport) {
    self.report = report
  }

  func write(into output: inout some TextOutputStream) {
    for (index, comparison) in report.comparisons.enumerated() {
      if index > 0 { output.write("\n") }
      let study = comparison.study
      output.write("\(title(comparison.kind, study))\n\n")
      output.write(
        row("code", Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0, $0.rawValue) })))
      for code in study.codes { write(code, of: study, into: &output) }
      writeOverall(study, into: &output)
      if comparison.kind == .grader { writeTies(into: &output) }
      writeScores(study, into: &output)
      writeCounts(study, into: &output)
      writeDisagreements(study, into: &output)
    }
    output.write(
      """

      kappa: Cohen's, the mean over pairs of raters; n: replies that two coded; share: how often \
      the value is given; agree: the share of replies on which two agree; \
      AC1: Gwet's, which rare codes do not lower as they lower kappa. Intervals: bootstrap over \
      sessions, or over replies where no session is known. Words for a kappa are those of Landis & \
      Koch (1977), for an ICC those of Cicchetti (1994): conventions, not thresholds.

      """)
  }

  private func title(_ kind: AgreementReport.Comparison, _ study: AgreementStudy) -> String {
    let raters = study.raters.count
    let grader = shown(study.raters.last ?? "", 40)
    let sessions = study.sessions.map { ", " + counted($0, "session", "sessions") } ?? ""
    switch kind {
    case .raters:
      let names = study.raters.prefix(6).map { shown($0, 20) }.joined(separator: ", ")
      return "Between \(raters) raters (\(names)\(raters > 6 ? ", …" : ""))\(sessions)"
    case .grader: return "\(grader) against \(shown(study.raters.first ?? "", 40))\(sessions)"
    case .graderWithEach: return "\(grader) against each of \(raters - 1) raters\(sessions)"
    }
  }

  private func write(
    _ code: AgreementStudy.Code, of study: AgreementStudy, into output: inout some TextOutputStream
  ) {
    var fields: [Column: String] = [
      .n: String(code.units), .kappa: figure(code.kappa.estimate),
      .interval: interval(code.kappa.interval), .ac1: figure(code.ac1.estimate),
      .f1: figure(code.macroF1.estimate),
    ]
    fields[.agree] = code.agreement.value.map(percent)
    fields[.fleiss] = code.fleiss.map { figure($0.estimate) }
    fields[.alpha] = code.alpha.map { figure($0.estimate) }
    output.write(
      row(
        code.variable.name, fields,
        note(code.kappa.estimate, of: code.kappaPairs, Interpretation.kappa)))
    if let (linear, quadratic) = code.weightedKappa {
      for (name, kappa) in [("linear", linear), ("quadratic", quadratic)] {
        output.write(
          row(
            "  \(name) weights",
            [.kappa: figure(kappa.estimate), .interval: interval(kappa.interval)]))
      }
    }
    for value in code.variable.values.indices { write(value, of: code, study, into: &output) }
    if report.showsConfusion {
      writeConfusion(code, study.pairing == .othersAgainstLast, into: &output)
    }
  }

  /// The line of a value that was given; of a code that is there or not, its presence says it all.
  private func write(
    _ value: Int, of code: AgreementStudy.Code, _ study: AgreementStudy,
    into output: inout some TextOutputStream
  ) {
    let confusion = code.confusion
    let isAbsence = code.variable.values == CodeVariable.noAndYes && value == 0
    guard !isAbsence, confusion.support(value) + confusion.decided(value) > 0 else { return }
    var fields: [Column: String] = [.f1: figure(confusion.f1(value))]
    fields[.share] = code.share(of: value, study.pairing).map(percent)
    var note = ""
    if study.pairing == .othersAgainstLast {
      if confusion.decided(value) == 0 { note = "never given by the grader" }
      if confusion.support(value) == 0 { note = "given by the grader alone" }
      fields[.n] = String(confusion.support(value))
      fields[.precision] = figure(confusion.precision(value))
      fields[.recall] = figure(confusion.recall(value))
    }
    output.write(row("  " + code.variable.values[value], fields, note))
  }

  private func writeOverall(_ study: AgreementStudy, into output: inout some TextOutputStream) {
    var fields: [Column: String] = [
      .kappa: figure(study.pooledKappa.estimate),
      .interval: interval(study.pooledKappa.interval), .f1: figure(study.meanMacroF1),
    ]
    fields[.alpha] = study.meanAlpha.map(figure)
    output.write(
      row(
        "all codes", fields,
        note(study.pooledKappa.estimate, of: study.pooledPairs, Interpretation.kappa)))
  }

  private func writeTies(into output: inout some TextOutputStream) {
    guard !report.ties.isEmpty else { return }
    let counts = report.ties.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    output.write("left out, where the raters are tied: \(counts)\n")
  }

  private func writeConfusion(
    _ code: AgreementStudy.Code, _ isDirected: Bool, into output: inout some TextOutputStream
  ) {
    let names = code.variable.values.map { shown($0, 10) }
    let corner = isDirected ? "human \\ grader" : "one \\ other"
    output.write("  " + pad(corner, 16) + names.map { left($0, 11) }.joined() + "\n")
    for (name, counts) in zip(names, code.confusion.counts) {
      output.write("  " + pad(name, 16) + counts.map { left(String($0), 11) }.joined() + "\n")
    }
  }

  private func writeScores(_ study: AgreementStudy, into output: inout some TextOutputStream) {
    guard !study.scores.isEmpty else { return }
    let isDirected = study.pairing == .othersAgainstLast
    output.write(
      "\nscores                   n  ICC(2,1)  95 % CI           alpha"
        + (isDirected ? "  grader less human\n" : "\n"))
    for score in study.scores {
      let icc = score.correlation
      output.write(
        pad(score.name, 22) + left(String(icc.units), 4) + left(figure(icc.estimate), 10) + "  "
          + pad(interval(icc.interval), 16) + left(figure(score.alpha), 7)
          + (isDirected ? left(difference(score.lastMinusOthers), 19) : "") + "  "
          + note(icc) + "\n")
    }
  }

  private func writeCounts(_ study: AgreementStudy, into output: inout some TextOutputStream) {
    let counted = study.codes.filter { $0.sessionShares != nil && !$0.variable.isDerived }
    guard !counted.isEmpty else { return }
    output.write("\nshare in a session       n  ICC(2,1)  95 % CI\n")
    for code in counted {
      guard let icc = code.sessionShares else { continue }
      output.write(
        pad(code.variable.name, 22) + left(String(icc.units), 4) + left(figure(icc.estimate), 10)
          + "  " + pad(interval(icc.interval), 16) + "  " + note(icc) + "\n")
    }
  }

  private func writeDisagreements(
    _ study: AgreementStudy, into output: inout some TextOutputStream
  ) {
    guard report.disagreements > 0, !study.disagreements.isEmpty else { return }
    output.write("\nlargest disagreement, by the share of comparisons that differ\n")
    for session in study.sessionDisagreements.prefix(report.disagreements) {
      output.write(
        "  \(left(percent(session.share), 5))  session \(shown(session.session, 50)), "
          + counted(session.units, "reply", "replies") + "\n")
    }
    for unit in study.disagreements.prefix(report.disagreements) {
      let text = unit.unit.text.map { ": \(shown($0, 60))" } ?? ""
      // The name whole: by it the reply is found in the codings.
      let name = unit.unit.name.replacingControls(with: " ")
      output.write("  \(left(percent(unit.share), 5))  \(name)\(text)\n")
      for code in unit.codes.prefix(6) {
        output.write("        \(code.name): \(votes(code.values, study.pairing))\n")
      }
    }
  }

  /// What raters said, each in turn where there are two, else counted; the grader's beside it.
  private func votes(_ values: [String?], _ pairing: AgreementStudy.Pairing) -> String {
    if pairing == .othersAgainstLast, let grader = values.last {
      let humans = votes(Array(values.dropLast()), .everyone)
      return "grader \(grader ?? "-"); \(values.count == 2 ? "human" : "raters") \(humans)"
    }
    let said = values.compactMap(\.self)
    if values.count < 3 { return said.joined(separator: " / ") }
    let counts = Dictionary(grouping: said) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  /// The columns behind a code's name, in their order.
  private enum Column: String, CaseIterable {
    case n, share, agree, kappa
    case interval = "95 % CI"
    case ac1 = "AC1"
    case fleiss = "Fleiss"
    case alpha
    case precision = "P"
    case recall = "R"
    case f1 = "F1"
  }

  /// A line of the table; a column without anything is blank.
  private func row(_ name: String, _ fields: [Column: String], _ note: String = "") -> String {
    let line = Column.allCases.map { column in
      let field = fields[column] ?? ""
      return switch column {
      case .interval: "  " + pad(field, 15)
      case .n, .precision, .recall, .f1: left(field, 6)
      case .share, .agree, .kappa, .ac1, .fleiss, .alpha: left(field, 7)
      }
    }
    return (pad(name, 24) + line.joined() + "  " + note).trimmedAtEnd + "\n"
  }

  private func figure(_ estimate: Estimate) -> String {
    estimate.value.map { String(format: "%.2f", $0) } ?? "-"
  }

  private func difference(_ points: Double?) -> String {
    points.map { String(format: "%+.1f points", $0) } ?? ""
  }

  private func interval(_ interval: Interval?) -> String {
    interval.map { String(format: "%.2f to %.2f", $0.lower, $0.upper) } ?? ""
  }

  /// A word for a figure, or why there is none: a mean that leaves pairs out says nothing of them.
  private func note(
    _ estimate: Estimate, of pairs: PairCount?, _ word: (Double) -> String
  ) -> String {
    switch estimate {
    case .success(let value):
      if let pairs, pairs.counted < pairs.all {
        "\(pairs.counted) of \(pairs.all) pairs"
      } else {
        word(value)
      }
    case .failure(let reason): reason.rawValue
    }
  }

  private func note(_ icc: IntraclassCorrelation) -> String {
    note(icc.estimate, of: icc.pairs) { Interpretation.correlation($0, in: icc.interval) }
  }
}

extension String {
  fileprivate var trimmedAtEnd: Substring {
    lastIndex { $0 != " " }.map { self[...$0] } ?? ""
  }
}
