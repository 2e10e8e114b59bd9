import Diagnostics

/// Plain text with speaker labels: `Client: …` and `Therapist: …`, or `C:` and `T:`.
///
/// A line without a label continues what was said before it. Several turns of one speaker in a row
/// count as one. Blank lines and lines that begin with `#` are passed over.
public enum LabelledText {
  /// Reads a conversation.
  ///
  /// - Returns: The exchanges, and a diagnostic for each line that could not be placed.
  public static func parse(_ lines: some Sequence<Substring>, file: String)
    -> (transcript: Transcript, diagnostics: [Diagnostic])
  {
    var decoder = LabelledTextDecoder(file: file, names: SpeakerNames())
    var found: [Decoded] = []
    for (index, line) in lines.enumerated() { found += decoder.take(String(line), at: index + 1) }
    found += decoder.finish()
    var transcript = Transcript()
    var diagnostics: [Diagnostic] = []
    for item in found {
      switch item {
      case .reply(let reply): transcript.append(reply)
      case .fault(let fault): diagnostics.append(fault)
      }
    }
    return (transcript, diagnostics)
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

/// Reads plain text with speaker labels.
struct LabelledTextDecoder: TranscriptDecoder {
  private let names: SpeakerNames
  private let faults: Faults
  private var turns: TurnJoiner
  private var speaker: Speaker?

  init(file: String, names: SpeakerNames) {
    self.names = names
    faults = Faults(file: file)
    turns = TurnJoiner(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    var text = line.trimmed
    if text.isEmpty || text.hasPrefix("#") { return [] }
    if let (name, rest) = Self.label(text), let known = names.known(name) {
      speaker = known
      text = rest
    }
    guard let speaker else {
      return [
        faults.make(
          "no-speaker", number, "nobody is named as the speaker of this line",
          mend: "begin it with 'Client:' or 'Therapist:' (or 'C:' and 'T:')")
      ]
    }
    return turns.take(Utterance(speaker: speaker, text: String(text), line: number))
  }

  mutating func finish() -> [Decoded] { turns.finish() }

  /// What stands before the first colon of a line and after it.
  static func label(_ line: Substring) -> (name: Substring, rest: Substring)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return (line[..<colon].trimmed, line[line.index(after: colon)...].trimmed)
  }
}
