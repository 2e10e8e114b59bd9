import Diagnostics
import Lines
import TestSupport
import Testing
import Transcripts

@Suite("Plain text with speaker labels")
struct LabelledTextTests {
  static func parse(
    _ text: String, names: SpeakerNames = .init()
  ) throws -> (transcript: Transcript, diagnostics: [Diagnostic]) {
    let lines = FileLines(text: text)
    let file = try TranscriptFile(lines, name: "t.txt", speakers: names)
    return (file.transcript, file.faults)
  }

  /// The exchanges as `client > reply`, with `-` where the trainee spoke unasked.
  static func exchanges(_ text: String) throws -> [String] {
    try parse(text).transcript.exchanges.map { "\($0.client ?? "-") > \($0.reply)" }
  }

  @Test(
    "Every label is known, whatever its capitals and spaces",
    arguments: [
      ("Client: Hi\nTherapist: Hello", "Hi > Hello"), ("C: Hi\nT: Hello", "Hi > Hello"),
      ("c:Hi\nt:Hello", "Hi > Hello"), ("PATIENT : Hi\n  TRAINEE:   Hello  ", "Hi > Hello"),
      ("P: Hi\nCounsellor: Hello", "Hi > Hello"), ("Client: Hi\nCounselor: Hello", "Hi > Hello"),
      ("Client: Hi\nInterviewer: Hello", "Hi > Hello"), ("Client: Hi\nHelper: Hello", "Hi > Hello"),
      ("Client: ¿Qué? 🙂\nTherapist: “Você” — 你", "¿Qué? 🙂 > “Você” — 你"),
      ("Client: at 10:30\nTherapist: so: yes", "at 10:30 > so: yes"),
    ])
  func labels(text: String, exchange: String) throws {
    #expect(try Self.exchanges(text) == [exchange])
    #expect(try Self.parse(text).diagnostics.isEmpty)
  }

  @Test(
    "Turns are joined and paired",
    arguments: [
      // A line without a label continues what was said.
      ("C: I came.\nAlmost not.\nT: And yet.", ["I came.\nAlmost not. > And yet."]),
      ("C: I came.\nT: And\nyet.", ["I came. > And\nyet."]),
      // Two turns of one speaker are one.
      ("C: One.\nC: Two.\nT: So.\nT: Well.", ["One.\nTwo. > So.\nWell."]),
      // A label alone begins a turn, and what follows is its text.
      ("C:\nI came.\nT:\nAnd yet.", ["I came. > And yet."]),
      ("C: I came.\nT:", ["I came. > "]),
      ("C: I came.\nC:\nT: So.", ["I came. > So."]),
      // Blank lines and comments are passed over.
      ("# a title\n\nC: I came.\n\n  # aside\n\nT: So.\n\n", ["I came. > So."]),
      // The trainee may speak first.
      ("T: Hello.\nC: Hi.\nT: So.", ["- > Hello.", "Hi. > So."]),
      // What the client says last has no reply.
      ("C: Hi.\nT: So.\nC: Bye.", ["Hi. > So."]),
      ("C: Hi.", []),
      ("", []),
    ])
  func turns(text: String, exchanges: [String]) throws {
    #expect(try Self.exchanges(text) == exchanges)
  }

  @Test("A time between two # at the beginning of a line makes no comment of it")
  func times() throws {
    let (transcript, diagnostics) = try Self.parse(
      "#00:00:00-0#\n#00:00:01-1# T: How was it?\n#00:00:04# C: Bad.\n#00:00:09-0# and on.\n"
        + "#9 a comment\n#00:00:12-0#\nT: Oh.\n")
    #expect(transcript.exchanges.map(\.reply) == ["How was it?", "Oh."])
    #expect(transcript.exchanges.map(\.client) == [nil, "Bad.\n#00:00:09-0# and on."])
    #expect(diagnostics.isEmpty)
  }

  @Test("Turns are numbered, and so are the client's lines")
  func numbers() throws {
    let transcript = try Self.parse("C: a\nT: b\nC: c\nT: d\nC: e").transcript
    #expect(transcript.exchanges.map(\.turn) == [1, 2])
    #expect(transcript.clientLines.map(\.turn) == [0, 1, 2])
    #expect(transcript.clientLines.map(\.text) == ["a", "c", "e"])
    #expect(transcript.header == nil && transcript.end == nil)
  }

  @Test("Lines before the first speaker are reported once, with their place and number")
  func nobody() throws {
    let (transcript, diagnostics) = try Self.parse("\nSession 4\n# fine\nHello\nC: Hi\nT: So.")
    #expect(transcript.exchanges.map(\.reply) == ["So."])
    #expect(
      diagnostics.map(\.description)
        == [
          "t.txt:2: warning: nobody is named as the speaker of this line, nor of 1 more after it; "
            + "begin each turn with 'Client:' or 'Therapist:' (or 'C:' and 'T:'), and a heading with '#' [no-speaker]"
        ])
    // A sentence is no heading, and neither is a text in which nobody speaks.
    let said = try Self.parse("Session 4\nI came late.\nC: Hi\nT: So.").diagnostics
    #expect(said.map(\.severity) == [.error])
    let tabbed = try Self.parse("Client\tHi\nTherapist\tSo.").diagnostics
    #expect(
      tabbed.map(\.mend) == [
        "a tab stands behind 'Client'; write 'Client:', and so with whoever else speaks"
      ])
    let alone = try Self.parse(String(repeating: "Hello\n", count: 5_000)).diagnostics
    #expect(alone.map(\.severity) == [.error])
    #expect(
      alone.map(\.message) == [
        "nobody is named as the speaker of this line, nor of 4999 more after it"
      ])
  }

  @Test("A heading is passed over with a warning, up to the next speaker")
  func headings() throws {
    let (transcript, diagnostics) = try Self.parse(
      "Date: 3 May\nSetting: a ward\nat night\n\nC: Hi\nT: So.\nDate: 4 May\nT: Well.")
    #expect(transcript.exchanges.map(\.reply) == ["So.\nWell."])
    #expect(
      diagnostics.map(\.description)
        == [(1, "Date"), (2, "Setting")].map {
          "t.txt:\($0): warning: what follows '\($1)' is taken for a heading, and passed over; where it is a "
            + "speaker, say --therapist or --client with the name [heading]"
        })
  }

  @Test(
    "A block at the beginning that says who is who is a heading, and nobody speaks in it",
    arguments: [
      "Therapist: Ada Byron, PhD\nClient: P07 (female, 34)\nDate: 12 May 2024\nDuration: 48 min",
      "Date: 12 May 2024\nTherapist: A. Byron\nClient: P07",
      "Session 3 – 12/04/2024\nTherapist: Ada Byron (AB)\nClient: P07",
      "A talk on the ward 14:05\nTherapist: Ada Byron (AB)\nClient: P07",
      "Zurich, Switzerland:\nTherapist: Ada Byron\nClient: P07",
    ])
  func whoIsWho(head: String) throws {
    let (transcript, diagnostics) = try Self.parse(head + "\n\nT: How was it?\nC: Bad.\nT: Oh.\n")
    #expect(transcript.exchanges.map(\.reply) == ["How was it?", "Oh."])
    #expect(transcript.exchanges.map(\.client) == [nil, "Bad."])
    #expect(
      diagnostics.filter { $0.rule == "heading" && $0.message.contains("'Therapist'") }.count == 1)
  }

  @Test(
    "A label alone above the first speaker, which no other line has, is a heading",
    arguments: [
      ("Zurich, Switzerland:\n\n", [1]), ("Zurich:\n", [1]), ("Zurich:\n\nWinter:\n", [1, 3]),
      ("Session 4\nZurich, Switzerland:\n", [2]), ("Date: 12 May\nZurich:\n\n", [1, 2]),
    ])
  func titles(head: String, lines: [Int]) throws {
    let (transcript, diagnostics) = try Self.parse(head + "C: Hi.\nT: So.\n")
    #expect(transcript.exchanges.map(\.client) == ["Hi."])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(diagnostics.filter { $0.rule == "heading" }.map { $0.location?.line } == lines)
  }

  @Test(
    "Something said behind it, below it or elsewhere, or a speaker before, makes it a speaker's",
    arguments: [
      "Zurich: a town\n\nC: Hi.\nT: So.\n", "Zurich:\nIt was late.\n\nC: Hi.\nT: So.\n",
      "Zurich:\n\nC: Hi.\nT: So.\nZurich: No.\n", "C: Hi.\nZurich:\nT: So.\n",
    ])
  func noTitle(text: String) throws {
    #expect(try Self.parse(text).diagnostics.map(\.rule) == ["unknown-speaker"])
  }

  @Test(
    "What is said at the beginning is no heading",
    arguments: [
      "Therapist: Hello\nClient: Hi", "Date: 12 May\nTherapist: Hello.\nClient: Hi",
      "Date: 12 May\nTherapist: how was it\nClient: Bad", "Date: 12 May\nTherapist: Hello\nof all",
      "Date: 12 May\nTherapist: Hello\nClient: Hi\nTherapist: So",
    ])
  func noHeading(head: String) throws {
    let (transcript, _) = try Self.parse(head + "\n\nC: Yes.\nT: Oh.\n")
    #expect(transcript.exchanges.count > 1)
    // A whole talk without a blank line is no heading either.
    #expect(try !Self.parse(head).transcript.exchanges.isEmpty)
  }

  @Test("Names stand for the roles where they are given, and one that nobody bears is told")
  func names() throws {
    let text = "Ada: So?\nBen: He died.\nAda: Oh."
    let (transcript, none) = try Self.parse(text, names: SpeakerNames(therapists: ["Ada"]))
    #expect(transcript.exchanges.map(\.reply) == ["So?", "Oh."] && none.isEmpty)
    let (_, told) = try Self.parse(
      text, names: SpeakerNames(therapists: ["Ada", "Bem"], clients: ["Ben"]))
    #expect(told.map(\.description) == ["error: no speaker is named 'Bem' [speaker]"])
  }

  @Test("What a speaker says of whom nothing is known is left out, and told once")
  func strangers() throws {
    let (transcript, diagnostics) = try Self.parse(
      "T: Who is it?\nAda: I am.\nStill.\nT: So.\nAda: Yes.\nC: Hm.\nT: Well.")
    #expect(transcript.exchanges.map(\.reply) == ["Who is it?", "So.", "Well."])
    #expect(transcript.exchanges.map(\.client) == [nil, nil, "Hm."])
    #expect(
      diagnostics.map(\.description) == [
        "t.txt:2: error: whether 'Ada' is the therapist or the client is not known; say "
          + "--therapist or --client with the name, or where it is no name, join the line to the "
          + "one before or begin it with '#'; what 'Ada' says is passed over [unknown-speaker]"
      ])
  }

  @Test(
    "White space of any kind is cut from both ends",
    arguments: [
      ("", ""), ("  ", ""), (" a ", "a"), ("\t\u{A0}a b\r\n", "a b"), ("a", "a"),
      ("\u{2003}é", "é"),
    ])
  func trimmed(text: String, result: String) {
    #expect(text.trimmed == result)
  }
}
