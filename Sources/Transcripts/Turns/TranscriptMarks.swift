/// What transcribers put among the words that were said: times, what could be heard beside them, and
/// the lines that programs write below a transcript.
///
///     TranscriptMarks.blanked("[00:01:12] You miss him. (sighs)")  // "           You miss him.        "
///
/// They are nobody's words, so that no grade and no count of words rests on them, and a simulated
/// client hears nothing of them; a reply of nothing else is silence. Blanks take their place, byte for
/// byte: what is found in the words stands at the same place in the text as it was.
public enum TranscriptMarks {
  /// The text with blanks for the marks.
  public static func blanked(_ text: String) -> String {
    guard mayHoldMarks(text) else { return text }
    var bytes = Array(text.utf8)
    blankTails(in: &bytes)
    blankMarks(in: &bytes)
    forEachLine(of: bytes) { line in
      if bytes[line].contains(0x3A) { blankTimes(at: line, of: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Most texts hold none, and are told by a look at all of their bytes: to stop at the first that may
  /// be in a mark takes longer.
  private static func mayHoldMarks(_ text: String) -> Bool {
    let found = isInMarks.withUnsafeBufferPointer { isInMarks in
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.reduce(0) { $0 | isInMarks[Int($1)] }
      }
    }
    return found != 0
  }

  /// 1 for bytes that open a mark, stand in a time, or end a line, after which a tail may come.
  private static let isInMarks: [UInt8] = (UInt8.min...UInt8.max).map {
    closing(of: $0) != nil || $0 == 0x23 || $0 == 0x3A || $0 == 0x0A ? 1 : 0
  }

  /// A reply and what it answers without a transcriber's marks: what is graded and counted.
  public static func spoken(_ text: String, to client: String?) -> (text: String, client: String?) {
    (blanked(text), client.map(blanked))
  }

  /// The longest mark, in bytes.
  private static let longest = 120
  /// What can be heard or seen beside words.
  private static let events: Set<Substring> = [
    "applause", "background", "beat", "breath", "breathes", "breathing", "chuckle", "chuckles",
    "chuckling", "clears", "cough", "coughs", "coughing", "cries", "cross-talk", "crosstalk",
    "crying", "exhales", "gasps", "giggles", "groans", "hesitates", "inaudible", "indiscernible",
    "indistinct", "inhales", "interruption", "laugh", "laughing", "laughs", "laughter", "mumbles",
    "mumbling", "music", "nodding", "nods", "noise", "overlapping", "overtalk", "pause", "pauses",
    "ph", "phonetic", "redacted", "shrugs", "sic", "sigh", "sighing", "sighs", "silence", "silent",
    "smiles", "smiling", "sniffles", "sniffs", "snorts", "sobbing", "sobs", "tearful", "unclear",
    "unintelligible", "weeps", "whispering", "whispers", "x", "xx", "xxx", "yawns",
  ]
  /// What can be seen or heard beside words as well, and is said of many a thing: no round bracket,
  /// which may hold what somebody said ('(she drinks)'), is taken for one.
  private static let acts: Set<Substring> = [
    "claps", "closes", "drinks", "footsteps", "gestures", "knock", "knocking", "knocks", "leans",
    "looks", "opens", "phone", "points", "ringing", "rings", "rustling", "scoff", "scoffs",
    "shakes", "sips", "slams", "sneezes", "stares", "swallows", "tears", "turns", "typing",
    "whistles", "wipes",
  ]
  /// Who speaks to somebody, and so tells of no event.
  private static let address: Set<Substring> = [
    "i", "i'm", "my", "you", "you're", "your", "we", "our",
  ]

  /// What closes a bracket, or the asterisk of an emphasis; `nil` for what opens none.
  private static func closing(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "*"): UInt8(ascii: "*")
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  private static func blank(_ range: Range<Int>, in bytes: inout [UInt8]) {
    for index in range { bytes[index] = 0x20 }
  }

  private static func forEachLine(of bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      body(start..<end)
      start = end + 1
    }
  }

  /// Blanks the lines below the first that a program or a typist has put there.
  private static func blankTails(in bytes: inout [UInt8]) {
    var tails: [Range<Int>] = []
    forEachLine(of: bytes) { line in
      if line.lowerBound > 0, isTail(text: bytes[line]) { tails.append(line) }
    }
    for line in tails { blank(line, in: &bytes) }
  }

  /// Blanks brackets and emphases that hold no words, which may be broken over two lines as any words
  /// are, and times between two marks of number.
  private static func blankMarks(in bytes: inout [UInt8]) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let isOpening = closing(of: byte) != nil
      let end: Int? =
        if isOpening {
          bracketEnd(bytes[place...])
        } else if byte == 0x23 {
          numberedTimeEnd(bytes[place...])
        } else {
          nil
        }
      if let end {
        blank(place..<end, in: &bytes)
        place = end
      } else if isOpening {
        // The same stands behind every mark of a run: where the first opens nothing, none does.
        place = bytes[place...].firstIndex { $0 != byte } ?? bytes.count
      } else {
        place += 1
      }
    }
  }

  /// What stands behind a time between two marks of number with which a line begins, as
  /// f4transkript writes it: `#00:01:12-5#`; `nil` where it begins with none.
  static func afterTime(_ line: Substring) -> Substring? {
    let bytes = Array(line.utf8.prefix(longest))
    return numberedTimeEnd(bytes[...]).map { Substring(line.utf8.dropFirst($0)) }
  }

  /// Where a time between two marks of number ends that begins a text.
  private static func numberedTimeEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == 0x23, let end = timeEnd(text.dropFirst())?.place, end < text.endIndex,
      text[end] == 0x23
    else { return nil }
    return end + 1
  }

  /// Where a bracket ends that begins a text and holds no words that were said.
  private static func bracketEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard let opening = text.first, let closing = closing(of: opening) else { return nil }
    let inside = text.drop { $0 == opening }.prefix(longest)
    guard !inside.isEmpty, let close = inside.firstIndex(of: closing) else { return nil }
    let content = String(decoding: inside[..<close], as: UTF8.self)
    // An asterisk at the beginning of a line may be a list's.
    guard isMark(content, in: opening), opening != 0x2A || !content.contains(where: \.isNewline)
    else { return nil }
    return text[close...].firstIndex { $0 != closing } ?? text.endIndex
  }

  private static func isMark(_ content: String, in opening: UInt8) -> Bool {
    let words = content.lowercased().split { !$0.isLetter && !$0.isNumber && !"'-".contains($0) }
    guard content.contains(where: \.isLetter) else {
      // '(.)', '(1.5)', '[...]', '[00:12]'.
      return opening != 0x2A && !content.isEmpty
        && content.allSatisfy { $0.isNumber || $0.isWhitespace || ".:;,…?-–_".contains($0) }
    }
    guard !words.contains(where: address.contains) else { return false }
    if holdsTime(content) { return true }
    let isEvent = { events.contains($0) || opening != 0x28 && acts.contains($0) }
    return words.count <= 6 && words.contains(where: isEvent)
      || words.prefix(2).contains(where: events.contains)
  }

  private static func holdsTime(_ content: String) -> Bool {
    let bytes = Array(content.utf8)
    return bytes.indices.contains { timeEnd(bytes[$0...]) != nil }
  }

  /// The end of a time that begins a text, `1:12`, `00:01:12.5` or `00:01:12-5`, and how many parts
  /// it has.
  private static func timeEnd(_ text: ArraySlice<UInt8>) -> (place: Int, parts: Int)? {
    var place = text.startIndex
    var parts = 0
    while parts < 3 {
      // Three digits are too many already.
      let digits = text[place...].prefix(3).prefix(while: isDigit)
      guard parts == 0 ? (1...2).contains(digits.count) : digits.count == 2 else { return nil }
      parts += 1
      place = digits.endIndex
      guard place < text.endIndex, text[place] == 0x3A else { break }
      place += 1
    }
    guard parts > 1 else { return nil }
    if place < text.endIndex, ".,-".utf8.contains(text[place]) {
      let fraction = text[(place + 1)...].prefix(while: isDigit)
      if !fraction.isEmpty { place = fraction.endIndex }
    }
    return (place, parts)
  }

  /// Blanks times without a bracket at both ends of a line, where nobody says them.
  private static func blankTimes(at line: Range<Int>, of bytes: inout [UInt8]) {
    let first = bytes[line].firstIndex { !isSpace($0) } ?? line.upperBound
    if let (end, parts) = timeEnd(bytes[first..<line.upperBound]) {
      let rest = bytes[end..<line.upperBound].drop(while: isSpace)
      // 'At 10:30' is said, and '10:30 would do' as well.
      let isSaid =
        parts == 2 && bytes[first] != 0x30 && !(0x41...0x5A).contains(rest.first ?? 0x41)
      if !isSaid, end == line.upperBound || isSpace(bytes[end]) {
        blank(first..<end, in: &bytes)
      }
    }
    guard let last = bytes[line].lastIndex(where: { !isSpace($0) }) else { return }
    let word = bytes[line][...last].lastIndex(where: isSpace).map { $0 + 1 } ?? line.lowerBound
    guard word > line.lowerBound, let (end, parts) = timeEnd(bytes[word...last]), end == last + 1
    else { return }
    let before = bytes[line][..<word].last { !isSpace($0) } ?? 0x2E
    if parts == 3 || ".?!\"".utf8.contains(before) { blank(word..<end, in: &bytes) }
  }

  /// Whether a line below what was said is one that a program or a typist has put there.
  private static func isTail(text bytes: ArraySlice<UInt8>) -> Bool {
    if ProgramNotice.isOne(bytes) { return true }
    guard bytes.count <= longest else { return false }
    let line = String(decoding: bytes, as: UTF8.self).trimmed
    guard !line.isEmpty else { return false }
    if line.first == "[", line.last == "]", !line.dropFirst().dropLast().contains("[") {
      return true
    }
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    switch words.first {
    case nil: return line.allSatisfy { "-–—_=*~. ".contains($0) } && line.count > 2
    case "page": return (2...4).contains(words.count) && words[1].allSatisfy(\.isNumber)
    case "transcribed": return words.count > 1 && words[1] == "by"
    case "end":
      return words.count == 1
        ? line.contains { "-–—=*".contains($0) }
        : words.count <= 5 && words[1] == "of" && words.last.map(endings.contains) == true
    default: return false
    }
  }

  private static let endings: Set<Substring> = [
    "audio", "call", "file", "interview", "recording", "session", "tape", "transcript",
    "transcription", "video",
  ]
}

extension ReplyToScore {
  /// The words that were said, without a transcriber's marks: what is graded and counted.
  public var spoken: (text: String, client: String?) {
    TranscriptMarks.spoken(text, to: client)
  }
}
