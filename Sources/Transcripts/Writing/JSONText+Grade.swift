import Lines
import Listening

extension JSONText {
  /// Appends a grade's keys and values without brackets, those of its record among them in their
  /// place.
  ///
  /// - Parameters:
  ///   - grade: The grade.
  ///   - id: The `id` of a graded record.
  ///   - session: The conversation of a graded record.
  ///   - place: The `turn` and the `utterance` of a reply in a transcript.
  mutating func grade(
    _ grade: Grade, id: RecordID? = nil, session: String? = nil,
    place: (turn: Int, utterance: Int)? = nil
  ) {
    raw("\"codes\":" as StaticString)
    codes(grade.codes)
    raw(",\"empathy\":" as StaticString)
    integer(grade.empathy)
    raw(",\"evidence\":" as StaticString)
    list(grade.evidence) { $0.evidence($1) }
    if let id {
      raw(",\"id\":" as StaticString)
      self.id(id)
    }
    raw(",\"model\":" as StaticString)
    string(grade.model)
    raw(",\"nonjudgment\":" as StaticString)
    integer(grade.nonjudgment)
    raw(",\"openness\":" as StaticString)
    integer(grade.openness)
    if let session {
      raw(",\"session\":" as StaticString)
      string(session)
    }
    if let place {
      raw(",\"turn\":" as StaticString)
      integer(place.turn)
    }
    raw(",\"unsure\":" as StaticString)
    list(grade.unsure) { $0.name($1.rawValue) }
    if let place {
      raw(",\"utterance\":" as StaticString)
      integer(place.utterance)
    }
  }

  mutating func id(_ id: RecordID) {
    switch id {
    case .null: raw("null" as StaticString)
    case .integer, .unsigned: raw(id.plain)
    case .string(let text): string(text)
    }
  }

  private mutating func codes(_ codes: Codes) {
    let texts = CodeTexts.shared
    texts.bytes.withUnsafeBufferPointer { bytes in
      for (place, variable) in texts.variables.enumerated() {
        raw(UnsafeBufferPointer(rebasing: bytes[texts.range(place, variable.index(in: codes))]))
      }
    }
    raw("}" as StaticString)
  }

  private mutating func evidence(_ evidence: Evidence) {
    raw("{\"code\":" as StaticString)
    name(evidence.code.rawValue)
    raw(",\"confidence\":" as StaticString)
    number(evidence.confidence)
    raw(",\"span\":" as StaticString)
    raw("[" as StaticString)
    integer(evidence.span.lowerBound)
    raw("," as StaticString)
    integer(evidence.span.upperBound)
    raw("]" as StaticString)
    raw(",\"value\":" as StaticString)
    string(evidence.value)
    raw("}" as StaticString)
  }
}

/// Each code with each of its values as it stands in a record, key and all: `,"advice":"none"`. All
/// lie in one place: of strings that threads share, each use would be counted.
private struct CodeTexts: Sendable {
  static let shared = CodeTexts()

  /// The codes in the order of their keys.
  let variables = CodeVariable.all.filter { $0 != .input }.sorted { $0.name < $1.name }
  private(set) var bytes: [UInt8] = []
  /// Where each value of each code stands; null, for one that does not apply, is the last.
  private var ranges: [Range<Int>] = []
  private let width: Int

  private init() {
    width = variables.reduce(0) { max($0, $1.values.count) } + 1
    for (place, variable) in variables.enumerated() {
      var values =
        if case .code(let code) = variable { code.values.map { JSONLine.encode($0) } } else {
          variable.values.map { JSONLine.encode($0) }
        }
      while values.count < width { values.append("null") }
      for value in values {
        let start = bytes.count
        bytes += "\(place == 0 ? "{" : ",")\"\(variable.name)\":\(value)".utf8
        ranges.append(start..<bytes.count)
      }
    }
  }

  func range(_ place: Int, _ value: Int?) -> Range<Int> {
    ranges[place * width + (value ?? width - 1)]
  }
}
