import Agreement
import Listening

/// Agreement as comma-separated values: a row for each code, with its macro figures, then one for
/// each of its values. A figure that is undefined is empty, and `undefined` says why kappa is.
struct AgreementCSV {
  /// The columns, in their order.
  private enum Column: String, CaseIterable {
    case comparison, code, value, n, share
    case kappa, kappa_lower, kappa_upper
    case fleiss, fleiss_lower, fleiss_upper
    case alpha, alpha_lower, alpha_upper
    case precision, recall
    case f1, f1_lower, f1_upper
    case icc, icc_lower, icc_upper
    case undefined, agreement, difference
    case linear_kappa, linear_lower, linear_upper
    case quadratic_kappa, quadratic_lower, quadratic_upper
    case ac1, ac1_lower, ac1_upper
    case pairs, pairs_counted
  }

  /// A row; a column without anything is empty.
  private struct Row {
    private var fields: [Column: String] = [:]

    init(_ kind: AgreementReport.Comparison, _ code: String) {
      fields = [.comparison: kind.rawValue, .code: code]
    }

    subscript(column: Column) -> String? {
      get { fields[column] }
      set { fields[column] = newValue }
    }

    mutating func set(_ column: Column, _ number: Double?) {
      fields[column] = number.map { String($0.rounded(places: 4)) }
    }

    /// Sets a figure and, in the two columns behind it, the ends of its interval.
    mutating func set(_ column: Column, _ figure: AgreementStudy.Figure?) {
      set(column, figure?.estimate, figure?.interval)
    }

    mutating func set(_ column: Column, _ icc: IntraclassCorrelation?) {
      set(column, icc?.estimate, icc?.interval)
    }

    private mutating func set(_ column: Column, _ estimate: Estimate?, _ interval: Interval?) {
      set(column, estimate?.value)
      let ends = Column.allCases.drop { $0 != column }.dropFirst().prefix(2)
      for (end, number) in zip(ends, [interval?.lower, interval?.upper]) { set(end, number) }
    }

    mutating func set(_ pairs: PairCount?) {
      fields[.pairs] = pairs.map { String($0.all) }
      fields[.pairs_counted] = pairs.map { String($0.counted) }
    }

    mutating func setReason(_ estimate: Estimate) {
      if case .failure(let reason) = estimate { fields[.undefined] = reason.rawValue }
    }

    var line: String { CSVRow.line(Column.allCases.map { fields[$0] ?? "" }) }
  }

  private let report: AgreementReport

  init(_ report: AgreementReport) {
    self.report = report
  }

  func write(into output: inout some TextOutputStream) {
    output.write(CSVRow.line(Column.allCases.map(\.rawValue)))
    for (kind, study) in report.comparisons {
      for code in study.codes {
        output.write(row(code, kind).line)
        for value in code.variable.values.indices {
          output.write(row(code, value, of: study, kind).line)
        }
      }
      output.write(overall(study, kind).line)
      for score in study.scores { output.write(row(score, kind).line) }
    }
  }

  private func row(_ code: AgreementStudy.Code, _ kind: AgreementReport.Comparison) -> Row {
    var row = Row(kind, code.variable.name)
    row[.n] = String(code.units)
    row.set(.kappa, code.kappa)
    row.set(.fleiss, code.fleiss)
    row.set(.alpha, code.alpha)
    row.set(.f1, code.macroF1)
    row.set(.icc, code.sessionShares)
    row.setReason(code.kappa.estimate)
    row.set(.agreement, code.agreement.value)
    row.set(.linear_kappa, code.weightedKappa?.linear)
    row.set(.quadratic_kappa, code.weightedKappa?.quadratic)
    row.set(.ac1, code.ac1)
    row.set(code.kappaPairs)
    return row
  }

  /// The row of a code's value.
  private func row(
    _ code: AgreementStudy.Code, _ value: Int, of study: AgreementStudy,
    _ kind: AgreementReport.Comparison
  ) -> Row {
    let confusion = code.confusion
    var row = Row(kind, code.variable.name)
    row[.value] = code.variable.values[value]
    row.set(.share, code.share(of: value, study.pairing))
    row.set(.f1, confusion.f1(value).value)
    if study.pairing == .othersAgainstLast {
      row[.n] = String(confusion.support(value))
      row.set(.precision, confusion.precision(value).value)
      row.set(.recall, confusion.recall(value).value)
    }
    return row
  }

  private func overall(_ study: AgreementStudy, _ kind: AgreementReport.Comparison) -> Row {
    var row = Row(kind, "all")
    row.set(.kappa, study.pooledKappa)
    row.set(.alpha, study.meanAlpha?.value)
    row.set(.f1, study.meanMacroF1.value)
    row.setReason(study.pooledKappa.estimate)
    row.set(study.pooledPairs)
    return row
  }

  private func row(_ score: AgreementStudy.Score, _ kind: AgreementReport.Comparison) -> Row {
    var row = Row(kind, score.name)
    row[.n] = String(score.correlation.units)
    row.set(.alpha, score.alpha.value)
    row.set(.icc, score.correlation)
    row.setReason(score.correlation.estimate)
    row.set(.difference, score.lastMinusOthers)
    row.set(score.correlation.pairs)
    return row
  }
}
