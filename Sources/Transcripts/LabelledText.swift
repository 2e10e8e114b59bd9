import Diagnostics
import Listening

/// Plain text with speaker labels: `Client: …` and `Therapist: …`, or `C:` and `T:`.
///
/// A line without a label continues what was said before it. Several turns of one speaker in a row
/// count as one. What somebody says who is neither is left out. Blank lines and lines that begin
/// with `#` are passed over, unless it is a time's: `#00:01:12-5#`.
enum LabelledText {
  /// Reads a conversation between speakers of known roles or of these names.
  ///
  /// - Returns: The exchanges, and a diagnostic for each line that could not be placed and each name
  ///   that nobody bears.
  static func parse(
    _ lines: [String], file: String, names: SpeakerNames
  ) -> (transcript: Transcript, diagnostics: [Diagnostic]) {
    var decoder = LabelledTextDecoder(file: file, names: names)
    var found: [Decoded] = []
    for (index, line) in lines.enumerated() { found += decoder.take(line, at: index + 1) }
    found += decoder.finish()
    var transcript = Transcript()
    var diagnostics: [Diagnostic] = []
    for item in found {
      switch item {
      case .reply(let reply): transcript.append(reply)
      case .fault(let fault): diagnostics.append(fault)
      case .noticed: break
      }
    }
    return (transcript, diagnostics + names.unheard(among: decoder.heard))
  }
}

extension Transcript {
  /// Adds a reply with what the client said before it, and after it where it is the last.
  fileprivate mutating func append(_ reply: ReplyToScore) {
    let turn = exchanges.count + 1
    if let client = reply.client { appendClient(client, after: turn - 1) }
    exchanges.append(Exchange(turn: turn, client: reply.client, reply: reply.text))
    if let closing = reply.closing { appendClient(closing, after: turn) }
  }

  private mutating func appendClient(_ text: String, after turn: Int) {
    clientLines.append(
      ClientTurn(
        turn: turn, text: text, alliance: .init(bond: 0, task: 0, goal: 0), rupture: .none))
  }
}
