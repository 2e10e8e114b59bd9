import Diagnostics
import Foundation
import Grading
import Lines
import Listening
import Transcripts

/// One line of labelled data, whatever its source.
struct LabelledRow: Decodable {
  var source: String?
  var conversation: JSONValue?
  var group: String?
  var client: String?
  var text: String?
  var theme: String?
  var codes: Presence?
  var labels: NamedLabels?
  var word: String?
  var vector: Data?
  var reply: String?
  var fold: Int?
  var soft: Data?

  /// Whether a key is there, whatever it holds.
  struct Presence: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// Whether the row holds codes, which `CodedLines` reads.
  var isCoded: Bool { text != nil && codes != nil }

  /// The word vector that the row stands for, if it is one.
  var wordVector: WordVectors.Row? {
    guard let word, let vector else { return nil }
    return WordVectors.Row(word: word, vector: vector)
  }

  /// The soft label that the row stands for, if it is one.
  func softLabel() throws -> SoftLabels.Row? {
    guard let reply, let soft else { return nil }
    guard let key = UInt64(reply, radix: 16),
      soft.count == SoftLabels.teacherCount * SoftLabels.width
    else { throw MalformedSoftLabel() }
    return SoftLabels.Row(reply: key, fold: fold, logOdds: Array(soft))
  }

  /// The labels of the outside sources and of transcribed talk; each source fills its own.
  struct Labels: Decodable {
    var main: String?
    var reflection: Bool?
    var reflectionSubtype: String?
    var question: Bool?
    var questionSubtype: String?
    var input: Bool?
    var inputSubtype: String?
    var quality: String?
    var judgment: Judgment?
    var judgmentKind: JudgmentKind?
    var er: Int?
    var ip: Int?
    var ex: Int?
    var strategy: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case main, reflection, question, input, judgment, er, ip, ex, strategy
      case reflectionSubtype = "reflection_subtype"
      case questionSubtype = "question_subtype"
      case inputSubtype = "input_subtype"
      case quality = "mi_quality"
      case judgmentKind = "judgment_kind"
    }
  }

  /// Labels, and the names of those among them that no source has.
  struct NamedLabels: Decodable {
    var known: Labels
    var unknown: [String]

    init(from decoder: any Decoder) throws {
      known = try Labels(from: decoder)
      let names = try [String: JSONValue](from: decoder).keys
      unknown = names.filter { Labels.CodingKeys(rawValue: $0) == nil }.sorted()
    }

    /// The labels.
    ///
    /// - Throws: `Diagnostic` where one of them has a name that no source has.
    func checked() throws(Diagnostic) -> Labels {
      guard let name = unknown.first else { return known }
      let names = Labels.CodingKeys.allCases.map(\.rawValue)
      throw Diagnostic(
        .error, "unknown-label", "no label is named '\(name.excerpt)'",
        mend: NearName.hint(name, in: names) ?? "the labels are \(names.joined(separator: ", "))")
    }
  }

  /// A soft label of another form than the teachers' script writes.
  struct MalformedSoftLabel: Error, CustomStringConvertible {
    var description: String {
      "'reply' is no number of hexadecimal digits, or 'soft' holds no "
        + "\(SoftLabels.teacherCount * SoftLabels.width) bytes"
    }
  }

  /// A label outside the vocabulary of its source.
  struct UnknownLabel: Error, CustomStringConvertible {
    var key: Labels.CodingKeys
    var value: String
    var description: String {
      "'labels.\(key.rawValue)' holds '\(value)', which is not in the vocabulary"
    }
  }

  /// The weight of a misreading. The corpus has about as many misreadings as fitting replies of the
  /// same form, so that the difference can be learned; trainees misread far less often.
  private static let misreadingWeight: Float = 0.3

  /// The example that the row stands for, or `nil` where it is not a labelled reply; `reply` is what
  /// `CodedLines` has read on the row's line, where it is coded.
  func example(coded reply: CodedReply?) throws -> LabelledExample? {
    guard let text else { return nil }
    if isCoded { return reply.map { corpusExample($0, text: text) } }
    guard let labels, let source, let source = LabelledExample.Source(rawValue: source) else {
      return nil
    }
    var example = LabelledExample(
      source: source, group: group ?? conversation?.name ?? theme ?? text, text: text,
      client: client)
    let known = try labels.checked()
    switch source {
    case .annomi, .spoken:
      try known.setAnnoMI(&example)
      if source == .annomi, let conversation = conversation?.name, let quality = known.quality {
        example.session = (conversation, quality == "high")
      }
    case .epitome, .empathy: try known.setEpitome(&example)
    case .esconv: try known.setESConv(&example)
    case .corpus: return nil
    }
    return example
  }

  /// What is not absent where a coder does not name it: the corpus states neither AnnoMI's main
  /// behaviour and input nor EPITOME's levels, and a reply without judgment has no kind of it.
  private static let unstated: Set<Head> = [
    .main, .input, .judgmentKind, .emotionalReaction, .interpretation, .exploration,
  ]

  private func corpusExample(_ reply: CodedReply, text: String) -> LabelledExample {
    var example = LabelledExample(
      source: .corpus, group: theme ?? reply.conversation ?? text, text: text,
      client: reply.client)
    for head in Head.allCases where head.typed == head {
      guard let variable = head.variable else { continue }
      if let stated = reply.codes[variable] {
        let value = stated.flatMap { head.valueNames.firstIndex(of: $0) }
        if let value { example.set(head, to: value) }
      } else if !Self.unstated.contains(head) {
        example.set(head, to: 0)
      }
    }
    if example.value(of: .misreading) == 1 { example.weight = Self.misreadingWeight }
    example.set(.register, to: 0)
    if let reflection = example.value(of: .reflection) {
      example.set(.spokenReflection, to: reflection)
    }
    if let question = example.value(of: .question) { example.set(.spokenQuestion, to: question) }
    return example
  }
}

extension LabelledExample {
  /// States the main behaviour of a reply that does only one of reflecting, asking and giving input.
  /// For several, AnnoMI's coders chose the main one, which other codes do not record.
  mutating func setOnlyMain() {
    guard let reflection = value(of: .reflection), let question = value(of: .question),
      let advice = value(of: .advice), let information = value(of: .information)
    else { return }
    let hasInput = advice > 0 || information > 0 || value(of: .input) == 1
    let moves = [reflection > 0, question > 0, hasInput]
    guard moves.count(where: { $0 }) < 2 else { return }
    set(.main, to: (moves.firstIndex(of: true) ?? -1) + 1)
  }
}

extension LabelledRow.Labels {
  fileprivate func setAnnoMI(_ example: inout LabelledExample) throws {
    example.set(.register, to: 1)
    if let main {
      let names = ["other", "reflection", "question", "therapist_input"]
      guard let value = names.firstIndex(of: main) else {
        throw LabelledRow.UnknownLabel(key: .main, value: main)
      }
      example.set(.main, to: value)
    }
    if let reflection {
      let value =
        !reflection ? 0 : try subtype(reflectionSubtype, .reflectionSubtype, ["simple", "complex"])
      example.set(.reflection, to: value)
      example.set(.spokenReflection, to: value)
      // What trained coders took for a reflection was no misreading.
      if reflection { example.set(.misreading, to: 0) }
    }
    if let question {
      let value =
        !question ? 0 : try subtype(questionSubtype, .questionSubtype, ["open", "closed"])
      example.set(.question, to: value)
      example.set(.spokenQuestion, to: value)
    }
    if let input {
      example.set(.input, to: input ? 1 : 0)
      example.set(.information, to: input && inputSubtype == "information" ? 1 : 0)
      if !input {
        example.set(.advice, to: 0)
      } else if inputSubtype == "advice" {
        example.set(.advice, to: 1, 2)
      }
    }
    if quality == "high" { example.set(.judgment, to: 0) }
    if let judgment, let value = Judgment.allCases.firstIndex(of: judgment) {
      example.set(.judgment, to: value)
    }
    if let judgmentKind, let value = JudgmentKind.allCases.firstIndex(of: judgmentKind) {
      example.set(.judgmentKind, to: value)
    }
  }

  private func subtype(_ name: String?, _ key: CodingKeys, _ names: [String]) throws -> Int {
    guard let index = names.firstIndex(of: name ?? "") else {
      throw LabelledRow.UnknownLabel(key: key, value: name ?? "null")
    }
    return index + 1
  }

  fileprivate func setEpitome(_ example: inout LabelledExample) throws {
    let levels: [(CodingKeys, Head, Int?)] = [
      (.er, .emotionalReaction, er), (.ip, .interpretation, ip), (.ex, .exploration, ex),
    ]
    for (key, head, level) in levels {
      guard let level else { continue }
      guard (0...2).contains(level) else {
        throw LabelledRow.UnknownLabel(key: key, value: String(level))
      }
      example.set(head, to: level)
    }
  }

  fileprivate func setESConv(_ example: inout LabelledExample) throws {
    example.set(.register, to: 0)
    guard let strategy else { return }
    switch strategy {
    case "Questions":
      example.set(.main, to: 2)
      example.set(.question, to: 1, 2)
      example.set(.reflection, to: 0)
    case "Restatement or Paraphrasing", "Reflection of feelings":
      example.set(.main, to: 1)
      example.set(.reflection, to: 1, 2)
      example.set(.advice, to: 0)
    case "Self-disclosure":
      example.set(.selfDisclosure, to: 1, 2)
      example.set(.reflection, to: 0)
    case "Affirmation and Reassurance": break
    case "Providing Suggestions":
      example.set(.main, to: 3)
      example.set(.advice, to: 1, 2)
      example.set(.reflection, to: 0)
    case "Information":
      example.set(.main, to: 3)
      example.set(.information, to: 1)
      example.set(.reflection, to: 0)
    case "Others", "Other": example.set(.advice, to: 0)
    default: throw LabelledRow.UnknownLabel(key: .strategy, value: strategy)
    }
    if strategy != "Questions" && example.text.hasSuffix(".") { example.set(.question, to: 0) }
    if strategy != "Self-disclosure" && strategy != "Affirmation and Reassurance" {
      example.set(.selfDisclosure, to: 0)
    }
  }
}
