import LineProtocol
import Lines
import Testing
import Transcripts

struct CommandReaderTests {
  private let most = CommandReader.maxReplyLength

  @Test func aLineIsACommand() {
    var reader = CommandReader()
    #expect(reader.take(.line("HELP")) == .command(.help))
    #expect(reader.take(.line("SAY Mm.")) == .command(.say("Mm.")))
  }

  @Test func aLineThatIsNoneIsAnswered() {
    var reader = CommandReader()
    #expect(reader.take(.line("HELLO")).code == .unknownCommand)
    #expect(reader.take(.line("BEGIN")).code == .wrongArguments)
    #expect(reader.take(.tooLong).code == .lineTooLong)
    #expect(reader.take(.line("SAY " + String(repeating: "x", count: 16381))).code == .lineTooLong)
    #expect(reader.take(.notText).code == .notText)
    #expect(reader.take(.line("HELP")) == .command(.help))
  }

  @Test func wrongArgumentsAreAnsweredWithTheForm() {
    var reader = CommandReader()
    #expect(
      reader.take(.line("BEGIN"))
        == .answer(Reply(.wrongArguments, "the form is: BEGIN vignette [SEED number]")))
    #expect(
      reader.take(.line("WHY not")) == .answer(Reply(.wrongArguments, "the form is: WHY")))
  }

  @Test func whatIsNotPrintableIsNotSentBack() {
    var reader = CommandReader()
    #expect(
      reader.take(.line("\u{1B}[31m"))
        == .answer(Reply(.unknownCommand, "unknown command '?[31m'; try HELP")))
  }

  @Test(arguments: [
    "GET / HTTP/1.1", "POST /x HTTP/1.0", "Host: 127.0.0.1:7300",
    "GET /\(String(repeating: "x", count: 20000)) HTTP/1.1",
  ])
  func aRequestOfHTTPIsRefused(line: String) {
    var reader = CommandReader()
    #expect(reader.take(.line(line)) == .refuse(Reply(.unknownCommand, "this is no HTTP server")))
  }

  @Test(arguments: ["SAY", " say"])
  func aReplyMaySpeakOfHTTP(verb: String) {
    var reader = CommandReader()
    #expect(reader.take(.line("\(verb) So, HTTP/1.1")) == .command(.say("So, HTTP/1.1")))
    _ = reader.take(.line("SAY"))
    #expect(reader.take(.line("GET / HTTP/1.1")) == .more)
  }

  @Test func aBlockIsOneReply() {
    #expect(block("one", "..two", "HELP", "") == .command(.say("one\n.two\nHELP\n")))
  }

  @Test func blankLinesCount() {
    #expect(block("", "one") == .command(.say("\none")))
    #expect(block("one", "", "two") == .command(.say("one\n\ntwo")))
  }

  @Test func anEmptyBlockIsSilence() {
    #expect(block() == .command(.say("")))
  }

  @Test func theNextLineIsACommandAgain() {
    var reader = CommandReader()
    #expect(reader.take(.line("SAY")).code == .sendReply)
    #expect(reader.take(.line("one")) == .more)
    #expect(reader.take(.line(".")) == .command(.say("one")))
    #expect(reader.take(.line("QUIT")) == .command(.quit))
  }

  @Test func aReplyMayBeAsLongAsTheLimit() {
    let line = String(repeating: "x", count: 16383)
    let fits = [line, line, line, line + "x"]
    #expect(fits.joined(separator: "\n").utf8.count == most)
    #expect(block(fits).command == .say(fits.joined(separator: "\n")))
    #expect(block(fits + [""]).code == .replyTooLong)
    #expect(block([line, line, line, line, "xx"]).code == .replyTooLong)
    let whole = String(repeating: "x", count: most)
    #expect(block([whole]).command == .say(whole))
    #expect(block([whole + "x"]).code == .replyTooLong)
  }

  @Test func manyShortLinesComeToTheLimit() {
    let fits = Array(repeating: "x", count: most / 2)
    #expect(block(fits).command == .say(fits.joined(separator: "\n")))
    #expect(block(fits + ["x"]).code == .replyTooLong)
    #expect(block(Array(repeating: "", count: most + 2)).code == .replyTooLong)
  }

  @Test(
    arguments: [
      ([.line("a"), .tooLong, .line("b")], .replyTooLong),
      ([.tooLong], .replyTooLong),
      ([.line("a"), .notText], .notText),
      ([.notText, .tooLong], .replyTooLong),
    ] as [([LineBuffer.Line], ReplyCode)])
  func aSpoiltBlockIsRefusedAtItsEnd(lines: [LineBuffer.Line], code: ReplyCode) {
    var reader = CommandReader()
    _ = reader.take(.line("SAY"))
    for line in lines { #expect(reader.take(line) == .more) }
    #expect(reader.take(.line(".")).code == code)
    #expect(reader.take(.line("HELP")) == .command(.help))
  }

  private func block(_ lines: String...) -> CommandReader.Step { block(lines) }

  private func block(_ lines: [String]) -> CommandReader.Step {
    var reader = CommandReader()
    _ = reader.take(.line("SAY"))
    for line in lines {
      let step = reader.take(.line(line))
      if step != .more { Issue.record("a line of a block led to \(step)") }
    }
    return reader.take(.line("."))
  }
}
