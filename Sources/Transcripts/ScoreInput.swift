import Diagnostics
import Listening

/// Reads what is to be scored: saved sessions, transcripts of one line each, reply records, or text
/// with speaker labels.
///
/// The kind is known from the first line that is not blank. A line that cannot be read is reported
/// and passed over.
public struct ScoreInput {
  /// What kinds of file there are.
  public enum Kind: String, Sendable {
    case session, transcripts, records, labelledText
  }

  private let file: String
  private let report: (Diagnostic) -> Void

  /// Reads for a file of this name; `report` is called for each fault.
  public init(file: String, report: @escaping (Diagnostic) -> Void) {
    self.file = file
    self.report = report
  }

  /// Reads everything, calling `body` for each reply in order.
  ///
  /// - Throws: What `body` throws.
  public func read(_ lines: FileLines, _ body: (ReplyToScore) throws -> Void) throws {
    while let line = text(lines) {
      if line.isBlank { continue }
      switch Self.kind(of: line) {
      case .records: try readRecords(from: line, lines, body)
      case .transcripts: try readTranscripts(from: line, lines, body)
      case .session: try readSession(from: line, lines, body)
      case .labelledText: try readLabelled(from: line, lines, body)
      }
    }
  }

  /// The kind of file that begins with a line.
  static func kind(of line: String) -> Kind {
    guard line.trimmed.hasPrefix("{") else { return .labelledText }
    if ScoreLine.holdsTranscript(line) { return .transcripts }
    struct Probe: Decodable {
      var type: String?
      var text: String?
    }
    guard let probe = try? JSONLine.decode(Probe.self, from: line) else { return .records }
    return probe.type != nil && probe.text == nil ? .session : .records
  }

  private func readRecords(
    from first: String, _ lines: FileLines, _ body: (ReplyToScore) throws -> Void
  ) throws {
    var line: String? = first
    while let text = line {
      if !text.isBlank {
        if let record = record(text, lines.number) { try body(record) }
      }
      line = self.text(lines)
    }
  }

  private func record(_ line: String, _ number: Int) -> ReplyToScore? {
    do throws(JSONLineError) {
      let record = try ReplyRecord(line: line)
      return ReplyToScore(session: nil, id: record.id, client: record.client, text: record.text)
    } catch {
      fault("record", number, "not a reply record: \(error)")
      return nil
    }
  }

  private func readTranscripts(
    from first: String, _ lines: FileLines, _ body: (ReplyToScore) throws -> Void
  ) throws {
    var line: String? = first
    while let text = line {
      if !text.isBlank {
        if let transcript = transcript(text, lines.number) { try give(transcript, lines, body) }
      }
      line = self.text(lines)
    }
  }

  private func transcript(_ line: String, _ number: Int) -> TranscriptLine? {
    do throws(JSONLineError) {
      return try JSONLine.decode(TranscriptLine.self, from: line)
    } catch {
      fault("transcript", number, "not a transcript: \(error)")
      return nil
    }
  }

  private func give(
    _ transcript: TranscriptLine, _ lines: FileLines, _ body: (ReplyToScore) throws -> Void
  ) throws {
    let session =
      switch transcript.id {
      case .null: "\(file):\(lines.number)"
      case .string(let id): "\(file)#\(id)"
      case let id: "\(file)#\((try? JSONLine.encode(id)) ?? "")"
      }
    for reply in transcript.replies {
      try body(
        ReplyToScore(
          session: session, id: .string("\(session)#\(reply.turn)"), client: reply.client,
          text: reply.text))
    }
  }

  private func readSession(
    from first: String, _ lines: FileLines, _ body: (ReplyToScore) throws -> Void
  ) throws {
    var transcript = Transcript()
    var name = file
    var line: String? = first
    while let text = line {
      if !text.isBlank {
        do {
          let event = try JSONLine.decode(SessionEvent.self, from: text)
          if case .session = event, transcript.header != nil {
            // Another session begins: what came before is complete and need not be kept.
            try give(transcript, name, body)
            transcript = Transcript()
            name = "\(file):\(lines.number)"
          }
          try transcript.append(event)
        } catch {
          fault("event", lines.number, "not an event of a session: \(error)")
        }
      }
      line = self.text(lines)
    }
    try give(transcript, name, body)
  }

  private func readLabelled(
    from first: String, _ lines: FileLines, _ body: (ReplyToScore) throws -> Void
  ) throws {
    // Blank and unreadable lines are kept as blank ones, so that numbers stay those of the file.
    var all = [Substring](repeating: "", count: lines.number - 1) + [Substring(first)]
    while let line = lines.next() {
      if case .line(let text) = line {
        all.append(Substring(text))
      } else {
        all.append("")
        unreadable(line, lines.number)
      }
    }
    let (transcript, diagnostics) = LabelledText.parse(all, file: file)
    diagnostics.forEach(report)
    try give(transcript, file, body)
  }

  private func give(
    _ transcript: Transcript, _ session: String, _ body: (ReplyToScore) throws -> Void
  ) throws {
    for exchange in transcript.exchanges {
      try body(
        ReplyToScore(
          session: session, id: .string("\(session)#\(exchange.turn)"), client: exchange.client,
          text: exchange.reply))
    }
  }

  /// The next line that is text; others are reported.
  private func text(_ lines: FileLines) -> String? {
    while let line = lines.next() {
      if case .line(let text) = line { return text }
      unreadable(line, lines.number)
    }
    return nil
  }

  private func unreadable(_ line: LineBuffer.Line, _ number: Int) {
    if case .tooLong = line {
      fault("too-long", number, "a line of more than \(FileLines.longestLine) bytes")
    } else {
      fault("not-utf8", number, "not UTF-8 text, or with a NUL")
    }
  }

  private func fault(_ rule: String, _ line: Int, _ message: String) {
    report(
      Diagnostic(
        .error, rule, at: Location(file: file, line: line), message, mend: "passed over"))
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
