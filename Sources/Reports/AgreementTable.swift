import Agreement
import Foundation
import Listening
import Transcripts

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
        row("code", "n", "share", "agree", "kappa", "95 % CI", "Fleiss", "alpha", "P", "R", "F1"))
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
      the value is given; agree: the share of replies on which two agree. Intervals: bootstrap over sessions, or over replies where no session is \
      known. Words for a kappa are those of Landis & Koch (1977), for an ICC those of Cicchetti \
      (1994): conventions, not thresholds.

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
    output.write(
      row(
        code.variable.name, String(code.units), "", code.agreement.value.map(percent) ?? "",
        figure(code.kappa.estimate),
        interval(code.kappa.interval), code.fleiss.map { figure($0.estimate) } ?? "",
        code.alpha.map { figure($0.estimate) } ?? "", "", "", figure(code.macroF1.estimate),
        note(code.kappa.estimate, Interpretation.kappa)))
    if let (linear, quadratic) = code.weightedKappa {
      for (name, figure) in [("linear", linear), ("quadratic", quadratic)] {
        output.write(
          row(
            "  \(name) weights", "", "", "", self.figure(figure.estimate),
            interval(figure.interval), "", "", "", "", ""))
      }
    }
    let confusion = code.confusion
    let isDirected = study.pairing == .othersAgainstLast
    for value in code.variable.values.indices
    where confusion.support(value) + confusion.decided(value) > 0 {
      // Of a code that is there or not, its presence says it all.
      if code.variable.values == CodeVariable.noAndYes, value == 0 { continue }
      output.write(
        row(
          "  " + code.variable.values[value],
          isDirected ? String(confusion.support(value)) : "",
          code.share(of: value, study.pairing).map(percent) ?? "",
          "", "", "", "", "", isDirected ? figure(confusion.precision(value)) : "",
          isDirected ? figure(confusion.recall(value)) : "", figure(confusion.f1(value))))
    }
    if report.showsConfusion { writeConfusion(code, isDirected, into: &output) }
  }

  private func writeOverall(_ study: AgreementStudy, into output: inout some TextOutputStream) {
    output.write(
      row(
        "all codes", "", "", "", figure(study.pooledKappa.estimate),
        interval(study.pooledKappa.interval), "", study.meanAlpha.map(figure) ?? "", "", "",
        figure(study.meanMacroF1), note(study.pooledKappa.estimate, Interpretation.kappa)))
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
          + note(icc.estimate) { Interpretation.correlation($0, in: icc.interval) } + "\n")
    }
  }

  private func writeCounts(_ study: AgreementStudy, into output: inout some TextOutputStream) {
    let counted = study.codes.filter { $0.sessionShares != nil && !$0.variable.isDerived }
    guard !counted.isEmpty, study.pairing == .everyone || study.raters.count == 2 else { return }
    output.write("\nshare in a session       n  ICC(2,1)  95 % CI\n")
    for code in counted {
      guard let icc = code.sessionShares else { continue }
      output.write(
        pad(code.variable.name, 22) + left(String(icc.units), 4) + left(figure(icc.estimate), 10)
          + "  " + pad(interval(icc.interval), 16) + "  "
          + note(icc.estimate) { Interpretation.correlation($0, in: icc.interval) } + "\n")
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
      output.write("  \(left(percent(unit.share), 5))  \(shown(unit.unit.name, 40))\(text)\n")
      for code in unit.codes.prefix(6) {
        output.write("        \(code.name): \(votes(code.values, study.pairing))\n")
      }
    }
  }

  /// What raters said, each in turn where there are two, else counted.
  private func votes(_ values: [String?], _ pairing: AgreementStudy.Pairing) -> String {
    let said = values.compactMap(\.self)
    if values.count == 2 { return said.joined(separator: " / ") }
    let counts = Dictionary(grouping: said) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  private func row(
    _ name: String, _ n: String, _ share: String, _ agreement: String, _ kappa: String,
    _ interval: String,
    _ fleiss: String, _ alpha: String, _ precision: String, _ recall: String, _ f1: String,
    _ note: String = ""
  ) -> String {
    let line =
      pad(name, 24) + left(n, 6) + left(share, 7) + left(agreement, 7) + left(kappa, 7) + "  "
      + pad(interval, 15)
      + left(fleiss, 7) + left(alpha, 7) + left(precision, 6) + left(recall, 6) + left(f1, 6)
      + "  " + note
    return line.trimmedAtEnd + "\n"
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

  /// A word for a figure, or why there is none.
  private func note(_ estimate: Estimate, _ word: (Double) -> String) -> String {
    switch estimate {
    case .success(let value): word(value)
    case .failure(let reason): reason.rawValue
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: Substring {
    lastIndex { $0 != " " }.map { self[...$0] } ?? ""
  }
}
