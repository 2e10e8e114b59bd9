/// Reads subtitles with speakers: WebVTT and SRT.
///
/// A speaker is named by WebVTT's voice tag, `<v Ada>`, or by a label at the beginning of a line.
/// Text without a speaker goes on with what was said before it. A line with `-->` begins a cue whether
/// or not a blank line stands before it, as WebVTT's own parser has it.
struct CueDecoder: TranscriptDecoder {
  private enum Place {
    /// Before the first line of WebVTT.
    case start
    /// WebVTT's header, or a block of notes, styles or regions: up to a blank line or the times of a
    /// cue.
    case block
    case between
    /// A line that should be a cue's number or name: its times come next.
    case identifier(line: Int)
    case cue
    /// Below what a cue says, a number alone: that of the next cue where its times come next, else
    /// said as well.
    case number(String, line: Int)
    /// A cue that has been reported: up to a blank line or the times of another one.
    case refused
  }

  private let faults: Faults
  private let isWebVTT: Bool
  private var lines: SpokenLines
  private var place: Place

  init(file: String, isWebVTT: Bool, names: SpeakerNames) {
    self.isWebVTT = isWebVTT
    faults = Faults(file: file)
    lines = SpokenLines(
      file: file, names: names, separator: " ", mend: "begin each turn with <v NAME> or 'NAME:'")
    place = isWebVTT ? .start : .between
  }

  var heard: Set<String> { lines.cast.heard }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    let text = line.trimmed
    if text.isEmpty {
      if case .start = place { return [] }
      defer { place = .between }
      return withoutTimes()
    }
    switch place {
    case .start:
      let isHeader = Self.isHeader(text)
      place = isHeader ? .block : .refused
      let mend = "write WEBVTT on the first line, or say the --kind"
      return isHeader ? [] : lines.leaveOut(faults.make("header", number, "not WebVTT", mend: mend))
    case .between where isWebVTT && Self.opensBlock(text):
      place = .block
      return []
    case .block: return Self.areTimes(text) ? times(text, number) : []
    case _ where text.contains("-->"): return times(text, number)
    case .refused: return []
    case .between:
      place = .identifier(line: number)
      return []
    case .identifier:
      defer { place = .refused }
      return withoutTimes()
    case .cue, .number:
      let before = withoutTimes()
      if text.allSatisfy(\.isNumber) {
        place = .number(String(text), line: number)
        return before
      }
      place = .cue
      return before + said(text, number)
    }
  }

  mutating func skipLine() -> [Decoded] { lines.leaveOut() }

  mutating func finish() -> [Decoded] {
    withoutTimes() + lines.finish()
  }

  /// What comes of a line that could have been a cue's number or name, and no times came behind it.
  private mutating func withoutTimes() -> [Decoded] {
    switch place {
    case .identifier(let line): stray(line)
    case .number(let text, let line): said(Substring(text), line)
    case .start, .block, .between, .cue, .refused: []
    }
  }

  /// Whether a line is the first of a WebVTT file.
  static func isHeader(_ line: Substring) -> Bool {
    line.prefix { !$0.isWhitespace } == "WEBVTT"
  }

  private static func opensBlock(_ line: Substring) -> Bool {
    let word = line.prefix { !$0.isWhitespace }
    return word == "NOTE" || line == "STYLE" || line == "REGION"
  }

  private mutating func stray(_ line: Int) -> [Decoded] {
    lines.leaveOut(
      faults.make(
        "cue", line, "a line that is not a part of a cue",
        mend: "put its times before it, as in 00:01.000 --> 00:04.000",
        outcome: Faults.passedOver))
  }

  private mutating func times(_ text: Substring, _ number: Int) -> [Decoded] {
    if Self.areTimes(text) {
      place = .cue
      lines.skip()
      return []
    }
    place = .refused
    return lines.leaveOut(
      faults.make(
        "cue", number, "these are not the times of a cue",
        mend: "write 00:01:02.000 --> 00:01:04.500", outcome: "the cue is passed over"))
  }

  /// Whether a line is the times of a cue, behind which WebVTT may have settings.
  private static func areTimes(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-->", omittingEmptySubsequences: false)
    let end = parts.last?.trimmed.prefix { !$0.isWhitespace } ?? ""
    return parts.count == 2 && isTime(parts[0].trimmed) && isTime(end)
  }

  /// Whether a text is hours (which may be left out), minutes, seconds and a fraction.
  private static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { ":.,".contains($0) }
    guard (3...4).contains(parts.count), text.contains(".") || text.contains(",") else {
      return false
    }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { digits.contains($0) } }
  }

  private mutating func said(_ line: Substring, _ number: Int) -> [Decoded] {
    CueText.parts(of: line).flatMap { part in
      lines.take(part.text.trimmed, at: number, voice: part.voice)
    }
  }
}
