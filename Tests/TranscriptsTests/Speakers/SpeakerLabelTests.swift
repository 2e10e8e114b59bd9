import Diagnostics
import Testing

@testable import Transcripts

@Suite("Speakers' labels at the beginning of lines")
struct SpeakerLabelTests {
  /// `name|rest`, with `(direction)`, `-` for what stands in a list and `?` for what nobody can be
  /// named.
  private static func told(_ line: String) -> String? {
    SpeakerLabel(line.trimmed).map { label in
      (label.isListed ? "-" : "") + label.name + (label.direction.map { "(\($0))" } ?? "")
        + (label.isName ? "" : "?") + "|" + label.rest
    }
  }

  @Test(
    "A name, what stands beside it and what is said are told apart",
    arguments: [
      ("Ada: Hi.", "Ada|Hi."), ("Ada:Hi.", "Ada|Hi."), ("Ada :  Hi.", "Ada|Hi."), ("ada:", "ada|"),
      ("Ada (crying): Hi.", "Ada(crying)|Hi."), ("Ada [0:12]: Hi.", "Ada(0:12)|Hi."),
      ("Ada 00:12: Hi.", "Ada|Hi."), ("Ada - 00:12 : Hi.", "Ada|Hi."),
      ("[00:01] Ada: Hi.", "Ada|Hi."), ("(00:00:01.5) Ada: Hi.", "Ada|Hi."),
      ("00:01 Ada: Hi.", "Ada|Hi."), ("[12/03/24, 10:15:33 PM] Ada: Hi.", "Ada|Hi."),
      ("12/03/2024, 10:15 - Ada: Hi.", "Ada|Hi."), ("[Ada]: Hi.", "Ada|Hi."),
      ("- Ada: Hi.", "-Ada|Hi."), ("-Ada: Hi.", "-Ada|Hi."), ("• Ada: Hi.", "-Ada|Hi."),
      ("12. Ada: Hi.", "-Ada|Hi."), ("003 Ada: Hi.", "-Ada|Hi."), ("> Ada: Hi.", "-Ada|Hi."),
      ("(pause) Ada: Hi.", "-Ada|Hi."), ("**Ada:** Hi.", "-Ada|Hi."), ("**Ada**: Hi.", "-Ada|Hi."),
      ("Ada Byron: Hi.", "Ada Byron|Hi."),
      ("Dr. Ada O’Neill-Byron: Hi.", "Dr. Ada O’Neill-Byron|Hi."),
      ("Ludwig van Beethoven: Hi.", "Ludwig van Beethoven|Hi."),
      ("Ben and Ada: Hi.", "Ben and Ada|Hi."), ("Eva's iPhone: Hi.", "Eva's iPhone|Hi."),
      ("eva’s iPad Pro: Hi.", "eva’s iPad Pro|Hi."), ("my iPhone: no", "my iPhone?|no"),
      ("it's Monday: no", "it's Monday?|no"),
      ("Speaker 2: Hi.", "Speaker 2|Hi."), ("user_17: hi", "user_17|hi"), ("@ben: hi", "-ben|hi"),
      ("[Ada Byron] 14:05:01", "Ada Byron|"), ("[Ada] [0:12] Hi: so", "Ada|Hi: so"),
      ("[SPEAKER_00] [00:00.000 --> 00:05.000] Hi.", "SPEAKER_00|Hi."),
      ("[+1 555-0100] 14:05:01", "+1 555-0100?|"),
      ("ÉMILE : Hi.", "ÉMILE|Hi."), ("李：你好", "李|你好"), ("Ada: at 10:30: so", "Ada|at 10:30: so"),
      ("T: He said: yes", "T|He said: yes"), ("Ada: “Hi.”", "Ada|“Hi.”"),
      ("There is one thing: he left", "There is one thing?|he left"),
      ("I told Ben: stop", "I told Ben?|stop"), ("one thing: he left", "one thing?|he left"),
      ("http://example.org", "http?|//example.org"), ("Thanks :)", "Thanks?|)"),
      ("10:15:03 AM T: Hi.", "T|Hi."), ("10:15PM - Ada: Hi.", "Ada|Hi."),
      ("10:15 a.m. Ada Byron: Hi.", "Ada Byron|Hi."), ("10:15 PM: Hi.", "PM|Hi."),
      ("14:05:01 From Ada Byron to Everyone: Hi.", "Ada Byron|Hi."),
      ("14:05:01\t From  Ada : Hi.", "Ada|Hi."),
      ("14:05:01 From Ada to Ben (Direct Message): Hi.", "Ada(Direct Message)|Hi."),
      ("From Ada to Ben: Hi.", "From Ada to Ben?|Hi."),
      ("Byron, Ada: Hi.", "Byron, Ada?|Hi."),
      ("[0:01] Byron, Ada (crying): Hi.", "Byron, Ada(crying)?|Hi."),
    ])
  func labels(line: String, told: String) {
    #expect(Self.told(line) == told)
  }

  @Test(
    "What has a sentence in it, a quotation mark before it or no name is no label",
    arguments: [
      "", ":", ": hi", "Hi.", "at 10:30", "At 10:30 we left", "10:30", "10:30: left",
      "Yes, Ben: no", "Yes, and Ben: no", "So, Ada, Ben: no", "[1.5] 00:12",
      "[laughs] 00:12", "[inaudible] [00:12] so", "[00:12] 00:13", "[Ada] (so) 1",
      "No! Ben: no", "What? Ben: no", "\"Ben: no\"", "2nd: no", "…: no", "(Ben: no)",
      "I have been thinking of what he told me in the hospital on the last day of all: that he",
    ])
  func none(line: String) {
    #expect(SpeakerLabel(line.trimmed)?.isName != true)
  }

  /// Who says what, a line each; `!` before the names of strangers.
  private static func heard(
    _ text: String, therapist: [String] = [], client: [String] = []
  ) throws -> [String] {
    let names = try SpeakerNames(therapists: therapist, clients: client)
    let reading = try Reading(
      text, file: "a.txt", options: .init(kind: .labelledText, names: names))
    return reading.told.map { $0.replacing("\n", with: " / ") }
      + reading.faults.map { fault in
        "!" + (["unknown-speaker", "heading"].contains(fault.rule) ? "" : fault.rule)
          + (fault.message.split(separator: "'").dropFirst().first.map(String.init) ?? "")
      }
  }

  @Test("Roles are known, with numbers, times, bullets and directions beside them")
  func roles() throws {
    for (client, therapist) in [
      ("Client", "Therapist"), ("Participant", "Interviewer"), ("PATIENT", "Provider"),
      ("C1", "T1"), ("Client 2", "Therapist 10"), ("Coachee", "Coach"), ("Seeker", "Supporter"),
      ("Client (crying)", "Therapist [laughs]"), ("[00:01] Client", "[00:04] Therapist"),
      ("- Client", "- Therapist"), ("**Client**", "**Therapist**"), ("1. P", "2. T"),
      ("Ben (client)", "Ada (therapist)"), ("service user", "social worker"),
      ("Client 00:01", "Therapist 00:04"), ("[Client]", "[Therapist]"),
    ] {
      let heard = try Self.heard("\(client): My son died\nin March.\n\(therapist): You miss him.\n")
      #expect(heard == ["My son died / in March. > You miss him."], "\(client), \(therapist)")
    }
  }

  @Test("With one side named and one other, that is the other side")
  func other() throws {
    let told = ["- > What brings you?", "My son died. > You miss him."]
    for ben in ["Ben", "ben", "Ben Byron", "Ben (crying)", "[0:01] Ben", "Student", "Speaker 2"] {
      let text = "Ada: What brings you?\n\(ben): My son died.\nAda: You miss him.\n"
      #expect(try Self.heard(text, therapist: ["Ada"]) == told, "\(ben)")
    }
    #expect(
      try Self.heard("Ada: So?\nBen: He died.\nAda: Oh.\n", client: ["ben"])
        == ["- > So?", "He died. > Oh."])
    let chat = "ada: so\nben: he died\nada: oh\nben: yes\nada: hm\n"
    #expect(try Self.heard(chat, therapist: ["Ada"]) == ["- > so", "he died > oh", "yes > hm"])
    #expect(try Self.heard(chat) == ["!ada", "!ben"])
  }

  @Test(
    "A name that was given is a label whatever is in it, with or without what stands in a bracket",
    arguments: [
      ("Ada Byron, LCSW", "Ada Byron, LCSW"), ("Ada \"AB\" Byron", "Ada \"AB\" Byron"), ("1", "1"),
      ("Ada Byron (she/her)", "ada byron (she/her)"), ("Ada Byron (she/her)", "Ada Byron"),
      ("Ada Byron", "Ada Byron (she/her)"), ("Ada: so", "Ada: so"),
    ])
  func givenNames(label: String, name: String) throws {
    let text = "\(label): So?\nBen: He died.\n\(label): Oh.\n"
    #expect(
      try Self.heard(text, therapist: [name], client: ["Ben"]) == ["- > So?", "He died. > Oh."])
    let cues = "WEBVTT\n\n0:01.0 --> 0:02.0\n<v \(label)>So?\n<v Ben>He died.\n<v \(label)>Oh.\n"
    let names = try SpeakerNames(therapists: [name])
    let reading = try Reading(cues, options: .init(names: names))
    #expect(reading.told == ["- > So?", "He died. > Oh."])
    #expect(reading.faults.isEmpty && names.unheard(among: [label]).isEmpty)
  }

  @Test(
    "The name of somebody's device is one the first time that it is there",
    arguments: ["Eva’s iPhone", "eva’s iPhone", "Eva’s iPad 2", "hans’ MacBook Pro"])
  func devices(name: String) throws {
    let text = "C: He died.\n\(name): He lies.\nT: Oh.\nC: Yes.\nT: So.\n"
    #expect(try Self.heard(text) == ["- > Oh.", "Yes. > So.", "!\(name)"])
    // So that it is the other side where nobody else is.
    #expect(try Self.heard("\(name): He died.\nT: Oh.\n") == ["He died. > Oh."])
  }

  @Test("Names that are the same but for a bracket are told apart by it")
  func brackets() throws {
    let text = "Sam (T): So?\nSam (C): He died.\nSam (T): Oh.\n"
    #expect(
      try Self.heard(text, therapist: ["Sam (T)"], client: ["Sam (C)"])
        == ["- > So?", "He died. > Oh."])
  }

  @Test("A name and a time on a line of their own head what is said below")
  func timedHeadings() throws {
    let otter =
      "Ada Byron  0:03\nSo?\n\nBen Ruiz  0:07\nHe died.\nIn March.\n\nAda Byron  1:00:12\nOh.\n"
    for text in [
      otter, otter.replacing("0:07", with: "(0:07)"), otter.replacing("\n\n", with: "\n"),
    ] {
      #expect(
        try Self.heard(text, therapist: ["Ada Byron"]) == ["- > So?", "He died. / In March. > Oh."])
    }
    #expect(try Self.heard("C: I came\nat 10:30\nT: So.\n") == ["I came / at 10:30 > So."])
    #expect(
      try Self.heard("C: I came to see you at 10:30\nT: So.\n") == [
        "I came to see you at 10:30 > So."
      ])
  }

  @Test("A name in brackets and a time head what is said behind it or below")
  func bracketedHeadings() throws {
    let zoom =
      "[Ada Byron] 14:05:01\nSo?\n\n[Ben Ruiz] 14:05:07\nHe died.\n\n[Ada Byron] 14:05:12\nOh.\n"
    let whisper = """
      [Ada Byron] [00:00.000 --> 00:05.000] So?
      [Ben Ruiz] [00:05.000 --> 00:07.500] He died.
      [Ada Byron] [00:07.500 --> 00:08.000] Oh.

      """
    for text in [zoom, zoom.replacing("\n\n", with: "\n"), whisper] {
      let told = ["- > So?", "He died. > Oh."]
      #expect(try Self.heard(text, therapist: ["Ada Byron"], client: ["Ben Ruiz"]) == told)
      #expect(try Self.heard(text, client: ["Ben Ruiz"]) == told)
      #expect(try Self.heard(text.replacing("Ada Byron", with: "Therapist")) == told)
    }
  }

  @Test("Where a role is there and no other, the one speaker beside it is the other")
  func oneRole() throws {
    #expect(try Self.heard("I: So?\nP: He died.\nI: Oh.\n") == ["- > So?", "He died. > Oh."])
    #expect(try Self.heard("Pt.: He died.\nAda: Oh.\n") == ["He died. > Oh."])
    #expect(
      try Self.heard("T1.1: So?\nC1.2: He died.\nT1.3: Oh.\n") == ["- > So?", "He died. > Oh."])
    #expect(
      try Self.heard("T: So?\nMother: He left.\nSon: I did.\nT: Oh.\n") == [
        "- > So?", "- > Oh.", "!Mother", "!Son",
      ])
  }

  @Test(
    "A line that begins as a speaker's does but for the colon is told; the therapist's goes on",
    arguments: [
      "Client; no", "Therapist You seem sad.", "C - no", "T – no", "Therapist - so", "Client;no",
      "Client. no", "Client, no", "Client) no", "Client| no", "Client | no", "Client = no",
      "Client> no", "Client/ no", "Client -no", "T—You are sad.", "[Therapist] You", "(T) You",
      "{T} You", "THERAPIST. You", "T) You", "“Therapist; You", "client- no", "client- No",
      "Client no", "CLIENT  no", "CLIENT No", "C no", "C No", "Client\tno", "client\tno",
      "client; no", "therapist - you", "Therapist you seem sad.", "Client work is hard.",
    ])
  func noColon(line: String) throws {
    let name = line.drop { !$0.isLetter }.prefix { $0.isLetter }
    let text = "Client: I can't sleep.\nTherapist: Why?\n\(line)\n"
    let isClients = name.lowercased().hasPrefix("c")
    #expect(
      try Self.heard(text) == [
        "I can't sleep. > Why?" + (isClients ? "" : " / \(line)"), "!no-colon\(name)",
      ])
  }

  @Test("What a client may have said is left out up to the next speaker, and is no reply's")
  func clientWithoutColon() throws {
    let text = "C: I can't sleep.\nT: Why?\nC no\nNot at all.\nT: Oh.\nC: Yes.\nT: So.\n"
    #expect(
      try Self.heard(text) == ["I can't sleep. > Why?", "- > Oh.", "Yes. > So.", "!no-colonC"])
    // In the client's own words it goes on.
    #expect(
      try Self.heard("T: Why?\nC: I work.\nClient - no\nT: Oh.\n") == [
        "- > Why?", "I work. / Client - no > Oh.", "!no-colonClient",
      ])
  }

  @Test(
    "A role behind a quotation mark or an article, with its colon, is told, and the line goes on",
    arguments: ["“Therapist: You", "The therapist: You", "So “T: you” and (Client: no)"])
  func labelWithin(line: String) throws {
    let text = "Client: I can't sleep.\nTherapist: Why?\n\(line)\n"
    let heard = try Self.heard(text)
    #expect(heard.first == "I can't sleep. > Why? / \(line)")
    #expect(heard.count == 2 && heard[1].hasPrefix("!label-within"))
  }

  @Test(
    "A line that begins with a name in a sentence is told of nobody",
    arguments: [
      "client work is hard.", "Nurse came in.", "patient. Then he left", "I - I can't.", "c - no",
      "Client-centred work", "T", "Client.",
      "Doctor, I can't sleep.", "P.S. I am here.", "(Client cries)", "Patient/doctor talk",
      "My doctor: what a man.", "I saw the doctor: he was kind.",
    ])
  func inSentence(line: String) throws {
    let text = "Client: I can't sleep.\nTherapist: Why?\n\(line)\n"
    #expect(try Self.heard(text) == ["I can't sleep. > Why? / \(line)"])
  }

  @Test("With two others, or where the other side is there, it is not known who they are")
  func others() throws {
    let text = "Ada: So?\nBen: He died.\nCy: Who?\nAda: Oh.\n"
    #expect(try Self.heard(text, therapist: ["Ada"]) == ["- > So?", "- > Oh.", "!Ben", "!Cy"])
    // Who comes back is the other, and not what is said once.
    let note = text + "Ben: Yes.\nAda: Hm.\n"
    #expect(
      try Self.heard(note, therapist: ["Ada"]) == [
        "- > So?", "- > Oh.", "Yes. > Hm.", "!Cy",
      ])
    let known = "Ada: So?\nClient: He died.\nCy: Who?\nAda: Oh.\n"
    #expect(try Self.heard(known, therapist: ["Ada"]) == ["- > So?", "- > Oh.", "!Cy"])
    // A name that nobody bears tells nothing of the others.
    #expect(
      try Self.heard("Ada: So?\nBen: He died.\nAda: Oh.\n", therapist: ["Adda"]) == [
        "!Ada", "!Ben",
      ])
  }

  @Test(
    "A heading or a remark is never the other speaker, and does not keep anybody from being it",
    arguments: ["Note", "NOTES", "Session 3", "Date", "Time", "Location", "Setting", "Note-2"])
  func remarks(label: String) throws {
    let note = "\(label): she laughs."
    #expect(
      try Self.heard("Ada: So?\n\(note)\nAda: Oh.\n\(note)\n", therapist: ["Ada"]) == [
        "- > So? / Oh.", "!\(label)", "!monologue",
      ])
    #expect(
      try Self.heard("\(note)\nAda: So?\nBen: He died.\nAda: Oh.\n", therapist: ["Ada"]) == [
        "- > So?", "He died. > Oh.", "!\(label)",
      ])
    // A person may still say that it is somebody.
    #expect(
      try Self.heard("Ada: So?\n\(note)\nAda: Oh.\n", therapist: ["Ada"], client: [label]) == [
        "- > So?", "she laughs. > Oh.",
      ])
  }

  @Test(
    "A line that goes on is no speaker's, whatever colon is in it",
    arguments: [
      "There is one thing: he left.",
      "and I have been thinking that there is one\nproblem: he left.", "at 10:30 he left.",
      "http://example.org is it", "She told me: he left.",
      "I read a play that I had never seen before,\nHamlet: he left.",
      "two things\n1. Walks: every day.\n2. Sleep: at night.", "(Ben: no)", "\"Ben: no\"",
      "Thanks :)", "- Walks: every day.\n- Sleep: at night.", "I like\n**Walks:** every day",
    ])
  func goesOn(words: String) throws {
    let joined = words.replacing("\n", with: " / ")
    #expect(try Self.heard("C: Hi.\nT: So.\n\(words)\n") == ["Hi. > So. / \(joined)"])
    #expect(try Self.heard("C: Hi.\n\(words)\nT: So.\n") == ["Hi. / \(joined) > So."])
    #expect(
      try Self.heard("Ada: Hi.\n\(words)\nBen: So.\n", client: ["Ada"]) == ["Hi. / \(joined) > So."]
    )
  }

  @Test("What looks like a speaker where a turn can begin, or comes back, is told and left out")
  func looksLikeOne() throws {
    for (words, client) in [
      ("Note: she laughs.", "Hi."), ("Mother: He is fine.", "-"), ("Ben:\nHe is fine.", "-"),
      ("[0:10] Ben: He is fine.", "-"),
    ] {
      let heard = try Self.heard("C: Hi.\n\(words)\nT: So.\n")
      #expect(heard.first == "\(client) > So.", "\(words)")
      #expect(heard.count == 2 && heard[1].hasPrefix("!"), "\(words)")
    }
    #expect(
      try Self.heard("C: hi\n- Ben: no\nT: so\n- Ben: yes\nT: well\n") == [
        "- > so", "- > well", "!Ben",
      ])
    #expect(try Self.heard("C: and then\nBen: no\nT: so\n") == ["- > so", "!Ben"])
    // What comes back is a speaker even where lines are broken.
    let play = "I read a play that I had never seen before,"
    let long = "C: \(play)\nHamlet: he left.\nT: So.\n"
    #expect(try Self.heard(long) == ["\(play) / Hamlet: he left. > So."])
    #expect(try Self.heard(long + long) == ["- > So.", "- > So.", "!Hamlet"])
  }

  @Test("Past what is held back, the place of a label decides")
  func long() throws {
    let line = String(repeating: "word ", count: 200)
    let talk = String(repeating: "C: \(line)\nT: \(line).\n", count: ScoreInput.mostHeld / 1800)
    let end = "C: and \(line)\nHamlet: yes.\nT: So.\nBen: no.\n"
    let heard = try Self.heard(talk + end)
    #expect(heard.last == "!Ben")
    #expect(heard.dropLast().last?.hasSuffix("word / Hamlet: yes. > So.") == true)
  }
}
