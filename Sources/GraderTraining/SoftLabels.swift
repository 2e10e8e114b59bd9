import Grading

/// The teachers' predictions for replies: how likely each value of some heads is.
///
/// The teachers are sentence encoders, each fine-tuned on all folds but one; teachers that left out
/// the same fold are averaged. They know far more language than labelled replies can teach. Their
/// predictions, for labelled and unlabelled replies, train the small model (knowledge distillation:
/// Hinton, Vinyals & Dean 2015). `Corpus/teach.py` makes them; see `Corpus/README.md`.
struct SoftLabels: Sendable {
  /// One line of a file of soft labels.
  struct Row: Sendable {
    /// The reply, as `key(of:)` names it.
    var reply: UInt64
    /// The fold of a reply that teachers were fine-tuned on; the teacher of this number was not.
    var fold: Int?
    /// By teacher the log-odds of each value but the first against the first, head after head, in
    /// sixteenths above -8.
    var logOdds: [UInt8]
  }

  /// Whose labels teach.
  enum Teachers: Sendable {
    case none
    /// The one that did not see a fold.
    case excluding(fold: Int)
    case all

    /// Whether they say anything of some examples.
    func speak(of examples: [LabelledExample]) -> Bool {
      if case .none = self { return false }
      return examples.contains { !$0.teacherLogOdds.isEmpty }
    }
  }

  /// The heads that teachers speak of.
  static let heads: [Head] = [.main, .input, .spokenReflection, .spokenQuestion]
  /// How many teachers there are: one for each fold.
  static let teacherCount = 5
  /// Numbers of a teacher in a row.
  static let width = heads.reduce(0) { $0 + $1.valueCount - 1 }

  /// Reported if the soft labels do not match the examples.
  static let unused = "the soft labels were made for other replies than these; left out"

  private var rows: [UInt64: Row] = [:]

  /// How many replies are spoken of.
  var count: Int { rows.count }

  /// Adds what is said about a reply.
  mutating func add(_ row: Row) { rows[row.reply] = row }

  /// The number that stands for a reply in a file of soft labels, which holds no text.
  static func key(of example: LabelledExample) -> UInt64 {
    let parts = [example.source.rawValue, example.group, example.client ?? "", example.text]
    return Hashing.hash(parts.joined(separator: "\u{0}").utf8)
  }

  /// Gives examples what is said about them; returns false, and gives nothing, where the folds are
  /// not those that the teachers were made for: a teacher might then have seen what it must not.
  func teach(_ examples: inout [LabelledExample]) -> Bool {
    guard count > 0 else { return true }
    let folds = Folds.assign(examples, count: Self.teacherCount)
    let keys = examples.map(Self.key)
    let assigned = Dictionary(zip(keys, folds)) { first, _ in first }
    guard rows.values.allSatisfy({ $0.fold == nil || $0.fold == assigned[$0.reply] }) else {
      return false
    }
    for (index, key) in keys.enumerated() {
      examples[index].teacherLogOdds = rows[key]?.logOdds ?? []
    }
    return true
  }

  /// Where a head's values stand in `targets`; `nil` where teachers do not speak of it.
  static func place(of head: Head) -> Range<Int>? { places[head.rawValue] }

  private static let places: [Range<Int>?] = Head.allCases.map { head in
    guard let number = heads.firstIndex(of: head) else { return nil }
    let start = heads[..<number].reduce(0) { $0 + $1.valueCount }
    return start..<start + head.valueCount
  }

  /// The probability of each value of each head, head after head, as the mean over teachers; empty
  /// where they say nothing.
  static func targets(_ logOdds: [UInt8], by teachers: Teachers) -> [Float] {
    let chosen: [Int] =
      switch teachers {
      case .none: []
      case .excluding(let fold): [fold]
      case .all: Array(0..<teacherCount)
      }
    guard !logOdds.isEmpty, !chosen.isEmpty else { return [] }
    var sums: [Float] = []
    for (number, teacher) in chosen.enumerated() {
      var start = teacher * width
      var said: [Float] = []
      for head in heads {
        let own = logOdds[start..<start + head.valueCount - 1].map { Float($0) / 16 - 8 }
        said += HeadNumbers([0] + own).softmax()
        start += head.valueCount - 1
      }
      sums = number == 0 ? said : zip(sums, said).map { $0 + $1 }
    }
    return sums.map { $0 / Float(chosen.count) }
  }
}
