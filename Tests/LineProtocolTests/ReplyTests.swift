import LineProtocol
import Lines
import Listening
import Testing
import Transcripts

struct ReplyTests {
  @Test(arguments: ReplyCode.allCases)
  func everyCodeIsReadAsItWasWritten(code: ReplyCode) throws {
    let reply = Reply(code, "some words", code.hasBlock ? Samples.items : [])
    #expect(try replies(in: reply.encoded) == [reply])
  }

  @Test(arguments: ReplyCode.allCases.filter(\.hasBlock))
  func aBlockMayBeEmpty(code: ReplyCode) throws {
    let reply = Reply(code, "nothing")
    #expect(reply.encoded == "\(code.rawValue) nothing follows\n.\n")
    #expect(try replies(in: reply.encoded) == [reply])
  }

  @Test func repliesFollowOneAnother() throws {
    let all = ReplyCode.allCases.map { Reply($0, "words", $0.hasBlock ? Samples.items : []) }
    #expect(try replies(in: all.map(\.encoded).joined()) == all)
  }

  @Test func aReplyWithoutABlockIsOneLine() {
    #expect(Reply(.goodbye, "goodbye").encoded == "205 goodbye\n")
  }

  @Test func aStatusLineIsOneLineOfText() throws {
    let encoded = Reply(.noSuchVignette, "no vignette 'a\rb\u{1B}[2J\nc'").encoded
    #expect(encoded == "510 no vignette 'a?b?[2J?c'\n")
  }

  @Test(arguments: Samples.items)
  func anItemIsOneLineThatNamesItsType(item: Item) throws {
    let line = JSONLine.encode(item)
    #expect(!line.utf8.contains(0x0A))
    #expect(line.contains(#""type":""#))
    #expect(try JSONLine.decode(Item.self, from: line) == item)
  }

  @Test func furtherKeysArePassedOver() throws {
    let line = #"{"type":"hint","text":"Listen.","later":{"x":[1,2]}}"#
    #expect(try JSONLine.decode(Item.self, from: line) == .hint(HintItem(text: "Listen.")))
  }

  @Test(arguments: ["", "hello", "999 what", "2000 x", "-200 x", "+200 x", "{}", "."])
  func otherLinesAreNoStatus(line: String) {
    var reader = ReplyReader()
    #expect(throws: ReplyReader.Malformed.self) { try reader.take(line) }
  }

  @Test(arguments: ["x", "\u{301}"])
  func aLongLineThatIsNoStatusIsCutShort(sign: String) {
    var reader = ReplyReader()
    let error = #expect(throws: ReplyReader.Malformed.self) {
      try reader.take("x" + String(repeating: sign, count: 9000))
    }
    let shown = "x" + String(repeating: sign, count: 59)
    #expect(error?.description == "not a status line: '\(shown)'")
  }

  @Test func itemsOfTypesThatAreNotKnownArePassedOver() throws {
    var reader = ReplyReader()
    #expect(try reader.take("223 hint follows") == nil)
    for line in [#"{"type":"future","text":[1]}"#, #"{"text":"Listen.","type":"hint"}"#] {
      #expect(try reader.take(line) == nil)
    }
    #expect(try reader.take(".") == Reply(.hint, "hint", [.hint(HintItem(text: "Listen."))]))
  }

  @Test(arguments: ["", "{}", "[]", #"{"type":"hint"}"#, "plain", #"{"type":"hint","text":1}"#])
  func otherLinesAreNoItem(line: String) throws {
    var reader = ReplyReader()
    #expect(try reader.take("223 hint follows") == nil)
    #expect(throws: ReplyReader.Malformed.self) { try reader.take(line) }
  }

  @Test(arguments: [
    #"{"type":"evidence","turn":1,"code":"question","value":"open","span":[0,1],"words":"w","confidence":1e300}"#,
    #"{"type":"evidence","turn":1,"code":"question","value":"open","span":[2,1],"words":"w","confidence":1}"#,
    #"{"type":"client","turn":0,"text":"t","rupture":"none","alliance":{"bond":1e300,"task":0,"goal":0}}"#,
    #"{"type":"client","turn":0,"text":"t","rupture":"none","alliance":{"bond":0,"task":-1,"goal":0}}"#,
  ])
  func anItemWithANumberOutOfRangeIsNone(line: String) throws {
    #expect(throws: JSONLineError.self) { try JSONLine.decode(Item.self, from: line) }
    let mended = line.replacing("1e300", with: "1").replacing("[2,1]", with: "[0,1]")
      .replacing("-1", with: "1")
    #expect(throws: Never.self) { try JSONLine.decode(Item.self, from: mended) }
  }

  @Test func aBlockWithoutEndIsRefused() throws {
    var reader = ReplyReader()
    _ = try reader.take("223 hint follows")
    let line = #"{"text":"\#(String(repeating: "x", count: 500_000))","type":"hint"}"#
    let most = ReplyReader.maxBlockSize / line.utf8.count
    for _ in 0..<most - 1 { #expect(try reader.take(line) == nil) }
    #expect(throws: ReplyReader.Malformed.self) { for _ in 0..<2 { _ = try reader.take(line) } }
  }

  @Test func aCodeSaysHowTheCommandFared() {
    #expect(ReplyCode.begun.isPositive)
    #expect(ReplyCode.sendReply.isPositive)
    #expect(!ReplyCode.noSession.isPositive)
    #expect(!ReplyCode.unknownCommand.isPositive)
  }

  private func replies(in text: String) throws -> [Reply] {
    var inbox = LineBuffer(limit: LineBuffer.serverLimit)
    var reader = ReplyReader()
    var replies: [Reply] = []
    inbox.append(text.utf8)
    while let line = inbox.nextLine() {
      guard case .line(let line) = line else { continue }
      if let reply = try reader.take(line) { replies.append(reply) }
    }
    return replies
  }
}
