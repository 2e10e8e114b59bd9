import Files
import Transcripts

/// What a client of the line protocol can ask for.
///
/// `Documentation/LineProtocol.md` gives the grammar and an example dialogue for each.
public enum Command: Hashable, Sendable {
  /// What this server can do.
  case capabilities
  /// The commands and what they are for.
  case help
  /// The vignettes at hand.
  case vignettes
  /// Begin a session; without a seed the server chooses one.
  case begin(vignette: String, seed: UInt64?)
  /// Begin the next session with the client of a saved one; without a seed it is the next number.
  case next(session: String, seed: UInt64?)
  /// Reply to the client; empty text is silence.
  case say(String)
  /// The reasons for the last grade.
  case why
  /// A hint on what to listen for in the client's last line.
  case hint
  /// An example of a reply to the client's last line.
  case example
  /// Take the last turn back.
  case retry
  /// The session so far, in MITI's measures.
  case summary
  /// End the session.
  case end
  /// Go on with a saved session.
  case resume(String)
  /// Grade one reply record, outside any session.
  case score(String)
  /// Say goodbye.
  case quit

  /// A verb with its form and purpose, for `HELP` and for error messages.
  public struct Verb: Hashable, Sendable {
    /// The verb, in capitals.
    public var name: String
    /// What follows it.
    public var arguments: String
    /// What it is for.
    public var purpose: String
  }

  /// Every verb, in the order of a session.
  public static let verbs: [Verb] = [
    Verb(name: "CAPABILITIES", arguments: "", purpose: "what this server can do"),
    Verb(name: "HELP", arguments: "", purpose: "this list"),
    Verb(name: "VIGNETTES", arguments: "", purpose: "the vignettes at hand"),
    Verb(name: "BEGIN", arguments: "vignette [SEED number]", purpose: "begin a session"),
    Verb(
      name: "NEXT", arguments: "session [SEED number]",
      purpose: "begin the next session with the client of a saved one"),
    Verb(
      name: "SAY", arguments: "[reply]",
      purpose: "reply to the client; without a reply, its lines follow and a lone dot ends them"),
    Verb(name: "WHY", arguments: "", purpose: "the reasons for the last grade"),
    Verb(name: "HINT", arguments: "", purpose: "what to listen for in the client's last line"),
    Verb(name: "EXAMPLE", arguments: "", purpose: "a reply to the client's last line"),
    Verb(name: "RETRY", arguments: "", purpose: "take the last turn back"),
    Verb(name: "SUMMARY", arguments: "", purpose: "the session so far"),
    Verb(name: "END", arguments: "", purpose: "end the session"),
    Verb(name: "RESUME", arguments: "session", purpose: "go on with a saved session"),
    Verb(name: "SCORE", arguments: "record", purpose: "grade one reply record"),
    Verb(name: "QUIT", arguments: "", purpose: "say goodbye"),
  ]

  /// Why a line is not a command.
  public enum ParseError: Error, Hashable, Sendable {
    case unknownVerb(String)
    case wrongArguments(Verb)
  }

  /// Reads a command line, without its ending. Verbs and keywords count in any case.
  ///
  /// `SAY` alone is no command yet but `nil`: the lines of its reply follow.
  public init?(line: String) throws(ParseError) {
    // By bytes: a reply may begin with a mark that joins the space before it.
    let parts = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1).map(Substring.init)
    // Some letters outside ASCII have capitals within it; they spell no verb.
    let word = parts.first ?? ""
    let name = word.utf8.allSatisfy { $0 < 0x80 } ? word.uppercased() : ""
    let rest = parts.count > 1 ? String(parts[1]) : ""
    guard let verb = Self.verbs.first(where: { $0.name == name }) else {
      throw .unknownVerb(String(word.prefix(40)))
    }
    let plain: [String: Command] = [
      "CAPABILITIES": .capabilities, "HELP": .help, "VIGNETTES": .vignettes, "WHY": .why,
      "HINT": .hint, "EXAMPLE": .example, "RETRY": .retry, "SUMMARY": .summary, "END": .end,
      "QUIT": .quit,
    ]
    if let command = plain[name] {
      guard rest.allSatisfy(\.isWhitespace) else { throw .wrongArguments(verb) }
      self = command
      return
    }
    switch name {
    case "BEGIN", "NEXT":
      let words = rest.split(separator: " ")
      let isSeeded = words.count == 3 && words[1].uppercased() == "SEED"
      let seed = isSeeded ? UInt64(words[2]) : nil
      guard words.count == 1 || seed != nil else { throw .wrongArguments(verb) }
      self =
        name == "BEGIN"
        ? .begin(vignette: String(words[0]), seed: seed)
        : .next(session: String(words[0]), seed: seed)
    case "SAY":
      if rest.isEmpty { return nil }
      self = .say(rest)
    case "RESUME":
      let words = rest.split(separator: " ")
      guard words.count == 1 else { throw .wrongArguments(verb) }
      self = .resume(String(words[0]))
    default:
      guard !rest.isEmpty else { throw .wrongArguments(verb) }
      self = .score(rest)
    }
  }

  /// The lines that send the command, without their endings. A reply of several lines, an empty one
  /// or one that is longer than a command goes as a block: after its first line the server answers
  /// 340.
  public var lines: (command: String, block: [String]?) {
    switch self {
    case .capabilities: ("CAPABILITIES", nil)
    case .help: ("HELP", nil)
    case .vignettes: ("VIGNETTES", nil)
    case .begin(let vignette, let seed):
      ("BEGIN \(vignette)" + (seed.map { " SEED \($0)" } ?? ""), nil)
    case .next(let session, let seed):
      ("NEXT \(session)" + (seed.map { " SEED \($0)" } ?? ""), nil)
    case .say(let text):
      if Self.fitsOneLine(text) {
        ("SAY \(text)", nil)
      } else {
        ("SAY", text.isEmpty ? [] : DotStuffing.stuff(text))
      }
    case .why: ("WHY", nil)
    case .hint: ("HINT", nil)
    case .example: ("EXAMPLE", nil)
    case .retry: ("RETRY", nil)
    case .summary: ("SUMMARY", nil)
    case .end: ("END", nil)
    case .resume(let id): ("RESUME \(id)", nil)
    case .score(let record): ("SCORE \(record)", nil)
    case .quit: ("QUIT", nil)
    }
  }

  /// Whether a reply can stand behind `SAY` and its space, and come back as it was.
  private static func fitsOneLine(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first != UInt8(ascii: " ") else { return false }
    return !bytes.contains(UInt8(ascii: "\n"))
      && "SAY ".utf8.count + bytes.count <= LineBuffer.commandLimit
  }
}
