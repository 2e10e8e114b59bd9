import Agreement
import Lines
import Listening

/// Agreement as one JSON object; figures that are undefined hold the reason.
enum AgreementJSON {
  static func write(_ report: AgreementReport, into output: inout some TextOutputStream) {
    let object = Whole(
      comparisons: report.comparisons.map { Comparison($0.kind, $0.study, report) })
    output.write(JSONLine.encode(object) + "\n")
  }

  private struct Whole: Encodable {
    var comparisons: [Comparison]
  }

  private struct Figure: Encodable {
    var value: Double?
    var lower: Double?
    var upper: Double?
    var undefined: String?
    var pairs: Int?
    var pairs_counted: Int?

    init(_ estimate: Estimate, _ interval: Interval? = nil, of pairs: PairCount? = nil) {
      value = estimate.value?.rounded(places: 4)
      lower = interval?.lower.rounded(places: 4)
      upper = interval?.upper.rounded(places: 4)
      if case .failure(let reason) = estimate { undefined = reason.rawValue }
      self.pairs = pairs?.all
      pairs_counted = pairs?.counted
    }

    init(_ figure: AgreementStudy.Figure, of pairs: PairCount? = nil) {
      self.init(figure.estimate, figure.interval, of: pairs)
    }

    init(_ icc: IntraclassCorrelation) {
      self.init(icc.estimate, icc.interval, of: icc.pairs)
    }
  }

  private struct Comparison: Encodable {
    var comparison: String
    var raters: [String]
    var sessions: Int?
    var codes: [Code]
    var scores: [Score]
    var pooled_kappa: Figure
    var mean_macro_f1: Figure
    var mean_alpha: Figure?
    var ties: [String: Int]?
    var disagreements: [Differing]
    var session_disagreements: [DifferingSession]

    init(
      _ kind: AgreementReport.Comparison, _ study: AgreementStudy, _ report: AgreementReport
    ) {
      comparison = kind.rawValue
      raters = study.raters
      sessions = study.sessions
      codes = study.codes.map { Code($0, study, report) }
      scores = study.scores.map(Score.init)
      pooled_kappa = Figure(study.pooledKappa, of: study.pooledPairs)
      mean_macro_f1 = Figure(study.meanMacroF1)
      mean_alpha = study.meanAlpha.map { Figure($0) }
      if kind == .grader, !report.ties.isEmpty {
        ties = Dictionary(report.ties.map { ($0.code, $0.count) }, uniquingKeysWith: +)
      }
      disagreements = study.disagreements.prefix(report.disagreements).map(Differing.init)
      session_disagreements = study.sessionDisagreements.prefix(report.disagreements)
        .map(DifferingSession.init)
    }
  }

  private struct Code: Encodable {
    var code: String
    var n: Int
    var agreement: Figure
    var kappa: Figure
    var ac1: Figure
    var linear_kappa: Figure?
    var quadratic_kappa: Figure?
    var fleiss: Figure?
    var alpha: Figure?
    var macro_f1: Figure
    var session_share_icc: Figure?
    var values: [Value]
    var confusion: [[Int]]?

    init(_ code: AgreementStudy.Code, _ study: AgreementStudy, _ report: AgreementReport) {
      self.code = code.variable.name
      n = code.units
      agreement = Figure(code.agreement)
      kappa = Figure(code.kappa, of: code.kappaPairs)
      ac1 = Figure(code.ac1)
      linear_kappa = code.weightedKappa.map { Figure($0.linear) }
      quadratic_kappa = code.weightedKappa.map { Figure($0.quadratic) }
      fleiss = code.fleiss.map { Figure($0) }
      alpha = code.alpha.map { Figure($0) }
      macro_f1 = Figure(code.macroF1)
      session_share_icc = code.sessionShares.map { Figure($0) }
      values = code.variable.values.indices.map { Value($0, of: code, study.pairing) }
      confusion = report.showsConfusion ? code.confusion.counts : nil
    }
  }

  private struct Value: Encodable {
    var value: String
    var n: Int?
    var share: Double?
    var precision: Figure?
    var recall: Figure?
    var f1: Figure

    init(_ index: Int, of code: AgreementStudy.Code, _ pairing: AgreementStudy.Pairing) {
      let isDirected = pairing == .othersAgainstLast
      value = code.variable.values[index]
      n = isDirected ? code.confusion.support(index) : nil
      share = code.share(of: index, pairing)?.rounded(places: 4)
      precision = isDirected ? Figure(code.confusion.precision(index)) : nil
      recall = isDirected ? Figure(code.confusion.recall(index)) : nil
      f1 = Figure(code.confusion.f1(index))
    }
  }

  private struct Score: Encodable {
    var score: String
    var n: Int
    var icc: Figure
    var alpha: Figure
    var last_less_others: Double?

    init(_ score: AgreementStudy.Score) {
      self.score = score.name
      n = score.correlation.units
      icc = Figure(score.correlation)
      alpha = Figure(score.alpha)
      last_less_others = score.lastMinusOthers?.rounded(places: 2)
    }
  }

  private struct Differing: Encodable {
    var reply: String
    var session: String?
    var share: Double
    var codes: [String: [String?]]

    init(_ disagreement: Disagreement) {
      reply = disagreement.unit.name
      session = disagreement.unit.session
      share = disagreement.share.rounded(places: 4)
      codes = Dictionary(uniqueKeysWithValues: disagreement.codes.map { ($0.name, $0.values) })
    }
  }

  private struct DifferingSession: Encodable {
    var session: String
    var replies: Int
    var share: Double

    init(_ disagreement: SessionDisagreement) {
      session = disagreement.session
      replies = disagreement.units
      share = disagreement.share.rounded(places: 4)
    }
  }
}
