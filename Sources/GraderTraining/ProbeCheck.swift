import Agreement
import Grading
import Listening

/// Checks a grader against exact expectations: these grades, the same grades as another reply, or
/// an order between two replies.
///
/// The figures are for measuring only; nothing may be fitted to probes.
public struct ProbeCheck: Sendable {
  /// Expectations met and stated, by what they test.
  public private(set) var tally: [String: (met: Int, stated: Int)] = [:]
  /// Macro-F1 of the decisions stated as labels, by decision.
  public private(set) var macroF1: [String: Double] = [:]
  /// Identifiers of probes with an expectation that was not met.
  public private(set) var missed: [String] = []

  /// Grades all probes (NDJSON) and compares.
  ///
  /// - Throws: `TrainingSetError` with the line of the first probe that cannot be read or whose
  ///   identifier comes twice.
  public init(probes text: String, name: String, grader: Grader) throws(TrainingSetError) {
    var probes: [Probe] = []
    var grades: [String: Grade] = [:]
    try TrainingSet.read(Probe.self, from: text, of: name) { probe, _ in
      guard grades[probe.id] == nil else { throw RepeatedID() }
      grades[probe.id] = grader.grade(probe.text, client: probe.client)
      probes.append(probe)
    }
    check(probes, grades)
  }

  private mutating func check(_ probes: [Probe], _ grades: [String: Grade]) {
    var confusions: [String: ConfusionMatrix] = [:]
    for probe in probes {
      guard let grade = grades[probe.id] else { continue }
      var isMet = true
      for (name, values, truth, decision) in probe.expect.labels(grade.codes) {
        confusions[name, default: ConfusionMatrix(values: values)].add(
          truth: truth, decision: decision)
        if truth != decision { isMet = false }
      }
      for met in probe.expect.orders(grade, grades) {
        if !met { isMet = false }
      }
      count(probe.capability, isMet)
      count("all of kind \(probe.kind)", isMet)
      if !isMet { missed.append(probe.id) }
    }
    macroF1 = confusions.compactMapValues(\.macroF1.value)
  }

  private mutating func count(_ name: String, _ isMet: Bool) {
    tally[name, default: (0, 0)].stated += 1
    if isMet { tally[name, default: (0, 0)].met += 1 }
  }
}

/// A probe whose identifier another one has: an expectation that names it could mean either.
private struct RepeatedID: Error, CustomStringConvertible {
  var description: String { "the id comes twice" }
}

/// A reply with what a grader should say of it.
private struct Probe: Decodable {
  var id: String
  var capability: String
  var kind: String
  var client: String?
  var text: String
  var expect: Expectation

  struct Expectation: Decodable {
    var judgmental: Bool?
    var question: Question?
    var reflection: Reflection?
    var advice: Advice?
    var affirmation: Bool?
    var selfDisclosure: Bool?
    var transparency: Bool?
    var collaboration: Bool?
    var autonomy: Bool?
    var repair: Bool?
    var sameAs: String?
    var moreEmpathicThan: String?
    var lessEmpathicThan: String?
    var moreJudgmentalThan: String?

    enum CodingKeys: String, CodingKey {
      case judgmental, question, reflection, advice, affirmation, transparency, collaboration
      case autonomy, repair
      case selfDisclosure = "self_disclosure"
      case sameAs = "same_as"
      case moreEmpathicThan = "more_empathic_than"
      case lessEmpathicThan = "less_empathic_than"
      case moreJudgmentalThan = "more_judgmental_than"
    }

    /// The labels stated: decision, number of values, true value, value decided.
    func labels(_ codes: Codes) -> [(String, Int, Int, Int)] {
      var labels: [(String, Int, Int, Int)] = []
      func flag(_ name: String, _ truth: Bool?, _ decision: Bool) {
        if let truth { labels.append((name, 2, truth ? 1 : 0, decision ? 1 : 0)) }
      }
      func value<Value: CaseIterable & Equatable>(
        _ name: String, _ truth: Value?, _ decision: Value
      ) {
        let all = Array(Value.allCases)
        guard let truth, let right = all.firstIndex(of: truth),
          let decided = all.firstIndex(of: decision)
        else { return }
        labels.append((name, all.count, right, decided))
      }
      flag("judgment", judgmental, codes.judgment != .none)
      value("question", question, codes.question)
      value("reflection", reflection, codes.reflection)
      value("advice", advice, codes.advice)
      flag("affirmation", affirmation, codes.affirmation)
      flag("self_disclosure", selfDisclosure, codes.selfDisclosure != .none)
      flag("transparency", transparency, codes.transparency)
      flag("collaboration", collaboration, codes.collaboration)
      flag("autonomy", autonomy, codes.autonomy)
      flag("repair", repair, codes.repair)
      return labels
    }

    /// Whether each order stated holds.
    func orders(_ grade: Grade, _ grades: [String: Grade]) -> [Bool] {
      var met: [Bool] = []
      if let other = sameAs.flatMap({ grades[$0] }) {
        met.append(
          grade.codes.judgment == other.codes.judgment
            && grade.codes.question == other.codes.question
            && grade.codes.reflection == other.codes.reflection)
      }
      if let other = moreEmpathicThan.flatMap({ grades[$0] }) {
        met.append(grade.empathy > other.empathy)
      }
      if let other = lessEmpathicThan.flatMap({ grades[$0] }) {
        met.append(grade.empathy < other.empathy)
      }
      if let other = moreJudgmentalThan.flatMap({ grades[$0] }) {
        met.append(grade.nonjudgment < other.nonjudgment)
      }
      return met
    }
  }
}
