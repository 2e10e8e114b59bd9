/// The name of a code, as it stands in records, transcripts and on the line protocol.
public enum CodeName: String, Codable, CaseIterable, Sendable {
  case reflection, question, judgment, advice, information, affirmation, collaboration, autonomy
  case transparency
  case selfDisclosure = "self_disclosure"
  case repair
  case falseReassurance = "false_reassurance"
  case misreading
  case emotionalReaction = "emotional_reaction"
  case interpretation, exploration

  /// The name as a trainee reads it.
  public var label: String { rawValue.replacing("_", with: " ") }

  /// The codes that a reader is shown by name. EPITOME's levels are a part of empathy and show
  /// there.
  public static let shown = allCases.filter {
    ![.emotionalReaction, .interpretation, .exploration].contains($0)
  }

  /// The code's values; the first says that it is absent.
  package var values: [any CodeValue] { type(of: Codes().read(self)).all }

  /// Whether the code is there or not, without kinds or levels.
  public var isFlag: Bool { Codes().read(self) is Bool }

  /// Whether a grade's confidence is that the code is there at all, whichever kind or level it has.
  public var isSureOfPresence: Bool { self == .reflection || self == .judgment }
}

extension Codes {
  func read(_ name: CodeName) -> any CodeValue {
    var copy = self
    return copy.apply(ReadValue(), to: name)
  }

  /// The place of a code's value among its values; 0 where the code is absent from the reply.
  package subscript(name: CodeName) -> Int {
    get {
      var copy = self
      return copy.apply(ReadIndex(), to: name)
    }
    set { apply(WriteIndex(index: newValue), to: name) }
  }

  /// The value of a code as it stands in records, or `nil` where it is absent from the reply.
  ///
  ///     codes.value(of: .reflection)  // "complex"
  public func value(of name: CodeName) -> String? {
    var copy = self
    return copy.apply(ReadName(), to: name)
  }

  /// A code and its value in the words of a reader, or `nil` where it is absent from the reply.
  ///
  ///     codes.phrase(for: .reflection)  // "complex reflection"
  public func phrase(for name: CodeName) -> String? {
    guard let value = value(of: name) else { return nil }
    switch name {
    case .reflection, .question: return "\(value) \(name.label)"
    case .judgment:
      let kind = judgmentKind.map { " (\($0.rawValue))" } ?? ""
      return "\(value) judgment\(kind)"
    case .advice: return advice == .permitted ? "advice with permission" : "unsolicited advice"
    case .selfDisclosure:
      return selfDisclosure == .brief ? "self-disclosure" : "self-disclosure, taking over"
    case .emotionalReaction, .interpretation, .exploration: return "\(name.label) \(value)"
    default: return name.label
    }
  }

  /// These codes with some alone left, and the main behaviour as it is.
  public func keeping(_ names: some Sequence<CodeName>) -> Codes {
    var codes = Codes()
    codes.main = main
    for name in names {
      codes[name] = self[name]
      if name == .judgment { codes.judgmentKind = judgmentKind }
    }
    return codes
  }
}
