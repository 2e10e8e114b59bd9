import Diagnostics
import Foundation
import Lines
import Listening
import TestSupport
import Testing

import Transcripts

@Suite("What is to be scored, from files of every kind")
struct ScoreInputTests {
  static func read(_ bytes: [UInt8]) throws -> (replies: [ReplyToScore], faults: [String]) {
    let reading = try Reading(bytes)
    return (reading.replies, reading.complaints)
  }

  static func read(_ text: String) throws -> (replies: [ReplyToScore], faults: [String]) {
    try read(Array(text.utf8))
  }

  @Test(
    "The beginning tells the kind",
    arguments: [
      (#"{"id":1,"text":"So."}"#, ScoreInput.Kind.records), (#"{"text":"So."}"#, .records),
      (#"{"type":"session","format":1}"#, .session), (#"{"type":"reply","text":"So."}"#, .records),
      (#"{"type":"reply","turn":1,"text":"So."}"#, .session),
      (#"{"type":"reply","turn":1,"client":"Hm.","text":"So."}"#, .records),
      ("{\"type\":\"ses\n{\"type\":\"reply\",\"turn\":1,\"text\":\"So.\"}", .session),
      ("{\"speaker\n{\"speaker\":\"client\",\"text\":\"Bad.\"}", .utterances), ("{\n{", .records),
      (#"  {"type":"session"}"#, .session), ("{", .records), ("{}", .records),
      (#"{"id":1,"utterances":[]}"#, .transcripts), (#"{"utterances":[],"text":""}"#, .records),
      (#"{"id":1,"conversation_id":1,"speaker":"a","text":"So."}"#, .convokit),
      (#"{"id":1,"root":"a","user":"b","text":"So.","meta":{}}"#, .convokit),
      (#"{"id":1,"conversation_id":1,"text":"So."}"#, .records),
      (#"{"speaker":"therapist","text":"Hi?"}"#, .utterances),
      (#"{"text":"Hi?","role":"T","conversation":1}"#, .utterances),
      (#"{"speaker":"client","text":"Bad."}"#, .utterances),
      (#"{"speaker":null,"text":"So."}"#, .records), (#"{"speaker":"","text":"So."}"#, .records),
      (#"{"speaker":"therapist","client":"Bad.","text":"So."}"#, .records),
      ("Client: Hi", .labelledText), ("T: {}", .labelledText), ("# title", .labelledText),
      ("[1]", .labelledText), ("Client: text, speaker", .labelledText), ("speaker", .labelledText),
      ("WEBVTT", .webvtt), ("WEBVTT - a talk", .webvtt), ("WEBVTTS", .labelledText),
      ("1\n00:00:01,000 --> 00:00:02,000", .srt), ("00:00:01,000 --> 00:00:02,000", .srt),
      ("[A] [00:00.000 --> 00:05.000] So.", .labelledText),
      ("1\n2", .labelledText), ("speaker,text", .csv), ("Text;Speaker;Time", .csv),
      ("\"id\",\"interlocutor\",\"utterance_text\"", .csv), ("client\tresponse", .tsv),
    ])
  func kinds(beginning: String, kind: ScoreInput.Kind) {
    #expect(ScoreInput.kind(of: beginning.split(separator: "\n").map(String.init)) == kind)
  }

  @Test(
    "Where the beginning does not tell the kind, the name does",
    arguments: [
      ("a.csv", ScoreInput.Kind.csv), ("A.CSV.GZ", .csv), ("a.tab", .tsv), ("a.srt.gz", .srt),
      ("a.txt", .labelledText), ("a", .labelledText), ("csv", .labelledText), ("", .labelledText),
      ("a.vtt/b", .labelledText),
    ])
  func names(file: String, kind: ScoreInput.Kind) {
    #expect(ScoreInput.kind(of: ["Wer,Was"], file: file) == kind)
    #expect(ScoreInput.kind(of: ["{}"], file: file) == .records)
  }

  @Test(
    "A file in UTF-16, as spreadsheets save it, is told once and not line by line",
    arguments: [1, .max])
  func utf16(pieces: Int) throws {
    for (mark, encoding) in [
      ([0xFF, 0xFE], String.Encoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] as [([UInt8], String.Encoding)] {
      let text = try #require("speaker\ttext\r\nC\tHi.\r\n".data(using: encoding))
      let reading = try Reading(mark + [UInt8](text), pieces: pieces)
      #expect(reading.replies.isEmpty)
      #expect(
        reading.complaints
          == ["in:1: error: reading stops here: the file is UTF-16; save it as UTF-8 [unreadable]"])
    }
  }

  @Test("The kind can be said, and counts then", arguments: ScoreInput.Kind.allCases)
  func saidKind(kind: ScoreInput.Kind) throws {
    let reading = try Reading("T: So.\nC: Hm.\n", options: .init(kind: kind))
    #expect(reading.replies.map(\.text) == (kind == .labelledText ? ["So."] : []))
    #expect(reading.faults.isEmpty == (kind == .labelledText))
  }

  @Test("Two sessions in one file are two, whatever their names")
  func twoSessions() throws {
    let text = (Events.firstTurn + Events.firstTurn + [Events.end()])
      .map { JSONLine.encode($0) + "\n" }.joined()
    let reading = try Reading(text)
    #expect(reading.replies.map(\.session) == ["in", "in#2"])
    #expect(reading.ids == [.string("in#1"), .string("in#2#1")])
    #expect(reading.replies.map(\.closing) == ["Yes.", "Yes.\nBye, then."])
    #expect(reading.complaints == [])
  }

  @Test("A session's file is told with it, whatever stands in its name; a single reply has none")
  func files() throws {
    let session = Events.firstTurn.map { JSONLine.encode($0) + "\n" }.joined()
    let talk = #"{"id":"a#b/c","utterances":[{"speaker":"trainee","text":"Hello."}]}"#
    let more = [(name: "s.ndjson", text: session), (name: "talks.ndjson", text: talk)]
    for (name, text) in Samples.all + more {
      let file = "group #1/\(name)"
      let replies = try Reading(text, file: file).replies
      #expect(!replies.isEmpty, "\(name)")
      for reply in replies {
        #expect(reply.file == reply.session.map { _ in file }, "\(name)")
        #expect(reply.session?.hasPrefix(file) != false, "\(name)")
      }
    }
  }

  @Test("Records come one by one, with their ids and without a session")
  func records() throws {
    let (replies, faults) = try Self.read(
      "\n{\"id\":1,\"client\":\"Hi.\",\"text\":\"So.\"}\r\n\n{\"text\":\"Well.\",\"id\":\"a\"}\n  \n"
    )
    #expect(
      replies == [
        ReplyToScore(session: nil, id: .integer(1), client: "Hi.", text: "So."),
        ReplyToScore(session: nil, id: .string("a"), client: nil, text: "Well."),
      ])
    #expect(faults.isEmpty)
  }

  @Test("A bad record is reported with its line and passed over")
  func badRecords() throws {
    let text = """
      {"id":1,"text":"So."}

      {"id":2}
      {"id":3,"text":7}
      nonsense
      {"id":5,"text":"Well."}
      null
      {"id":6,
      """
    let (replies, faults) = try Self.read(text)
    #expect(replies.map(\.id) == [.integer(1), .integer(5)])
    #expect(
      faults == [
        "in:3: error: not a reply record: the key 'text' is missing; passed over [record]",
        "in:4: error: not a reply record: 'text' is not a string; passed over [record]",
        "in:5: error: not a reply record: not JSON; passed over [record]",
        "in:7: error: not a reply record: the line is null; passed over [record]",
        "in:8: error: not a reply record: not JSON; the line ends before its object does; "
          + "passed over [record]",
      ])
  }

  @Test("What can be done about a bad record is told as the mend, and not within the reason")
  func mends() throws {
    let reading = try Reading(
      """
      {"id":2.5,"text":"So."}
      {"speaker":"Ada","text":"So."}
      {"id":4,

      """, options: .init(kind: .records))
    #expect(
      reading.faults.map(\.remedy) == [
        "put it in quotes; passed over",
        "where each line is an utterance, say --kind utterances; passed over", "passed over",
      ])
    #expect(
      reading.complaints.first == "in:1: error: not a reply record: 'id' is neither a string nor a "
        + "whole number of 64 bits; put it in quotes; passed over [record]")
  }

  @Test("An id that comes back is told once, with how many do, and all is scored")
  func repeatedIDs() throws {
    let ids = ["1", "\"a\"", "null", "1", "null", "\"a\""]
    let text = ids.map { "{\"id\":\($0),\"text\":\"So.\"}\n" }.joined()
    let (replies, faults) = try Self.read(text)
    #expect(replies.count == 6)
    #expect(
      faults == [
        "in:4: warning: the id of this reply has been there before, and so have those of 1 more; "
          + "give each an id of its own; all are scored [id-twice]"
      ])
  }

  @Test("Lines that are no text are reported, before the first record and after it")
  func notText() throws {
    var bytes: [UInt8] = [0x81, 0x0A]
    bytes += Array("{\"id\":1,\"text\":\"So.\"}\n".utf8) + [0x00, 0x0A]
    bytes += Array("{\"id\":2,\"text\":\"Well.\"}\n".utf8)
    let (replies, faults) = try Self.read(bytes)
    #expect(replies.map(\.id) == [.integer(1), .integer(2)])
    #expect(
      faults
        == [1, 3].map {
          "in:\($0): error: not UTF-8 text, or with a NUL; "
            + "save the file as plain text in UTF-8; passed over [not-utf8]"
        })
  }

  @Test(
    "What is left out ends the turn before it, and a reply behind it has no client's line",
    arguments: [
      ("a.txt", "T: One.\nAda: No.\nT: Two.\nC: Three.\nAda: Ah.\nC: Four.\nT: Five.\n"),
      ("a.txt", "T: One.\n\u{0}\nT: Two.\nC: Three.\n\u{0}\nC: Four.\nT: Five.\n"),
      ("a.csv", "speaker,text\nT,One.\nT\nT,Two.\nC,Three.\nAda,Ah.\nC,Four.\nT,Five.\n"),
      ("a.csv", "speaker,text\nT,One.\n\u{0}\nT,Two.\nC,Three.\nC,\"a\"b\nC,Four.\nT,Five.\n"),
      (
        "a.vtt",
        """
        WEBVTT

        0:01.0 --> 0:02.0
        <v T>One.

        soon
        <v T>Lost.

        0:03.0 --> 0:04.0
        <v T>Two.
        <v C>Three.
        <v Ada>Ah.
        <v C>Four.
        <v T>Five.

        """
      ),
      (
        "utterances.jsonl",
        """
        {"conversation_id":"","speaker":"T","text":"One."}
        {"conversation_id":"","speaker":"T","text":null}
        {"conversation_id":"","speaker":"T","text":"Two."}
        {"conversation_id":"","speaker":"C","text":"Three."}
        {"conversation_id":"","speaker":"Ada","text":"Ah."}
        {"conversation_id":"","speaker":"C","text":"Four."}
        {"conversation_id":"","speaker":"T","text":"Five."}

        """
      ),
    ])
  func leftOut(file: String, text: String) throws {
    let told = try Reading(text, file: file).told.filter { $0.contains(" > ") }
    #expect(told == ["- > One.", "- > Two.", "Four. > Five."])
  }

  @Test(
    "A JSON document over several lines, an array and a scored document are told once",
    arguments: [
      "{\n\"id\": 1,\n\"text\": \"So.\"\n}\n", "[\n{\"text\":\"So.\"}\n]\n", "[{\"text\":\"So.\"}]",
      "{\"format\":1,\"sessions\":[\n{\"session\":null}\n]}\n",
    ])
  func documents(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.replies.isEmpty && reading.faults.map(\.rule) == ["document"])
  }

  @Test("What the client said before something that is left out is no reply's, but may be the last")
  func brokenOff() throws {
    #expect(
      try Reading("C: Hi.\nAda: No.\nT: So.\nC: Bye.\nAda: No.\n").told == ["- > So.", ">> Bye."])
  }

  @Test("Labelled text, with line endings of either kind and a byte order mark")
  func labelled() throws {
    let text = "\u{FEFF}Client: I came.\r\n  Almost not.\r\n\r\nTherapist: And yet.\r\n"
    let (replies, faults) = try Self.read(text)
    #expect(
      replies == [
        ReplyToScore(
          session: "in", file: "in", turn: 1, id: .string("in#1"),
          client: "I came.\nAlmost not.", text: "And yet.")
      ])
    #expect(faults.isEmpty)
  }

  @Test("Faults in labelled text have the numbers of the file's lines")
  func badLabelled() throws {
    var bytes = Array("\n\nA title\nC: Hi.\n".utf8) + [0x81, 0x0A] + Array("T: So.\n".utf8)
    bytes += [0x00, 0x0A]
    let (replies, faults) = try Self.read(bytes)
    #expect(replies.map(\.text) == ["So."])
    #expect(
      faults == [
        "in:5: error: not UTF-8 text, or with a NUL; "
          + "save the file as plain text in UTF-8; passed over [not-utf8]",
        "in:7: error: not UTF-8 text, or with a NUL; "
          + "save the file as plain text in UTF-8; passed over [not-utf8]",
        "in:3: warning: nobody is named as the speaker of this line; "
          + "begin each turn with 'Client:' or 'Therapist:' (or 'C:' and 'T:'), and a heading "
          + "with '#' [no-speaker]",
      ])
  }

  @Test("A file without content has nothing to score and no fault", arguments: ["", "\n \r\n\t\n"])
  func empty(text: String) throws {
    let (replies, faults) = try Self.read(text)
    #expect(replies.isEmpty && faults.isEmpty)
  }

  @Test(
    "Of what has begun where reading is stopped nothing is told, as it has not come to its end",
    arguments: ["speaker,text\nC,\"Well,\nT,So.\n", "{\"text\":\n", "A title.\n"])
  func stopped(text: String) throws {
    final class Collected { var faults: [Diagnostic] = [] }
    let collected = Collected()
    let input = ScoreInput(file: "in") { collected.faults.append($0) }
    var asked = 0
    let lines = FileLines(Pieces(Array(text.utf8))) {
      asked += 1
      return asked == 1
    }
    try input.read(lines) { _ in }
    #expect(lines.isStopped && collected.faults.isEmpty, "\(collected.faults)")
    #expect(try !Reading(text).faults.isEmpty)
  }

  @Test("What the receiver throws stops the reading")
  func stops() throws {
    struct Enough: Error {}
    let input = ScoreInput(file: "in") { _ in }
    var seen = 0
    #expect(throws: Enough.self) {
      try Piped.lines(Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8)) { lines in
        try input.read(lines) { _ in
          seen += 1
          throw Enough()
        }
      }
    }
    #expect(seen == 1)
  }
}
