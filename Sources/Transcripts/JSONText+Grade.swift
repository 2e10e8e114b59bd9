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
    func word(_ text: inout JSONText, _ key: StaticString, _ value: String) {
      text.raw(key)
      text.name(value)
    }
    func flag(_ text: inout JSONText, _ key: StaticString, _ value: Bool) {
      text.raw(key)
      text.bool(value)
    }
    func level(_ text: inout JSONText, _ key: StaticString, _ value: Level) {
      text.raw(key)
      text.integer(value.rawValue)
    }
    word(&self, "{\"advice\":", codes.advice.rawValue)
    flag(&self, ",\"affirmation\":", codes.affirmation)
    flag(&self, ",\"autonomy\":", codes.autonomy)
    flag(&self, ",\"collaboration\":", codes.collaboration)
    level(&self, ",\"emotional_reaction\":", codes.emotionalReaction)
    level(&self, ",\"exploration\":", codes.exploration)
    flag(&self, ",\"false_reassurance\":", codes.falseReassurance)
    flag(&self, ",\"information\":", codes.information)
    level(&self, ",\"interpretation\":", codes.interpretation)
    word(&self, ",\"judgment\":", codes.judgment.rawValue)
    raw(",\"judgment_kind\":" as StaticString)
    if let kind = codes.judgmentKind { name(kind.rawValue) } else { raw("null" as StaticString) }
    word(&self, ",\"main\":", codes.main.rawValue)
    flag(&self, ",\"misreading\":", codes.misreading)
    word(&self, ",\"question\":", codes.question.rawValue)
    word(&self, ",\"reflection\":", codes.reflection.rawValue)
    flag(&self, ",\"repair\":", codes.repair)
    word(&self, ",\"self_disclosure\":", codes.selfDisclosure.rawValue)
    flag(&self, ",\"transparency\":", codes.transparency)
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
