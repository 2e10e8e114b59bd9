import Diagnostics
import Testing
import Transcripts

@Suite("Labels that may hold any name")
struct LabelFormTests {
  private static func read(
    _ text: String, therapist: [String] = ["Ada Byron"], client: [String] = []
  ) throws -> Reading {
    let names = try SpeakerNames(therapists: therapist, clients: client)
    return try Reading(text, file: "in.txt", options: .init(kind: .labelledText, names: names))
  }

  /// How programs head what somebody says: `%` stands for the name, `#` for a number.
  static let forms = [
    "[%] 14:05:0#\n", "[%] [00:0#.000 --> 00:09.000] ", "%  0:0#\n", "%\t0:0#\n", "% (0:0#)\n",
    "% 0:0#\n", "14:05:0# From % to Everyone:\n\t",
  ]

  private static func talk(_ form: String, _ lines: [(name: String, words: String)]) -> String {
    lines.enumerated().map { number, line in
      form.replacing("#", with: "\(number)").replacing("%", with: line.name) + line.words
    }.joined(separator: "\n\n") + "\n"
  }

  @Test(
    "Where known speakers have such a line, it ends the turn whatever the name is, and is told",
    arguments: forms,
    [
      "Müller, Eva", "eva's iPhone", "+49 170 1234567", "0170 1234567", "cy ruiz",
      "Cy Ruiz (sie, Gast) 2", "de la Cruz, Maria", "Dr. med. Cy Ruiz von und zu Hohenstein",
    ])
  func strangers(form: String, name: String) throws {
    let spaced = Self.talk(
      form,
      [
        ("Ada Byron", "So?"), ("Ben Ruiz", "We fight."), ("Ada Byron", "It came."),
        (name, "He lies."), ("Ben Ruiz", "See?"), ("Ada Byron", "Oh."),
      ])
    for text in [spaced, spaced.replacing("\n\n", with: "\n")] {
      let reading = try Self.read(text)
      #expect(reading.told == ["- > So?", "We fight. > It came.", "See? > Oh."])
      #expect(reading.faults.map(\.rule) == ["unknown-speaker"])
      #expect(reading.faults.allSatisfy { $0.severity == .error })
      #expect(reading.faults.allSatisfy { $0.message.contains(name.prefix(7)) })
    }
  }

  @Test("So it does past what is held back, and behind a line that fills the text's width")
  func later() throws {
    let line = String(repeating: "word ", count: 200)
    let pair = "Ada Byron  0:03\nSo \(line).\nBen Ruiz  0:07\nYes \(line).\n"
    let talk = String(repeating: pair, count: ScoreInput.mostHeld / 1800)
    let reading = try Self.read(
      talk + "Ada Byron  0:09\nAnd \(line) and \(line)\nMüller, Eva  0:15\nHe lies.\n")
    #expect(reading.replies.last?.text.contains("Müller") == false)
    #expect(reading.faults.map(\.rule) == ["unknown-speaker"])
  }

  @Test("Two who are not known are both asked for, one of them by an unusual name")
  func several() throws {
    let reading = try Self.read(
      Self.talk(
        "[%] 14:05:0#\n",
        [
          ("Ada Byron", "So?"), ("Ben Ruiz", "We fight."), ("Müller, Eva", "He lies."),
          ("Ada Byron", "Oh."), ("Ben Ruiz", "See?"), ("Müller, Eva", "No."),
        ]))
    #expect(reading.told == ["- > So?", "- > Oh."])
    #expect(reading.faults.map(\.rule) == ["unknown-speaker", "unknown-speaker"])
  }

  @Test(
    "A line that ends with a time goes on where speakers have no such lines, or as a sentence does",
    arguments: [
      ("T: So?\nC: We met", "Müller, Eva  0:15", "T: Oh."),
      ("T: So?\nC: We met.", "We left home on Monday 10:30", "T: Oh."),
      ("T: So?\nC: I saw the", "doctor  10:30", "T: Oh."),
      ("Ada Byron  0:03\nSo?\nBen  0:07\nWe met.", "It was my turn 10:30", "Ada Byron  0:12\nOh."),
      ("Ada Byron 0:03\nSo?\nBen 0:07\nWe met.", "I came home at 10:30", "Ada Byron 0:12\nOh."),
      ("Ada Byron  0:03\nSo?\nBen  0:07\nWe met.", "(she laughs)  0:09", "Ada Byron  0:12\nOh."),
    ])
  func sentences(before: String, line: String, after: String) throws {
    let reading = try Self.read("\(before)\n\(line)\n\(after)\n")
    #expect(reading.told.last?.hasSuffix("\n\(line) > Oh.") == true)
    #expect(!reading.faults.contains { $0.rule == "unknown-speaker" })
  }

  @Test(
    "A name that was given is a label before a time, whatever is in it",
    arguments: [
      ("Byron, Ada", "Byron, Ada"), ("Ada Byron, LCSW", "ada byron, lcsw"), ("ada", "ada"),
      ("Ada \"AB\" Byron", "Ada \"AB\" Byron"), ("Ada Byron (she, host)", "Ada Byron"),
      ("Ada: so", "Ada: so"),
    ])
  func givenNames(label: String, given: String) throws {
    for form in ["%  0:0#\n", "%   (0:0#)\n", "% 0:0#\n"] {
      let text = Self.talk(form, [(label, "So?"), ("Ruiz, Ben", "He died."), (label, "Oh.")])
      let reading = try Self.read(text, therapist: [given], client: ["Ruiz, Ben"])
      #expect(reading.told == ["- > So?", "He died. > Oh."])
      #expect(reading.complaints == [])
      let stranger = try Self.read(
        text + "\n" + Self.talk(form, [("Müller, Eva", "He lies.")]), therapist: [given],
        client: ["Ruiz, Ben"])
      #expect(stranger.told == reading.told)
      #expect(stranger.faults.map(\.rule) == ["unknown-speaker"])
    }
  }

  private static let labelled = "Ada: So?\nBen: We fight.\nAda: It came.\nMüller, Eva: He lies.\n"

  @Test("A name with a comma before a colon is a label where every line has one, or it comes back")
  func commas() throws {
    let reading = try Self.read(Self.labelled + "Ben: See?\nAda: Oh.\n", therapist: ["Ada"])
    #expect(reading.told == ["- > So?", "We fight. > It came.", "See? > Oh."])
    #expect(reading.faults.map(\.rule) == ["unknown-speaker"])
    let broken = Self.labelled.replacing("So?", with: "So?\nAnd on.")
    let twice = try Self.read(
      broken + "Ben: See?\nAda: Oh.\nMüller, Eva: Yes.\nBen: No.\nAda: Hm.\n", therapist: ["Ada"])
    #expect(
      twice.told == ["- > So?\nAnd on.", "We fight. > It came.", "See? > Oh.", "No. > Hm."])
    #expect(twice.faults.map(\.rule) == ["unknown-speaker"])
  }

  @Test("Else such a line goes on, as a sentence may, and is told")
  func doubt() throws {
    let broken = Self.labelled.replacing("So?", with: "So?\nAnd on.") + "Ben: See?\nAda: Oh.\n"
    let reading = try Self.read(broken, therapist: ["Ada"])
    #expect(
      reading.told == [
        "- > So?\nAnd on.", "We fight. > It came.\nMüller, Eva: He lies.", "See? > Oh.",
      ])
    #expect(
      reading.complaints == [
        "in.txt:5: warning: 'Müller, Eva:' may be a speaker's label; it goes on with what was said "
          + "before it; where it is a name, write it without a comma, or say --therapist or "
          + "--client with it [comma]"
      ])
    let named = try Self.read(broken, therapist: ["Ada"], client: ["Ben", "müller, eva"])
    #expect(named.told.dropFirst() == ["We fight. > It came.", "He lies.\nSee? > Oh."])
    #expect(named.complaints == [])
  }

  @Test("AM and PM belong to a time before a label")
  func halvesOfDay() throws {
    let apart = "10:15:03 AM T: So?\n10:15:09 AM C: He died.\n10:15:12 AM T: Oh.\n"
    for text in [apart, apart.replacing(" AM", with: "AM"), apart.replacing("AM", with: "p.m. -")] {
      let reading = try Self.read(text, therapist: [])
      #expect(reading.told == ["- > So?", "He died. > Oh."])
      #expect(reading.complaints == [])
    }
  }
}
