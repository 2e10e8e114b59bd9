/// Notices that meeting programs write among what was said: of their transcription, and of the
/// meeting's end.
///
///     Ada Byron stopped transcription
///     Meeting ended after 00:06:10
///     This editable transcript was computer generated and might contain errors. …
enum ProgramNotice {
  /// The longest notice, in bytes.
  private static let longest = 240

  /// Whether a line is such a notice, as UTF-8.
  static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= longest else { return false }
    let line = String(decoding: bytes, as: UTF8.self).trimmed
    let words = line.split { !$0.isLetter && !$0.isNumber }
    return tellsWho(line, words) || tellsEnd(words) || tellsMaking(words)
  }

  /// 'Ada Byron started transcription', with no full stop: as a sentence somebody may say so.
  private static func tellsWho(_ line: Substring, _ words: [Substring]) -> Bool {
    guard line.last?.isLetter == true, words.count > 2,
      words.last?.lowercased() == "transcription"
    else { return false }
    let name = words.dropLast(2)
    return ["started", "stopped"].contains(words[words.count - 2].lowercased())
      && name.count <= 6 && name.first?.first?.isLowercase == false
      && !name.contains { ["i", "we", "you"].contains($0.lowercased()) }
  }

  /// 'Transcription ended after 00:06:10'.
  private static func tellsEnd(_ words: [Substring]) -> Bool {
    guard words.count > 3, words[1].lowercased() == "ended", words[2].lowercased() == "after" else {
      return false
    }
    return ["meeting", "recording", "transcription"].contains(words[0].lowercased())
      && words.dropFirst(3).allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// 'This transcript was generated …', whatever stands between these words.
  private static func tellsMaking(_ words: [Substring]) -> Bool {
    let words = words.prefix(8).map { $0.lowercased() }
    return words.first == "this" && words.contains("generated")
      && words.prefix(3).contains { ["transcript", "transcription"].contains($0) }
  }
}
