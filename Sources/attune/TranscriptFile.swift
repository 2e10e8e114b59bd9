import Diagnostics
import Files
import Transcripts

/// One conversation, read from a file of saved events or of text with speaker labels.
struct TranscriptFile {
  let transcript: Transcript
  /// What is wrong with the end of the file, which is left out; the rest stands.
  private(set) var fault: Diagnostic?

  /// Reads a file, whose name is told in what is wrong with it.
  ///
  /// - Throws: `Failure` where a line before the last is damaged.
  init(_ lines: FileLines, name: String) throws(Failure) {
    var texts: [Substring] = []
    var cut: Diagnostic?
    while let line = lines.next(in: name, report: { cut = $0 }) {
      guard case .line(let text) = line else {
        throw Failure("\(name):\(lines.number): not UTF-8 text", .dataError)
      }
      texts.append(text[...])
    }
    fault = cut
    guard texts.first(where: { !$0.trimmed.isEmpty })?.trimmed.hasPrefix("{") ?? false else {
      let (transcript, faults) = LabelledText.parse(texts, file: name)
      if let first = faults.first { throw Failure(first.description, .dataError) }
      self.transcript = transcript
      return
    }
    var transcript = Transcript()
    for (number, text) in zip(1..., texts) where !text.trimmed.isEmpty {
      do {
        try transcript.append(try JSONLine.decode(SessionEvent.self, from: text))
      } catch let error as JSONLineError where number == texts.count {
        fault = Diagnostic(
          .error, "event", at: Location(file: name, line: number),
          "not an event of a session: \(error)", mend: "left out")
      } catch {
        throw Failure("\(name):\(number): \(error)", .dataError)
      }
    }
    self.transcript = transcript
  }
}
