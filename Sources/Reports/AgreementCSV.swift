import Agreement

/// Agreement as comma-separated values: a row for each code, with its macro figures, then one for
/// each of its values. A figure that is undefined is empty, and `undefined` says why kappa is.
struct AgreementCSV {
  private let report: AgreementReport

  init(_ report: AgreementReport) {
    self.report = report
  }

  func write(into output: inout some TextOutputStream) {
    output.write(
      CSVRow.line([
        "comparison", "code", "value", "n", "share", "kappa", "kappa_lower", "kappa_upper",
        "fleiss", "fleiss_lower", "fleiss_upper", "alpha", "alpha_lower", "alpha_upper",
        "precision", "recall", "f1", "f1_lower", "f1_upper", "icc", "icc_lower", "icc_upper",
        "undefined", "agreement", "difference", "linear_kappa", "linear_lower", "linear_upper",
        "quadratic_kappa", "quadratic_lower", "quadratic_upper",
      ]))
    for (kind, study) in report.comparisons {
      for code in study.codes { write(code, of: study, kind.rawValue, into: &output) }
      let none: AgreementStudy.Figure? = nil
      output.write(
        CSVRow.line(
          [kind.rawValue, "all", "", "", ""] + fields(study.pooledKappa) + fields(none)
            + [number(study.meanAlpha?.value), "", "", "", "", number(study.meanMacroF1.value)]
            + ["", ""] + fields(nil as IntraclassCorrelation?)
            + [reason(study.pooledKappa.estimate), "", ""] + fields(none) + fields(none)))
      for score in study.scores {
        output.write(
          CSVRow.line(
            [kind.rawValue, score.name, "", String(score.correlation.units), ""]
              + fields(none) + fields(none) + [
                number(score.alpha.value), "", "", "", "", "", "", "",
              ]
              + fields(score.correlation)
              + [reason(score.correlation.estimate), "", number(score.lastMinusOthers)]
              + fields(none) + fields(none)))
      }
    }
  }

  private func write(
    _ code: AgreementStudy.Code, of study: AgreementStudy, _ kind: String,
    into output: inout some TextOutputStream
  ) {
    output.write(
      CSVRow.line(
        [kind, code.variable.name, "", String(code.units), ""] + fields(code.kappa)
          + fields(code.fleiss) + fields(code.alpha) + ["", ""] + fields(code.macroF1)
          + fields(code.sessionShares)
          + [reason(code.kappa.estimate), number(code.agreement.value), ""]
          + fields(code.weightedKappa?.linear) + fields(code.weightedKappa?.quadratic)))
    let confusion = code.confusion
    let isDirected = study.pairing == .othersAgainstLast
    for (value, name) in code.variable.values.enumerated() {
      output.write(
        CSVRow.line(
          [kind, code.variable.name, name, isDirected ? String(confusion.support(value)) : ""]
            + [number(code.share(of: value, study.pairing))]
            + Array(repeating: "", count: 9)
            + [
              isDirected ? number(confusion.precision(value).value) : "",
              isDirected ? number(confusion.recall(value).value) : "",
              number(confusion.f1(value).value),
            ] + Array(repeating: "", count: 14)))
    }
  }

  private func fields(_ figure: AgreementStudy.Figure?) -> [String] {
    [number(figure?.estimate.value), number(figure?.interval?.lower)]
      + [number(figure?.interval?.upper)]
  }

  private func fields(_ icc: IntraclassCorrelation?) -> [String] {
    [number(icc?.estimate.value), number(icc?.interval?.lower), number(icc?.interval?.upper)]
  }

  private func number(_ value: Double?) -> String {
    value.map { String(($0 * 10000).rounded() / 10000) } ?? ""
  }

  private func reason(_ estimate: Estimate) -> String {
    if case .failure(let reason) = estimate { reason.rawValue } else { "" }
  }
}
