import Diagnostics
import Lines

/// What a client of the line protocol can ask for.
///
/// `Documentation/LineProtocol.md` gives the grammar and an example dialogue for each.
public enum Command: Hashable, Sendable {
  /// What this server can do.
  case capabilities
  /// The commands and what they are for.
  case help
  /// The available vignettes.
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

  /// The verbs, in the order of a session.
  public enum Verb: String, CaseIterable, Sendable {
    case capabilities = "CAPABILITIES"
    case help = "HELP"
    case vignettes = "VIGNETTES"
    case begin = "BEGIN"
    case next = "NEXT"
    case say = "SAY"
    case why = "WHY"
    case hint = "HINT"
    case example = "EXAMPLE"
    case retry = "RETRY"
    case summary = "SUMMARY"
    case end = "END"
    case resume = "RESUME"
    case score = "SCORE"
    case quit = "QUIT"

    /// What follows it, for `HELP` and for error messages.
    public var arguments: String {
      switch self {
      case .begin: "vignette [SEED number]"
      case .next: "session [SEED number]"
      case .say: "[reply]"
      case .resume: "session"
      case .score: "record"
      case .capabilities, .help, .vignettes, .why, .hint, .example, .retry, .summary, .end, .quit:
        ""
      }
    }

    /// What it is for.
    public var purpose: String {
      switch self {
      case .capabilities: "what this server can do"
      case .help: "this list"
      case .vignettes: "the available vignettes"
      case .begin: "begin a session"
      case .next: "begin the next session with the client of a saved one"
      case .say:
        "reply to the client; without a reply, its lines follow and a lone dot ends them"
      case .why: "the reasons for the last grade"
      case .hint: "what to listen for in the client's last line"
      case .example: "a reply to the client's last line"
      case .retry: "take the last turn back"
      case .summary: "the session so far"
      case .end: "end the session"
      case .resume: "go on with a saved session"
      case .score: "grade one reply record"
      case .quit: "say goodbye"
      }
    }
  }

  /// What a line comes to.
  package enum Parsed: Hashable, Sendable {
    case command(Command)
    /// `SAY` alone: the lines of the reply follow.
    case replyFollows
  }

  /// Why a line is not a command.
  package enum ParseError: Error, Hashable, Sendable {
    case unknownVerb(String)
    case wrongArguments(Verb)
  }

  /// Reads a command line, without its ending. Verbs and keywords count in any case.
  package static func parse(_ line: String) throws(ParseError) -> Parsed {
    // By bytes: a reply may begin with a mark that joins the space before it.
    let parts = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1).map(Substring.init)
    let word = parts.first ?? ""
    let name = Self.capitals(of: word)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    guard let verb = Verb(rawValue: name) else {
      throw .unknownVerb(String(word.unicodeScalars.prefix(40)))
    }
    func plain(_ command: Command) throws(ParseError) -> Parsed {
      guard rest.allSatisfy(\.isWhitespace) else { throw .wrongArguments(verb) }
      return .command(command)
    }
    func target(mayHaveSeed: Bool) throws(ParseError) -> (name: String, seed: UInt64?) {
      let words = rest.split(separator: " ")
      let isSeeded = mayHaveSeed && words.count == 3 && Self.capitals(of: words[1]) == "SEED"
      let seed = isSeeded ? Self.seed(words[2]) : nil
      guard words.count == 1 || seed != nil else { throw .wrongArguments(verb) }
      return (String(words[0]), seed)
    }
    switch verb {
    case .capabilities: return try plain(.capabilities)
    case .help: return try plain(.help)
    case .vignettes: return try plain(.vignettes)
    case .begin:
      let (vignette, seed) = try target(mayHaveSeed: true)
      return .command(.begin(vignette: vignette, seed: seed))
    case .next:
      let (session, seed) = try target(mayHaveSeed: true)
      return .command(.next(session: session, seed: seed))
    case .say: return rest.isEmpty ? .replyFollows : .command(.say(rest))
    case .why: return try plain(.why)
    case .hint: return try plain(.hint)
    case .example: return try plain(.example)
    case .retry: return try plain(.retry)
    case .summary: return try plain(.summary)
    case .end: return try plain(.end)
    case .resume: return .command(.resume(try target(mayHaveSeed: false).name))
    case .score:
      guard !rest.isEmpty else { throw .wrongArguments(verb) }
      return .command(.score(rest))
    case .quit: return try plain(.quit)
    }
  }

  /// A word in capitals. Some letters outside ASCII have capitals within it; they spell no keyword.
  private static func capitals(of word: Substring) -> String {
    word.utf8.allSatisfy { $0 < 0x80 } ? word.uppercased() : ""
  }

  /// A seed; `nil` where it is not 1 to 20 digits, or too large.
  private static func seed(_ word: Substring) -> UInt64? {
    word.isDigits && word.utf8.count <= 20 ? UInt64(word) : nil
  }

  /// No line sends the command.
  public struct Unsendable: Error, Hashable, Sendable {
    /// What a server would answer, could it be asked.
    public var reply: Reply
  }

  /// The lines that send the command, without their endings. A reply of several lines, an empty one
  /// or one that is longer than a command goes as a block: after its first line the server answers
  /// 340.
  ///
  /// - Throws: `Unsendable` where a name or a record would not come as what it is: a line feed in it
  ///   would begin another command.
  public var lines: (command: String, block: [String]?) {
    get throws(Unsendable) {
      func line(_ verb: Verb) -> (String, [String]?) { (verb.rawValue, nil) }
      switch self {
      case .capabilities: return line(.capabilities)
      case .help: return line(.help)
      case .vignettes: return line(.vignettes)
      case .begin(let vignette, let seed):
        return (try Self.line(.begin, vignette, seed: seed, else: .noSuchVignette), nil)
      case .next(let session, let seed):
        return (try Self.line(.next, session, seed: seed, else: .noSuchSession), nil)
      case .say(let text) where Self.fitsOneLine(text):
        return ("\(Verb.say.rawValue) \(text)", nil)
      case .say(let text):
        return (Verb.say.rawValue, text.isEmpty ? [] : DotStuffing.stuff(text))
      case .why: return line(.why)
      case .hint: return line(.hint)
      case .example: return line(.example)
      case .retry: return line(.retry)
      case .summary: return line(.summary)
      case .end: return line(.end)
      case .resume(let session):
        return (try Self.line(.resume, session, seed: nil, else: .noSuchSession), nil)
      case .score(let record):
        guard Self.fitsOneLine(record, after: .score) else {
          throw Unsendable(reply: Reply(.notARecord, "a record is one line"))
        }
        return ("\(Verb.score.rawValue) \(record)", nil)
      case .quit: return line(.quit)
      }
    }
  }

  /// The line of a command that names something; `code` answers what can be nobody's name.
  private static func line(
    _ verb: Verb, _ name: String, seed: UInt64?, else code: ReplyCode
  ) throws(Unsendable) -> String {
    let line = "\(verb.rawValue) \(name)" + (seed.map { " SEED \($0)" } ?? "")
    // Spaces part a line's words, and control characters are in no name.
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      line.utf8.count <= LineBuffer.commandLimit
    else {
      let shown = Substring(name.unicodeScalars.prefix(60)).replacingControls()
      throw Unsendable(reply: Reply(code, "'\(shown)' cannot be a name"))
    }
    return line
  }

  /// Whether a text can follow a verb on one line and be read back unchanged.
  private static func fitsOneLine(_ text: String, after verb: Verb = .say) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first != UInt8(ascii: " ") else { return false }
    return !bytes.contains(UInt8(ascii: "\n"))
      && verb.rawValue.utf8.count + 1 + bytes.count <= LineBuffer.commandLimit
  }
}
