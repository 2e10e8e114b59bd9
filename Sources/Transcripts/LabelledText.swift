import Diagnostics

/// Plain text with speaker labels: `Client: …` and `Therapist: …`, or `C:` and `T:`.
///
/// A line without a label continues what was said before it. Several turns of one speaker in a row
/// count as one. Blank lines and lines that begin with `#` are passed over.
public enum LabelledText {
  /// Who is speaking.
  enum Speaker {
    case client, trainee
  }

  /// The labels known, in lower case.
  static let labels: [String: Speaker] = [
    "client": .client, "c": .client, "patient": .client, "p": .client,
    "therapist": .trainee, "t": .trainee, "trainee": .trainee, "counsellor": .trainee,
    "counselor": .trainee, "interviewer": .trainee, "helper": .trainee,
  ]

  /// Reads a conversation.
  ///
  /// - Returns: The exchanges, and a diagnostic for each line that could not be placed.
  public static func parse(_ lines: some Sequence<Substring>, file: String)
    -> (transcript: Transcript, diagnostics: [Diagnostic])
  {
    var turns: [(speaker: Speaker, text: String)] = []
    var diagnostics: [Diagnostic] = []
    func join(_ text: Substring) {
      let said = turns[turns.count - 1].text
      turns[turns.count - 1].text += said.isEmpty || text.isEmpty ? text : "\n" + text
    }
    for (index, line) in lines.enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let (speaker, text) = labelled(line) {
        if turns.last?.speaker == speaker {
          join(text)
        } else {
          turns.append((speaker, String(text)))
        }
      } else if !turns.isEmpty {
        join(line)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "no-speaker", at: Location(file: file, line: index + 1),
            "nobody is named as the speaker of this line",
            mend: "begin it with 'Client:' or 'Therapist:' (or 'C:' and 'T:')"))
      }
    }
    return (transcript(turns), diagnostics)
  }

  private static func transcript(_ turns: [(speaker: Speaker, text: String)]) -> Transcript {
    var result = Transcript()
    for (speaker, text) in turns {
      switch speaker {
      case .client:
        result.clientLines.append(
          ClientTurn(
            turn: result.exchanges.count, text: text,
            alliance: .init(bond: 0, task: 0, goal: 0), rupture: .none))
      case .trainee:
        let last = result.clientLines.last
        let answered = last.flatMap { $0.turn == result.exchanges.count ? $0.text : nil }
        result.exchanges.append(
          .init(turn: result.exchanges.count + 1, client: answered, reply: text))
      }
    }
    return result
  }

  /// The speaker and the words of a line that begins with a known label.
  static func labelled(_ line: Substring) -> (Speaker, Substring)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    guard let speaker = labels[line[..<colon].trimmed.lowercased()] else { return nil }
    return (speaker, line[line.index(after: colon)...].trimmed)
  }
}
