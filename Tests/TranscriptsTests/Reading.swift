import Diagnostics
import Files
import Lines
import TestSupport

import Transcripts

/// What a reader has made of a file.
struct Reading: Hashable {
  var replies: [ReplyToScore] = []
  var faults: [Diagnostic] = []

  /// Reads bytes that come in pieces of a given size.
  init(
    _ bytes: [UInt8], pieces: Int = .max, file: String = "in",
    options: ScoreInput.Options = .init()
  ) throws {
    final class Collected { var faults: [Diagnostic] = [] }
    let collected = Collected()
    var replies: [ReplyToScore] = []
    let input = ScoreInput(file: file, options: options) { collected.faults.append($0) }
    let lines = FileLines(UnpackedBytes(Pieces(bytes, size: pieces)))
    try input.read(lines) { replies.append($0) }
    self.replies = replies
    faults = collected.faults
  }

  init(_ text: String, file: String = "in", options: ScoreInput.Options = .init()) throws {
    try self.init(Array(text.utf8), file: file, options: options)
  }

  /// The replies as `client > reply`, with `-` where the trainee spoke first, a line with the name
  /// of each conversation that a file names, and what the client said last after `>>`.
  var told: [String] {
    var lines: [String] = []
    var session: String?
    for reply in replies {
      if reply.session != session, let name = reply.session, name.contains("#") {
        lines.append(name)
      }
      session = reply.session
      lines.append("\(reply.client ?? "-") > \(reply.text)")
      if let closing = reply.closing { lines.append(">> \(closing)") }
    }
    return lines
  }

  var ids: [RecordID] { replies.map(\.id) }
  var complaints: [String] { faults.map(\.description) }
}

/// The same talk in each kind of file that comes from elsewhere.
enum Samples {
  static let annoMI = """
    mi_quality,transcript_id,video_title,video_url,topic,utterance_id,interlocutor,timestamp,\
    utterance_text,main_therapist_behaviour,client_talk_type
    high,3,"A ""talk"", brief",https://example.org,smoking,0,client,00:00:01,"I came, almost not.",n/a,neutral
    high,3,"A ""talk"", brief",https://example.org,smoking,1,therapist,00:00:05,"And yet
    you came.",reflection,n/a
    high,3,"A ""talk"", brief",https://example.org,smoking,2,client,00:00:09,Yes.,n/a,neutral
    high,3,"A ""talk"", brief",https://example.org,smoking,3,therapist,00:00:12,What helped?,question,n/a
    low,4,Other,https://example.org,diet,0,therapist,00:00:01,You must eat less.,therapist_input,n/a
    low,4,Other,https://example.org,diet,1,client,00:00:03,Must I?,n/a,sustain

    """

  static let tabs = "Speaker\tText\nClient\tI came, almost not.\nCounsellor\tAnd yet you came.\n"

  static let convoKit = """
    {"id":"u1","conversation_id":"u1","text":"I came, almost not.","speaker":"ada","meta":{"role":"Client"},"reply-to":null,"timestamp":1,"vectors":[]}
    {"id":"u2","conversation_id":"u1","text":"And yet you came.","speaker":"ben","meta":{"role":"Therapist"},"reply-to":"u1","timestamp":2,"vectors":[]}
    {"id":"u3","conversation_id":"u3","text":"Hello.","speaker":"ben","meta":{"role":"Therapist"},"reply-to":null,"timestamp":3,"vectors":[]}
    {"id":"u4","conversation_id":"u3","text":"Hi.","speaker":"cy","meta":{"role":"Client"},"reply-to":"u3","timestamp":4,"vectors":[]}

    """

  static let webVTT = """
    WEBVTT - a talk

    NOTE
    Client: this is a remark

    STYLE
    ::cue { color: red }

    1
    00:01.000 --> 00:04.000 align:start
    <v Client>I <i>came</i>, almost not.</v>

    00:00:05.000 --> 00:00:07.500
    <v.loud Therapist>And yet
    you came.

    00:08.000 --> 00:09.000
    <v Client>Yes &amp; no. <v Therapist>What &lt;helped&gt;?

    """

  static let subRip = """
    1
    00:00:01,000 --> 00:00:04,000
    Client: I came, almost not.

    2
    00:00:05,000 --> 00:00:07,500
    Therapist: And yet

    3
    00:00:08,000 --> 00:00:09,000
    you came.

    """

  static let text = "Client: I came,\nalmost not.\nTherapist: And yet you came.\nClient: Yes.\n"

  static let records = """
    {"id":1,"client":"I came.","text":"And yet."}
    {"id":2,"text":"What helped?"}

    """

  static let all: [(name: String, text: String)] = [
    ("a.csv", annoMI), ("a.tsv", tabs), ("utterances.jsonl", convoKit), ("a.vtt", webVTT),
    ("a.srt", subRip), ("a.txt", text), ("a.ndjson", records),
  ]
}
