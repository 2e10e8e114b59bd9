/// Whether to colour.
public enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// How text looks: in colour or plain, with Unicode marks or ASCII ones.
public struct Style: Hashable, Sendable {
  /// Whether to colour.
  var color: Bool
  /// Whether to draw bars and arrows in Unicode.
  var unicode: Bool

  /// Creates a style.
  public init(color: Bool, unicode: Bool) {
    self.color = color
    self.unicode = unicode
  }

  /// The style that fits a terminal: `NO_COLOR` (no-color.org) and `TERM=dumb` are honoured, and a
  /// pipe gets no colour, unless the user chose.
  init(choice: ColorChoice, isTerminal: Bool, environment: [String: String]) {
    let isDumb = environment["TERM"] == "dumb"
    let forbidden = !(environment["NO_COLOR"] ?? "").isEmpty
    color =
      switch choice {
      case .always: true
      case .never: false
      case .auto: isTerminal && !isDumb && !forbidden
      }
    unicode = !isDumb
  }

  /// A role that text plays on the screen.
  enum Role: String {
    case client = "1;36"
    case trainee = "1;32"
    case good = "32"
    case fair = "33"
    case poor = "31"
    case quiet = "2"
    case strong = "1"
  }

  /// Text in a role's colour.
  func paint(_ text: some StringProtocol, _ role: Role) -> String {
    color && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : String(text)
  }

  /// A prompt in a role's colour, its escapes marked as taking no room for readline.
  func prompt(_ text: String, _ role: Role) -> String {
    color ? "\u{01}\u{1B}[\(role.rawValue)m\u{02}\(text)\u{01}\u{1B}[0m\u{02}" : text
  }

  /// A bar of ten cells for a share from 0 to 1.
  func bar(_ share: Double) -> String {
    let filled = Int((min(1, max(0, share)) * 10).rounded())
    let (full, empty) = unicode ? ("█", "░") : ("#", "-")
    return String(repeating: full, count: filled) + String(repeating: empty, count: 10 - filled)
  }
}
