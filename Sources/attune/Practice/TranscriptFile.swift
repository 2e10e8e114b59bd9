import Diagnostics
import Lines
import Transcripts

/// One conversation, read from a file of saved events or of text with speaker labels.
struct TranscriptFile {
  let transcript: Transcript
  /// What is wrong with the end of a session's file or with lines of text, which are left out, and
  /// what a person should look at; the rest stands.
  private(set) var faults: [Diagnostic]

  /// Reads a file, whose name is told in what is wrong with it.
  ///
  /// - Throws: `Failure` where a line before the last is damaged, or the file of another kind.
  init(_ lines: FileLines, name: String, speakers: SpeakerNames) throws(Failure) {
    var texts: [Substring] = []
    var found: [Diagnostic] = []
    while let line = lines.next(in: name, report: { found.append($0) }) {
      guard case .line(let text) = line else {
        throw Failure(
          "\(name):\(lines.number): not UTF-8 text; save the file as plain text in UTF-8",
          .dataError)
      }
      texts.append(text[...])
    }
    faults = found
    let kind = Self.kind(of: texts, name: name)
    switch kind {
    case .session, .records: break
    case .labelledText:
      let (transcript, found) = LabelledText.parse(texts, file: name, names: speakers)
      self.transcript = transcript
      faults += found
      return
    default:
      throw Failure(
        "\(name): this is \(kind.rawValue), and replay reads saved sessions and text with speaker "
          + "labels alone; use 'attune score'", .dataError)
    }
    var transcript = Transcript()
    for (number, text) in zip(1..., texts) where !text.trimmed.isEmpty {
      do {
        try transcript.append(try JSONLine.decode(SessionEvent.self, from: text))
      } catch let error as JSONLineError where number == texts.count {
        faults.append(
          Diagnostic(
            .error, "event", at: Location(file: name, line: number),
            "not an event of a session: \(error)", mend: "left out"))
      } catch {
        throw Failure("\(name):\(number): \(error)", .dataError)
      }
    }
    self.transcript = transcript
  }

  /// What kind of file begins so; one that holds nothing is text.
  private static func kind(of texts: [Substring], name: String) -> ScoreInput.Kind {
    let opening = texts.drop { $0.trimmed.isEmpty }.prefix(2).map(String.init)
    return opening.isEmpty ? .labelledText : ScoreInput.kind(of: opening, file: name)
  }
}
