/// Reads plain text with speaker labels.
struct LabelledTextDecoder: TranscriptDecoder {
  private var lines: SpokenLines

  init(file: String, names: SpeakerNames) {
    lines = SpokenLines(
      file: file, names: names, separator: "\n",
      mend: "begin each turn with 'Client:' or 'Therapist:' (or 'C:' and 'T:'), and a heading "
        + "with '#'",
      strangerMend: "where it is no name, join the line to the one before or begin it with '#'")
  }

  var heard: Set<String> { lines.cast.heard }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    let text = line.trimmed
    if text.isEmpty { lines.skip() }
    return text.isEmpty || Self.isComment(text) ? [] : lines.take(text, at: number)
  }

  /// Whether nobody says a line: it begins with `#` and no time follows, or nothing but a time.
  private static func isComment(_ line: Substring) -> Bool {
    line.hasPrefix("#") && (TranscriptMarks.afterTime(line)?.isBlank ?? true)
  }

  mutating func skipLine() -> [Decoded] { lines.leaveOut() }

  mutating func finish() -> [Decoded] { lines.finish() }
}
