extension Codes: Codable {
  /// Reads codes; a key that is missing counts as nothing present.
  ///
  /// - Throws: `DecodingError` where a key holds a value outside the vocabulary.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodeVariable.self)
    main = try container.decodeIfPresent(MainBehaviour.self, forKey: .main) ?? .other
    for code in CodeName.allCases { try apply(Decode(code: code, container: container), to: code) }
    judgmentKind = try container.decodeIfPresent(JudgmentKind.self, forKey: .judgmentKind)
  }

  private struct Decode: CodeOperation {
    var code: CodeName
    var container: KeyedDecodingContainer<CodeVariable>

    func callAsFunction<Value: CodeValue>(_ value: inout Value) throws {
      if let stated = try container.decodeIfPresent(Value.self, forKey: .code(code)) {
        value = stated
      }
    }
  }

  /// Writes every code, so that a reader needs no defaults.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodeVariable.self)
    try container.encode(main, forKey: .main)
    for code in CodeName.allCases { try container.encode(read(code), forKey: .code(code)) }
    try container.encode(judgmentKind, forKey: .judgmentKind)
  }
}

extension CodeVariable: CodingKey {
  /// Its name.
  public var stringValue: String { name }
  /// None: codes have names.
  public var intValue: Int? { nil }

  /// The variable of a name.
  public init?(stringValue: String) { self.init(name: stringValue) }
  /// None.
  public init?(intValue: Int) { nil }
}
