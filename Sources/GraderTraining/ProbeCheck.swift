import Agreement
import Diagnostics
import Grading
import Lines
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
  /// - Throws: `TrainingSetError` with the line of the first probe that cannot be read or checked:
  ///   whose text is empty, whose identifier comes twice, or that states nothing, what has no such
  ///   key, or an order to a probe that is not there.
  public init(probes text: String, name: String, grader: Grader) throws(TrainingSetError) {
    var probes: [(probe: Probe, line: Int)] = []
    var grades: [String: Grade] = [:]
    try TrainingSet.read(Probe.self, from: text, of: name) { probe, line in
      // An expectation that names it could mean either.
      guard grades[probe.id] == nil else {
        throw Diagnostic(
          .error, "repeated-id", "the id comes twice", mend: "give each probe one of its own")
      }
      try TrainingSet.refuseSilence(probe.text)
      grades[probe.id] = grader.grade(probe.text, client: probe.client)
      probes.append((probe, line))
    }
    var confusions: [String: ConfusionMatrix] = [:]
    for (probe, line) in probes {
      do throws(Diagnostic) {
        try check(probe, grades, &confusions)
      } catch {
        throw TrainingSetError(error, in: name, at: line)
      }
    }
    macroF1 = confusions.compactMapValues(\.macroF1.value)
  }

  private mutating func check(
    _ probe: Probe, _ grades: [String: Grade], _ confusions: inout [String: ConfusionMatrix]
  ) throws(Diagnostic) {
    guard let grade = grades[probe.id] else { return }
    let labels = probe.expect.codes.labels(grade.codes)
    guard !labels.isEmpty || !probe.expect.orders.isEmpty else {
      throw Diagnostic(
        .error, "no-expectation", "'expect' states nothing",
        mend: "its keys are \(Probe.Expectation.names.joined(separator: ", "))")
    }
    var isMet = true
    for (name, values, truth, decision) in labels {
      confusions[name, default: ConfusionMatrix(values: values)].add(
        truth: truth, decision: decision)
      if truth != decision { isMet = false }
    }
    for (order, id) in probe.expect.orders {
      guard id != probe.id, let other = grades[id] else {
        throw Diagnostic(
          .error, "unknown-probe",
          "'expect.\(order.rawValue)' names '\(id.excerpt)', and no other probe has this id",
          mend: "name one of the same file")
      }
      if !order.holds(of: grade, to: other) { isMet = false }
    }
    count(probe.capability, isMet)
    count("all of kind \(probe.kind)", isMet)
    if !isMet { missed.append(probe.id) }
  }

  private mutating func count(_ name: String, _ isMet: Bool) {
    tally[name, default: (0, 0)].stated += 1
    if isMet { tally[name, default: (0, 0)].met += 1 }
  }
}

/// A reply with what a grader should say of it.
private struct Probe: Decodable {
  var id: String
  var capability: String
  var kind: String
  var client: String?
  var text: String
  var expect: Expectation

  /// What is stated: codes of the reply, and orders to the replies of other probes, by their ids.
  struct Expectation: Decodable {
    var codes: StatedCodes
    var orders: [(order: Order, id: String)]

    /// What can be stated.
    static let names =
      StatedCodes.CodingKeys.allCases.map(\.rawValue) + Order.allCases.map(\.rawValue)

    init(from decoder: any Decoder) throws {
      let keys = try [String: JSONValue](from: decoder).keys
      if let name = keys.sorted().first(where: { !Self.names.contains($0) }) {
        let mend =
          NearName.hint(name, in: Self.names)
          ?? "the keys are \(Self.names.joined(separator: ", "))"
        throw JSONLineError(message: "'expect' has no key '\(name.excerpt)'; \(mend)")
      }
      codes = try StatedCodes(from: decoder)
      let container = try decoder.container(keyedBy: Order.self)
      orders = try Order.allCases.compactMap { order in
        try container.decodeIfPresent(String.self, forKey: order).map { (order: order, id: $0) }
      }
    }
  }

  /// How a reply's grade should stand to that of another.
  enum Order: String, CodingKey, CaseIterable {
    case sameAs = "same_as"
    case moreEmpathicThan = "more_empathic_than"
    case lessEmpathicThan = "less_empathic_than"
    case moreJudgmentalThan = "more_judgmental_than"
    case lessJudgmentalThan = "less_judgmental_than"

    func holds(of grade: Grade, to other: Grade) -> Bool {
      switch self {
      case .sameAs:
        grade.codes.judgment == other.codes.judgment
          && grade.codes.question == other.codes.question
          && grade.codes.reflection == other.codes.reflection
      case .moreEmpathicThan: grade.empathy > other.empathy
      case .lessEmpathicThan: grade.empathy < other.empathy
      case .moreJudgmentalThan: grade.nonjudgment < other.nonjudgment
      case .lessJudgmentalThan: grade.nonjudgment > other.nonjudgment
      }
    }
  }

  /// The codes that are stated of a reply.
  struct StatedCodes: Decodable {
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

    enum CodingKeys: String, CodingKey, CaseIterable {
      case judgmental, question, reflection, advice, affirmation, transparency, collaboration
      case autonomy, repair
      case selfDisclosure = "self_disclosure"
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
  }
}
