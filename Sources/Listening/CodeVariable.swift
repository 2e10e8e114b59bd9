/// Something that a coder decides on a reply, with the names and values of reply records.
public enum CodeVariable: Hashable, Sendable {
  /// The behaviour that carries the reply.
  case main
  /// A code of the vocabulary.
  case code(CodeName)
  /// Which kind of judgment, where there is any.
  case judgmentKind
  /// Whether the trainee puts in something of their own: AnnoMI's therapist input.
  case input

  /// Every variable, in the order of reply records.
  public static let all: [CodeVariable] =
    [.main] + CodeName.allCases.map(CodeVariable.code) + [.judgmentKind, .input]

  /// Its name in records.
  public var name: String {
    switch self {
    case .main: "main"
    case .code(let code): code.rawValue
    case .judgmentKind: "judgment_kind"
    case .input: "input"
    }
  }

  /// The variable of a name.
  public init?(name: String) {
    guard let variable = Self.all.first(where: { $0.name == name }) else { return nil }
    self = variable
  }

  /// Its values, the absence of the code first where there is one.
  public var values: [String] {
    switch self {
    case .main: MainBehaviour.allCases.map(\.rawValue)
    case .judgmentKind: JudgmentKind.allCases.map(\.rawValue)
    case .input: Self.noAndYes
    case .code(let code): code.values.map(\.name)
    }
  }

  /// The values of what is there or not.
  public static let noAndYes = Bool.all.map(\.name)
  /// What people write where a code is absent, whatever its values are.
  public static let absence = "none"

  /// The value that says that nothing is there, or `nil` where the variable has none.
  public var absentValue: String? {
    switch self {
    case .main, .judgmentKind: nil
    case .code, .input: values.first
    }
  }

  /// Whether its values have an order: levels of judgment and of empathy.
  public var isOrdered: Bool {
    switch self {
    case .code(.judgment), .code(.emotionalReaction), .code(.interpretation), .code(.exploration):
      true
    case .main, .judgmentKind, .input, .code: false
    }
  }

  /// The value that a person means: in any case, with `true`, `1`, `false` and `0` for yes and no.
  public func value(meant text: some StringProtocol) -> String? {
    let text = text.lowercased()
    if values.contains(text) { return text }
    // The manual's own abbreviations.
    switch (self, text) {
    case (.code(.reflection), "sr"): return Reflection.simple.rawValue
    case (.code(.reflection), "cr"): return Reflection.complex.rawValue
    case (.code(.question), "oq"): return Question.open.rawValue
    case (.code(.question), "cq"): return Question.closed.rawValue
    default: break
    }
    guard values == Self.noAndYes else { return nil }
    switch text {
    case "true", "1", "y": return true.name
    case "false", "0", "n", Self.absence: return false.name
    default: return nil
    }
  }

  /// What codes say of the variable, or `nil` where it does not apply.
  public func value(in codes: Codes) -> String? {
    switch self {
    case .main: codes.main.rawValue
    case .judgmentKind: codes.judgmentKind?.rawValue
    case .input: codes.hasInput.name
    case .code(let code): codes.read(code).name
    }
  }

  /// The place of what codes say among the values, or `nil` where the variable does not apply.
  package func index(in codes: Codes) -> Int? {
    switch self {
    case .main: MainBehaviour.allCases.firstIndex(of: codes.main)
    case .judgmentKind: codes.judgmentKind.flatMap(JudgmentKind.allCases.firstIndex)
    case .input: codes.hasInput.index
    case .code(let code): codes[code]
    }
  }
}

extension Codes {
  /// Whether the trainee puts in something of their own: information, advice, options.
  public var hasInput: Bool { main == .input || information || advice != .none }
}
