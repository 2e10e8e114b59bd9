import Diagnostics
import Lines

/// One conversation, read from a file of saved events or of text with speaker labels.
public struct TranscriptFile {
  /// The conversation.
  public let transcript: Transcript
  /// What is wrong with the end of a session's file or with lines of text, which are left out, and
  /// what a person should look at; the rest stands. A turn that was not written whole is left out.
  public let faults: [Diagnostic]

  /// Reads a file, whose name is told in what is wrong with it.
  ///
  /// - Throws: `Diagnostic` where a line before the last is damaged, or the file of another kind.
  public init(_ lines: FileLines, name: String, speakers: SpeakerNames) throws(Diagnostic) {
    var faults: [Diagnostic] = []
    let texts = try Self.texts(lines, name) { faults.append($0) }
    let kind = Self.kind(of: texts, name)
    switch kind {
    case .session,
      .records where !Self.beginsWithReply(texts):
      transcript = try Self.session(texts, name) { faults.append($0) }
    case .labelledText:
      let (transcript, told) = LabelledText.parse(texts, file: name, names: speakers)
      self.transcript = transcript
      faults += told
    default:
      throw Diagnostic(
        .error, "kind", at: Location(file: name),
        "this is \(kind.rawValue), and replay reads saved sessions and text with speaker labels alone",
        mend: "use 'attune score'")
    }
    self.faults = faults
  }

  private static func texts(
    _ lines: FileLines, _ name: String, report: (Diagnostic) -> Void
  ) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    while let line = lines.next(in: name, report: report) {
      guard case .line(let text) = line else {
        throw Diagnostic(
          .error, "not-text", at: Location(file: name, line: lines.number), "not UTF-8 text",
          mend: "save the file as plain text in UTF-8")
      }
      texts.append(text)
    }
    return texts
  }

  /// What kind of file begins so; one that holds nothing is text.
  private static func kind(of texts: [String], _ name: String) -> ScoreInput.Kind {
    let opening = Array(texts.drop { $0.isBlank }.prefix(2))
    return opening.isEmpty ? .labelledText : ScoreInput.kind(of: opening, file: name)
  }

  /// Whether a file begins with a reply by itself; a first line that is no JSON may be a damaged
  /// session's.
  private static func beginsWithReply(_ texts: [String]) -> Bool {
    guard let first = texts.first(where: { !$0.isBlank }),
      let keys = try? JSONLine.decode([String: JSONValue].self, from: first)
    else { return false }
    return keys["type"] == nil && keys["text"] != nil
  }

  /// The whole turns of a session's events, of which the last may have been cut short.
  private static func session(
    _ texts: [String], _ name: String, report: (Diagnostic) -> Void
  ) throws(Diagnostic) -> Transcript {
    let faults = Faults(file: name)
    var transcript = Transcript()
    var whole = Transcript()
    // The line behind the last whole turn.
    var rest: Int?
    for (number, text) in zip(1..., texts) where !text.isBlank {
      do {
        let event = try JSONLine.decode(SessionEvent.self, from: text)
        try transcript.append(event)
        rest = rest ?? number
        if event.endsTurn { (whole, rest) = (transcript, nil) }
      } catch let error as JSONLineError where number == texts.count {
        report(faults.noEvent(number, "\(error)", outcome: "left out"))
      } catch {
        throw Diagnostic(.error, "event", at: Location(file: name, line: number), "\(error)")
      }
    }
    if let rest {
      report(
        faults.make(
          "turn-cut", rest,
          "from this line on no turn is whole, as where a crash cut the file short",
          outcome: "left out"))
    }
    return whole
  }
}
