import Diagnostics
import Listening

/// Reads what is to be scored: saved sessions, reply records, or text with speaker labels.
///
/// The kind is known from the first line that is not blank. A line that cannot be read is reported
/// and passed over.
public struct ScoreInput {
  /// What kinds of file there are.
  public enum Kind: String, Sendable {
    case session, records, labelledText
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
      case .session: try readSession(from: line, lines, body)
      case .labelledText: try readLabelled(from: line, lines, body)
      }
    }
  }

  /// The kind of file that begins with a line.
  static func kind(of line: String) -> Kind {
    guard line.trimmed.hasPrefix("{") else { return .labelledText }
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
      let record = try JSONLine.decode(ReplyRecord.self, from: line)
      return ReplyToScore(session: nil, id: record.id, client: record.client, text: record.text)
    } catch {
      fault("record", number, "not a reply record: \(error)")
      return nil
    }
  }

  private func readSession(
    from first: String, _ lines: FileLines, _ body: (ReplyToScore) throws -> Void
  ) throws {
    var transcript = Transcript()
    var line: String? = first
    while let text = line {
      if !text.isBlank {
        do {
          try transcript.append(try JSONLine.decode(SessionEvent.self, from: text))
        } catch {
          fault("event", lines.number, "not an event of a session: \(error)")
        }
      }
      line = self.text(lines)
    }
    try give(transcript, body)
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
    try give(transcript, body)
  }

  private func give(_ transcript: Transcript, _ body: (ReplyToScore) throws -> Void) throws {
    for exchange in transcript.exchanges {
      try body(
        ReplyToScore(
          session: file, id: .string("\(file)#\(exchange.turn)"), client: exchange.client,
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
