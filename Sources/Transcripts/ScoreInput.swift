import Diagnostics
import Lines

/// Reads what is to be scored, from files of every kind.
///
/// The kind is known from the beginning of the file and from its name, or is said. What cannot be
/// read is reported and passed over.
public struct ScoreInput {
  /// What kinds of file there are.
  public enum Kind: String, CaseIterable, Sendable {
    /// A saved session of Attune's.
    case session
    /// Whole conversations, one JSON object a line.
    case transcripts
    /// Reply records, one JSON object a line.
    case records
    /// Utterances, one JSON object a line, with the names of a table's columns.
    case utterances
    /// Plain text with speaker labels.
    case labelledText = "text"
    /// A table: comma-separated (or semicolon-separated) and tab-separated values.
    case csv, tsv
    /// The `utterances.jsonl` of a ConvoKit corpus.
    case convokit
    /// Subtitles with speakers.
    case webvtt, srt
  }

  /// What a person says of files whose beginning does not tell it.
  public struct Options: Hashable, Sendable {
    /// The kind, where it is said.
    var kind: Kind?
    /// The columns of tables.
    var columns: ColumnMapping
    /// The names of therapists and clients.
    public var names: SpeakerNames

    /// Creates options; without any, everything is told from the files.
    public init(
      kind: Kind? = nil, columns: ColumnMapping = .init(), names: SpeakerNames = .init()
    ) {
      self.kind = kind
      self.columns = columns
      self.names = names
    }
  }

  /// The most bytes of a text that are held before it is decided who speaks: about an hour of talk.
  package static let mostHeld = 1 << 16

  private let file: String
  private let options: Options
  private let report: (Diagnostic) -> Void
  private let notice: (Diagnostic) -> Void
  private let faults: Faults

  /// Reads for a file of this name.
  ///
  /// - Parameters:
  ///   - file: The name.
  ///   - options: What a person says of the file.
  ///   - report: Called for each fault.
  ///   - notice: Called where the first of several errors stands that are reported later, at its place
  ///     and as one: before what follows it is read.
  public init(
    file: String, options: Options = .init(), report: @escaping (Diagnostic) -> Void,
    notice: @escaping (Diagnostic) -> Void = { _ in }
  ) {
    self.file = file
    self.options = options
    self.report = report
    self.notice = notice
    faults = Faults(file: file)
  }

  /// Reads everything, calling `body` for each reply in order. Where the lines are stopped, what has
  /// begun is left as it is: what an end would tell of it is not known.
  ///
  /// - Returns: Names of speakers: every one among them that `names` gives, and some others.
  /// - Throws: What `body` throws.
  @discardableResult
  public func read(_ lines: FileLines, _ body: (ReplyToScore) throws -> Void) throws -> Set<String>
  {
    var heard: Set<String> = []
    if let first = next(lines, where: { !$0.isBlank && !RowDecoder.saysDelimiter($0) }) {
      guard !Self.beginsDocument(first.text) else {
        report(
          Diagnostic(
            .error, "document", at: Location(file: file, line: first.number),
            "a JSON document of several lines or an array",
            mend: "write one object a line", outcome: "nothing of the file is read"))
        return []
      }
      guard !Self.holdsScores(first.text) else {
        report(
          faults.make(
            "scores", first.number,
            "this is what 'attune score --format ndjson' wrote: scores, without the replies",
            mend: "score the transcripts again", outcome: "nothing of the file is read"))
        return []
      }
      var opening = [first]
      // A number alone begins SRT only where times follow it, and an object that is damaged tells
      // nothing, so the next line decides.
      let isOpen =
        first.text.allSatisfy(\.isNumber)
        || (first.text.trimmed.hasPrefix("{") && !Self.isJSON(first.text))
      if isOpen, let second = next(lines) { opening.append(second) }
      if lines.isStopped { return [] }
      var decoder = decoder(opening: opening.map(\.text))
      for line in opening { try give(decoder.take(line.text, at: line.number), body) }
      while let line = lines.next(in: file, report: report) {
        if case .line(let text) = line {
          try give(decoder.take(text, at: lines.number), body)
        } else {
          unreadable(line, lines.number)
          try give(decoder.skipLine(), body)
        }
      }
      if !lines.isStopped { try give(decoder.finish(), body) }
      heard = decoder.heard
    }
    return heard
  }

  /// Whether a line is the first of a JSON document that goes over several lines, an array, or what
  /// `attune score --format json` writes.
  private static func beginsDocument(_ line: String) -> Bool {
    let line = line.filter { !$0.isWhitespace }
    return ["{", "["].contains(line) || line.hasPrefix("[{")
      || (line.hasPrefix("{\"format\":") && line.hasSuffix("\"sessions\":["))
  }

  /// Whether a line is a reply's scores as they are handed back, which are no event of a session.
  private static func holdsScores(_ line: String) -> Bool {
    guard (try? JSONLine.decode(GradedRecord.self, from: line)) != nil,
      let keys = try? JSONLine.decode([String: JSONValue].self, from: line)
    else { return false }
    return keys["text"] == nil && keys["type"] == nil
  }

  /// Whether a line is JSON, whatever it holds.
  private static func isJSON(_ line: String) -> Bool {
    struct Anything: Decodable {
      init(from decoder: any Decoder) {}
    }
    return (try? JSONLine.decode(Anything.self, from: line)) != nil
  }

  /// The next line that is text and as asked for; lines that are no text are reported.
  private func next(_ lines: FileLines, where isWanted: (String) -> Bool = { _ in true })
    -> (text: String, number: Int)?
  {
    while let line = lines.next(in: file, report: report) {
      guard case .line(let text) = line else {
        unreadable(line, lines.number)
        continue
      }
      if isWanted(text) { return (text, lines.number) }
    }
    return nil
  }

  private func give(_ found: [Decoded], _ body: (ReplyToScore) throws -> Void) throws {
    for item in found {
      switch item {
      case .reply(let reply): try body(reply)
      case .fault(let fault): report(fault)
      case .noticed(let fault): notice(fault)
      }
    }
  }

  private func decoder(opening lines: [String]) -> any TranscriptDecoder {
    let kind = options.kind ?? Self.kind(of: lines, file: file, columns: options.columns)
    let names = options.names
    switch kind {
    case .transcripts: return TranscriptLineDecoder(file: file, names: names)
    case .records: return RecordDecoder(file: file)
    case .utterances:
      return UtteranceDecoder(file: file, mapping: options.columns, names: names)
    case .session: return SessionDecoder(file: file)
    case .labelledText: return LabelledTextDecoder(file: file, names: names)
    case .convokit: return ConvoKitDecoder(file: file, names: names)
    case .webvtt: return CueDecoder(file: file, isWebVTT: true, names: names)
    case .srt: return CueDecoder(file: file, isWebVTT: false, names: names)
    case .csv, .tsv:
      let found = TableDecoder.delimiter(of: lines[0], mapping: options.columns)
      let delimiter = kind == .tsv ? "\t" : found ?? RowDecoder.likelyDelimiter(of: lines[0])
      return TableDecoder(
        file: file, delimiter: delimiter, mapping: options.columns, names: names)
    }
  }

  /// The kind of file that begins with these lines, of which there is one at least; the first one is
  /// not blank.
  public static func kind(of lines: [String], file: String = "", columns: ColumnMapping = .init())
    -> Kind
  {
    let line = lines[0].trimmed
    if line.hasPrefix("{") { return kind(ofObject: lines.first(where: isJSON) ?? lines[0]) }
    if CueDecoder.isHeader(line) { return .webvtt }
    if lines.contains(where: { $0.trimmed.first?.isNumber == true && $0.contains("-->") }) {
      return .srt
    }
    if let kind = TranscriptName.kind(of: file), kind != .labelledText { return kind }
    switch TableDecoder.delimiter(of: lines[0], mapping: columns) {
    case nil: return .labelledText
    case "\t": return .tsv
    default: return .csv
    }
  }

  private static func kind(ofObject line: String) -> Kind {
    if ScoreLine.holdsTranscript(line) { return .transcripts }
    guard let keys = try? JSONLine.decode([String: JSONValue].self, from: line) else {
      return .records
    }
    func has(_ key: String) -> Bool { keys[key].map { $0 != .null } ?? false }
    if has("text"), has("conversation_id") || has("root"), has("speaker") || has("user") {
      return .convokit
    }
    if has("type"), !has("text") || isEvent(line, keys) { return .session }
    // Who speaks first may be the therapist: a record that names its speaker has the client's words
    // beside it.
    let namesSpeaker = keys.contains { ColumnMapping.namesSpeaker($0.key) && $0.value.name != nil }
    let isUtterance =
      (namesSpeaker && keys["client"] == nil) || ReplyRecord.foreignSpeaker(in: keys) != nil
    return isUtterance ? .utterances : .records
  }

  /// Whether a line is of a saved session, of which the first one may be lost; a reply record has the
  /// client's words beside it.
  private static func isEvent(_ line: String, _ keys: [String: JSONValue]) -> Bool {
    keys["client"] == nil && (try? JSONLine.decode(SessionEvent.self, from: line)) != nil
  }

  private func unreadable(_ line: LineBuffer.Line, _ number: Int) {
    report(
      line == .tooLong
        ? faults.make(
          "too-long", number, "a line of more than \(FileLines.longestLine) bytes",
          outcome: Faults.passedOver)
        : faults.make(
          "not-utf8", number, "not UTF-8 text, or with a NUL",
          mend: "save the file as plain text in UTF-8", outcome: Faults.passedOver))
  }
}
