extension Codes: Codable {
  enum CodingKeys: String, CodingKey {
    case main, reflection, question, judgment
    case judgmentKind = "judgment_kind"
    case advice, information, affirmation, collaboration, autonomy, transparency
    case selfDisclosure = "self_disclosure"
    case repair
    case falseReassurance = "false_reassurance"
    case misreading
    case emotionalReaction = "emotional_reaction"
    case interpretation, exploration
  }

  /// Reads codes; a key that is missing counts as nothing present.
  ///
  /// - Throws: `DecodingError` where a key holds a value outside the vocabulary.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    func flag(_ key: CodingKeys) throws -> Bool {
      try c.decodeIfPresent(Bool.self, forKey: key) ?? false
    }
    func level(_ key: CodingKeys) throws -> Level {
      try c.decodeIfPresent(Level.self, forKey: key) ?? .none
    }
    main = try c.decodeIfPresent(MainBehaviour.self, forKey: .main) ?? .other
    reflection = try c.decodeIfPresent(Reflection.self, forKey: .reflection) ?? .none
    question = try c.decodeIfPresent(Question.self, forKey: .question) ?? .none
    judgment = try c.decodeIfPresent(Judgment.self, forKey: .judgment) ?? .none
    judgmentKind = try c.decodeIfPresent(JudgmentKind.self, forKey: .judgmentKind)
    advice = try c.decodeIfPresent(Advice.self, forKey: .advice) ?? .none
    information = try flag(.information)
    affirmation = try flag(.affirmation)
    collaboration = try flag(.collaboration)
    autonomy = try flag(.autonomy)
    transparency = try flag(.transparency)
    selfDisclosure = try c.decodeIfPresent(SelfDisclosure.self, forKey: .selfDisclosure) ?? .none
    repair = try flag(.repair)
    falseReassurance = try flag(.falseReassurance)
    misreading = try flag(.misreading)
    emotionalReaction = try level(.emotionalReaction)
    interpretation = try level(.interpretation)
    exploration = try level(.exploration)
  }

  /// Writes every code, so that a reader needs no defaults.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(main, forKey: .main)
    try c.encode(reflection, forKey: .reflection)
    try c.encode(question, forKey: .question)
    try c.encode(judgment, forKey: .judgment)
    try c.encode(judgmentKind, forKey: .judgmentKind)
    try c.encode(advice, forKey: .advice)
    try c.encode(information, forKey: .information)
    try c.encode(affirmation, forKey: .affirmation)
    try c.encode(collaboration, forKey: .collaboration)
    try c.encode(autonomy, forKey: .autonomy)
    try c.encode(transparency, forKey: .transparency)
    try c.encode(selfDisclosure, forKey: .selfDisclosure)
    try c.encode(repair, forKey: .repair)
    try c.encode(falseReassurance, forKey: .falseReassurance)
    try c.encode(misreading, forKey: .misreading)
    try c.encode(emotionalReaction, forKey: .emotionalReaction)
    try c.encode(interpretation, forKey: .interpretation)
    try c.encode(exploration, forKey: .exploration)
  }
}
