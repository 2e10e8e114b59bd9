import Diagnostics
import Lines
import Testing

import Transcripts

@Suite("Subtitles with speakers")
struct CueDecoderTests {
  @Test("WebVTT is read with its voices, tags and references, without notes and styles")
  func webVTT() throws {
    let reading = try Reading(Samples.webVTT)
    #expect(
      reading.told == ["I came, almost not. > And yet you came.", "Yes & no. > What <helped>?"])
    #expect(reading.complaints == [])
  }

  @Test("SRT is read with names before a colon, and a cue without one goes on")
  func subRip() throws {
    let reading = try Reading(Samples.subRip)
    #expect(reading.told == ["I came, almost not. > And yet you came."])
    #expect(reading.complaints == [])
  }

  @Test("A tag that places a cue of SRT takes no turn away")
  func placed() throws {
    let text = Samples.subRip.replacing("Therapist:", with: "{\\an8}Therapist:")
    let reading = try Reading(text)
    #expect(reading.told == ["I came, almost not. > And yet you came."])
    #expect(reading.complaints == [])
  }

  @Test("Cues need no blank line between them, and WebVTT none below its first line")
  func withoutBlanks() throws {
    let cues = """
      1
      00:00:01,000 --> 00:00:02,000
      Client: sad
      2
      00:00:03,000 --> 00:00:04,000
      Therapist: You feel sad.
      00:00:05,000 --> 00:00:06,000
      Since when?
      10
      4
      00:00:07,000 --> 00:00:08,000
      Client: For
      5

      """
    for text in [cues, cues.replacing("\n", with: "\r\n"), "WEBVTT\n" + cues] {
      let reading = try Reading(text)
      #expect(reading.told == ["sad > You feel sad. Since when? 10", ">> For 5"])
      #expect(reading.complaints == [])
    }
    let late = "WEBVTT\nNOTE by hand\n00:01.000 --> 00:02.000\n<v T>So.\n"
    #expect(try Reading(late).told == ["- > So."])
    // Times out of form take their cue away, and no other.
    let wrong = try Reading(cues.replacing("01,000", with: "1"))
    #expect(wrong.told == ["- > You feel sad. Since when? 10", ">> For 5"])
    #expect(wrong.faults.map(\.rule) == ["cue"] && wrong.faults.first?.location?.line == 2)
  }

  static func cue(_ text: String, names: SpeakerNames = .init()) throws -> Reading {
    try Reading("WEBVTT\n\n00:01.000 --> 00:02.000\n\(text)\n", options: .init(names: names))
  }

  @Test(
    "What is in a cue is what was said",
    arguments: [
      ("<v Therapist>a < b > c", "- > a < b > c"),
      ("<v Therapist>A &amp; B &unknown; & C", "- > A & B &unknown; & C"),
      ("<v Therapist>&#65;&#x42;&#xD800;&#0;", "- > AB&#xD800;&#0;"),
      ("<v Therapist><c.yellow>So.</c> <00:00:01.500>Well.", "- > So. Well."),
      ("<v Therapist>So: yes", "- > So: yes"), ("Therapist: at 10:30", "- > at 10:30"),
      ("T: He said: yes", "- > He said: yes"), ("<v Therapist>So\n- and so", "- > So - and so"),
      ("<v Therapist>open <tag", "- > open <tag"),
      ("{\\an8}Therapist: {\\i1}So{\\i0}.", "- > So."),
      ("{\\an8}<v Therapist>{so} {\\open", "- > {so} {\\open"),
    ])
  func texts(cue: String, told: String) throws {
    let reading = try Self.cue(cue)
    #expect(reading.told == [told], "\(reading.complaints)")
  }

  @Test(
    "Lines that are no part of a cue are told while the file is read, whoever has spoken",
    arguments: ["", "1\n00:00:01,000 --> 00:00:02,000\nI came.\n\n"])
  func manyStrays(opening: String) throws {
    final class Told { var lines: [Int] = [] }
    let told = Told()
    let lines = FileLines(text: opening + String(repeating: "stray\n\n", count: 5_000))
    let input = ScoreInput(
      file: "in", options: .init(kind: .srt), report: { _ in told.lines.append(lines.number) })
    try input.read(lines) { _ in }
    #expect(told.lines.count >= 5_000)
    #expect(told.lines.first.map { $0 < 3_000 } == true)
  }

  @Test("Tags that open and never close are searched for their ends once", .timeLimit(.minutes(1)))
  func unclosed() throws {
    let text = String(repeating: "{\\", count: 200_000)
    let reading = try Self.cue("<v Therapist>" + text)
    #expect(reading.told == ["- > " + text])
  }

  @Test("A name that is not known is told with its line, and its words are no one else's")
  func strangers() throws {
    let text = "<v Therapist>So.\nAda Lovelace: Hi.\nand on\nTherapist: Well.\nClient: Bye."
    let reading = try Self.cue(text)
    #expect(reading.told == ["- > So.", "- > Well.", ">> Bye."])
    #expect(reading.faults.map(\.location?.line) == [5])
    #expect(reading.faults.map(\.rule) == ["unknown-speaker"])
    let named = try Self.cue(
      text, names: try SpeakerNames(therapists: ["Therapist"], clients: ["Ada Lovelace"]))
    #expect(named.told == ["- > So.", "Hi. and on > Well.", ">> Bye."])
  }

  @Test("Where a role tells one of two voices, the other is the other side; of more it is asked")
  func counterpart() throws {
    let two = "<v Ada Byron>So?\n<v Client>Bad.\n<v Ada Byron>Oh."
    let reading = try Self.cue(two)
    #expect(reading.told == ["- > So?", "Bad. > Oh."] && reading.faults.isEmpty)
    #expect(try Self.cue("<v P>Bad.\n<v I>Oh.").told == ["Bad. > Oh."])
    let three = try Self.cue(two + "\n<v Ben>He left.")
    #expect(three.replies.isEmpty)
    #expect(three.faults.map(\.rule) == ["unknown-speaker", "unknown-speaker"])
  }

  @Test("Cues in which no client speaks who was named are left out, and that is told")
  func withoutClient() throws {
    let text = "<v Ben Ruiz>I cannot sleep.\nAt all.\n<v Ada>You lie awake."
    let reading = try Self.cue(text, names: try SpeakerNames(clients: ["Ben"]))
    #expect(reading.replies.isEmpty)
    #expect(reading.faults.map(\.rule) == ["speaker"])
    #expect(reading.faults.map(\.location?.line) == [4])
    let named = try Self.cue(text, names: try SpeakerNames(clients: ["Ben Ruiz"]))
    #expect(named.told == ["I cannot sleep. At all. > You lie awake."] && named.faults.isEmpty)
  }

  @Test("A label that is not known is the other speaker's only where there is one")
  func labels() throws {
    let text = "Ada: So.\nNote: this is text.\nBen: Hi.\nAda: Well.\nBen: Yes.\nAda: Hm."
    let reading = try Self.cue(text, names: try SpeakerNames(therapists: ["Ada"]))
    #expect(reading.told == ["- > So.", "Hi. > Well.", "Yes. > Hm."])
    #expect(reading.faults.map(\.rule) == ["heading"])
    #expect(reading.faults.map(\.location?.line) == [5])
  }

  @Test("Cues without a speaker, or out of form, are reported with their lines")
  func faults() throws {
    let text = """
      WEBVTT

      00:01.000 --> 00:02.000
      Who speaks?

      00:01 --> 00:02
      T: So.

      astray

      1
      two
      T: So.

      00:03.000 --> 00:04.000
      T: Well.

      2
      """
    let reading = try Reading(text)
    #expect(reading.told == ["- > Well."])
    #expect(
      reading.faults.map { "\($0.location?.line ?? 0) \($0.rule)" }
        == ["4 no-speaker", "6 cue", "9 cue", "11 cue", "18 cue"])
  }
}
