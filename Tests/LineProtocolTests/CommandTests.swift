import LineProtocol
import Lines
import Testing
import Transcripts

struct CommandTests {
  @Test(
    arguments: [
      ("CAPABILITIES", .capabilities), ("HELP", .help), ("VIGNETTES", .vignettes), ("WHY", .why),
      ("HINT", .hint), ("EXAMPLE", .example), ("RETRY", .retry), ("SUMMARY", .summary),
      ("END", .end), ("QUIT", .quit),
      ("BEGIN foundations/maya", .begin(vignette: "foundations/maya", seed: nil)),
      ("BEGIN maya SEED 7", .begin(vignette: "maya", seed: 7)),
      ("BEGIN maya SEED 18446744073709551615", .begin(vignette: "maya", seed: .max)),
      ("SAY You came anyway.", .say("You came anyway.")),
      ("NEXT maya-7", .next(session: "maya-7", seed: nil)),
      ("next maya-7.2 seed 3", .next(session: "maya-7.2", seed: 3)),
      ("RESUME maya-7.2", .resume("maya-7.2")),
      (#"SCORE {"text": "Why?"}"#, .score(#"{"text": "Why?"}"#)),
    ] as [(String, Command)])
  func everyVerbIsRead(line: String, command: Command) throws {
    #expect(try Command.parse(line) == .command(command))
  }

  @Test(
    arguments: [
      ("help", .help), ("Quit", .quit), ("bEgIn maya sEeD 3", .begin(vignette: "maya", seed: 3)),
      ("  HELP", .help), ("HELP   ", .help),
      ("BEGIN   maya   SEED   3 ", .begin(vignette: "maya", seed: 3)),
      (" RESUME  maya-7 ", .resume("maya-7")),
    ] as [(String, Command)])
  func caseAndSpacesDoNoHarm(line: String, command: Command) throws {
    #expect(try Command.parse(line) == .command(command))
  }

  @Test(arguments: [
    ("SAY  two spaces", " two spaces"), ("SAY ends with one ", "ends with one "),
    ("say SAY help", "SAY help"), ("SAY .", "."), ("SAY — ja, schön 🌱", "— ja, schön 🌱"),
    ("SAY a\tb", "a\tb"),
  ])
  func aReplyStandsAsItIs(line: String, reply: String) throws {
    #expect(try Command.parse(line) == .command(.say(reply)))
  }

  @Test(arguments: ["SAY", "say", "SAY "])
  func aReplyThatFollowsIsNoCommandYet(line: String) throws {
    #expect(try Command.parse(line) == .replyFollows)
  }

  @Test(arguments: ["", " ", "HELLO", "SAYS hello", "BEGIN\tmaya", ".", "{}", "220 session"])
  func aLineWithoutAVerbIsRefused(line: String) {
    let word = line.split(separator: " ").first ?? ""
    #expect(throws: Command.ParseError.unknownVerb(String(word))) { try Command.parse(line) }
  }

  @Test(arguments: ["x", "\u{301}"])
  func aLongVerbIsCutShort(sign: String) {
    let line = String(repeating: sign, count: 9000)
    #expect(throws: Command.ParseError.unknownVerb(String(repeating: sign, count: 40))) {
      try Command.parse(line)
    }
  }

  @Test(arguments: [
    "HELP me", "QUIT now", "WHY not", "BEGIN", "BEGIN maya 7", "BEGIN maya SEED",
    "BEGIN maya SEED x",
    "BEGIN maya SEED -1", "BEGIN maya SEED 18446744073709551616", "BEGIN maya SEEDS 7",
    "BEGIN maya ſEED 7", "NEXT maya-7 ſeed 7",
    "BEGIN maya SEED +7", "BEGIN maya SEED 000000000000000000007", "BEGIN maya SEED ٧",
    "NEXT maya-7 SEED +7",
    "BEGIN maya SEED 7 8", "RESUME", "RESUME a b", "NEXT", "NEXT a b", "NEXT a SEED x", "SCORE",
    "SCORE ",
  ])
  func wrongArgumentsNameTheVerb(line: String) throws {
    let name = line.split(separator: " ")[0]
    let verb = try #require(Command.Verb(rawValue: String(name)))
    #expect(throws: Command.ParseError.wrongArguments(verb)) { try Command.parse(line) }
  }

  @Test(
    arguments: [
      .capabilities, .help, .vignettes, .begin(vignette: "foundations/maya", seed: nil),
      .begin(vignette: "maya", seed: 7), .say("Mm."), .say(""), .say(" "), .say(" leading"),
      .say("one\ntwo"), .say("\nafter a blank line"), .say("before one\n"), .say(".\n..\n.three"),
      .say("."), .say("\u{301}e"), .say("a\u{2028}b"), .say("a\u{85}\r\u{0B}b"), .say("a\r\nb"),
      .say(".\u{301}\nx"), .say(String(repeating: "x", count: 16380)),
      .say(String(repeating: "x", count: 16381)), .say(String(repeating: ".", count: 65536)), .why,
      .hint, .example, .retry, .summary, .end, .resume("maya-7"),
      .score(#"{"text":"Why?"}"#), .quit,
    ] as [Command])
  func whatIsSentIsReadAsItWasMeant(command: Command) throws {
    #expect(try read(command) == command)
  }

  @Test(arguments: [
    "", " ", "a b", " maya", "maya ", "maya\nHELP", "maya\r", "maya\tx", "maya\u{7F}",
    "maya\r\nSAY Hello.", String(repeating: "x", count: LineBuffer.commandLimit),
  ])
  func aNameThatNoLineCanCarryIsNobodys(name: String) throws {
    let commands: [(Command, ReplyCode)] = [
      (.begin(vignette: name, seed: nil), .noSuchVignette),
      (.begin(vignette: name, seed: 7), .noSuchVignette),
      (.next(session: name, seed: 7), .noSuchSession), (.resume(name), .noSuchSession),
    ]
    for (command, code) in commands {
      let refused = try #require(throws: Command.Unsendable.self) { try command.lines }
      #expect(refused.reply.code == code)
    }
  }

  @Test func aRecordOfSeveralLinesIsNotSent() {
    #expect(throws: Command.Unsendable.self) { try Command.score("{\n}").lines }
  }

  @Test func aReplyLongerThanACommandIsSentAsABlock() throws {
    let fits = try Command.say(String(repeating: "ö", count: 8190)).lines
    #expect(fits.command.utf8.count == LineBuffer.commandLimit && fits.block == nil)
    let more = try Command.say(String(repeating: "ö", count: 8191)).lines
    #expect(more.command == "SAY" && more.block?.count == 1)
  }

  /// The command that a reader makes of a command's lines.
  private func read(_ command: Command) throws -> Command? {
    var reader = CommandReader()
    let (line, block) = try command.lines
    var step = reader.take(.line(line))
    guard let block else { return step.command }
    for line in block + ["."] {
      guard line.utf8.count <= LineBuffer.clientLimit else { return nil }
      step = reader.take(.line(line))
    }
    return step.command
  }
}

extension CommandReader.Step {
  /// The command, where one is complete.
  var command: Command? {
    if case .command(let command) = self { command } else { nil }
  }

  /// The answer's code, where there is an answer.
  var code: ReplyCode? {
    if case .answer(let reply) = self { reply.code } else { nil }
  }
}
