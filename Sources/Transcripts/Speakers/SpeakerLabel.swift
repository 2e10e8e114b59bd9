/// A speaker's label at the beginning of a line, `Ada Byron (crying): …`, or what looks like one.
///
/// A bullet, a number or a time may stand in front, a stage direction or a time behind the name, and
/// the whole may be in bold as in Markdown. A name and a time make one without a colon, too.
struct SpeakerLabel: Hashable {
  /// The name, without what stands beside it.
  private(set) var name: String
  /// What stands in brackets behind the name.
  private(set) var direction: String?
  /// What is said.
  private(set) var rest: Substring
  /// A bullet or a number stands in front, as in a list.
  private(set) var isListed = false
  /// Whether somebody could have this name: one word, or up to four with capitals, which may stand
  /// within a word. Anything else is a label only if it is known.
  private(set) var isName = false
  /// How it is written, where that may show a label whatever the name is.
  private(set) var form: Form?

  /// How a label may be written that holds any name. Each can be something else as well: whether it
  /// is a label shows in the others.
  enum Form {
    /// In square brackets before a time: `[Ada Byron] 14:05:01`.
    case bracketed
    /// On a line of its own with a time, behind a tab or two blanks: `Ada Byron  0:12`.
    case apart
    /// The same behind one blank, as a sentence may end: `We met at 10:30`.
    case close
    /// Behind a time and a word, as in Zoom's chats: `14:05:01 From Ada Byron to Everyone:`.
    case chat
    /// With a comma in it, as a sentence may begin: `Byron, Ada: …`, `Yes, Ben: …`.
    case comma
  }

  /// The name as it is compared.
  var key: String { name.lowercased() }

  /// What stands before a colon in headings and remarks, and is nobody's name.
  private static let remarks: Set<Substring> = [
    "attendees", "comment", "comments", "context", "date", "description", "duration", "interview",
    "location", "note", "notes", "observation", "observations", "participants", "present",
    "recording", "remark", "remarks", "scene", "session", "setting", "summary", "time", "title",
    "topic", "transcript",
  ]

  /// The longest label, with everything beside the name.
  private static let longest = 80
  private static let longestName = 40
  /// Small words within names.
  private static let particles: Set<Substring> = [
    "al", "and", "bin", "da", "de", "del", "den", "der", "di", "du", "la", "le", "of", "the", "van",
    "von", "y", "&",
  ]
  /// Words behind which a sentence tells a time.
  private static let beforeTimes: Set<String> = [
    "about", "after", "around", "at", "before", "by", "for", "from", "is", "past", "since", "till",
    "to", "until", "was",
  ]
  /// What tells the half of the day behind a time.
  private static let halvesOfDay: Set<Substring> = ["AM", "PM", "am", "pm", "a.m.", "p.m."]

  /// Whether what stands before a time reads as a sentence that goes on with it: `We met at`.
  var asksForTime: Bool {
    guard let word = name.split(separator: " ").last, let mark = word.last else { return false }
    return Self.beforeTimes.contains(word.lowercased()) || ".,;:?!…-–—".contains(mark)
  }

  /// Whether a name, as it is compared, is that of a heading or a remark, which may bear a number:
  /// `session 3`.
  static func isRemark(_ key: String) -> Bool {
    let words = key.split { " -_".contains($0) || $0.isNumber }
    return words.count == 1 && words.allSatisfy(remarks.contains)
  }

  /// Reads the beginning of a trimmed line, in which names that a person gave may stand.
  init?(_ line: Substring, names: SpeakerNames) {
    if let (name, rest, form) = names.label(of: line) {
      self.init(name: name, rest: rest, form: form)
    } else {
      self.init(line)
    }
  }

  /// A role in capitals that is alone on its line, as some programs head what is said below.
  init?(role line: Substring, names: SpeakerNames) {
    guard line.utf8.count > 1, line.utf8.count <= Self.longestName, line == line.uppercased(),
      line.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " }), names.known(line) != nil
    else { return nil }
    self.init(name: String(line), rest: "")
  }

  /// What stands before the first colon of a line, whatever it is; whether it is a label shows in the
  /// other lines.
  init?(anythingBeforeColonOf line: Substring) {
    var beginning = line.prefix(Self.longestName + 1)
    while let colon = beginning.lastIndex(where: Self.isColon) { beginning = beginning[..<colon] }
    guard beginning.endIndex < line.endIndex, Self.isColon(line[beginning.endIndex]) else {
      return nil
    }
    let name = beginning.trimmed
    let rest = line[line.index(after: beginning.endIndex)...]
    // '10:30' and 'https://…' are none.
    guard !name.isEmpty, rest.first?.isWhitespace ?? true, !name.contains(where: ".?!".contains)
    else { return nil }
    self.init(name: String(name), rest: rest.trimmed)
    isName = false
  }

  /// What stands before a time with which a line ends, whatever it is; whether it is a label shows in
  /// the other lines.
  init?(anythingBeforeTimeOf line: Substring) {
    guard let (words, form) = Self.wordsBeforeTime(line) else { return nil }
    self.init(name: words.joined(separator: " "), rest: "", form: form)
    isName = false
  }

  private init(name: String, rest: Substring, form: Form? = nil) {
    (self.name, self.rest, self.form, isName) = (name, rest, form, true)
  }

  /// Reads the beginning of a trimmed line.
  init?(_ line: Substring) {
    if let (words, form) = Self.wordsBeforeTime(line), Self.isName(words),
      words[0].first?.isLowercase == false
    {
      (self.name, rest, self.form, isName) = (words.joined(separator: " "), "", form, true)
      return
    }
    if let (name, rest) = Self.bracketedBeforeTime(line) {
      (self.name, self.rest) = (name, rest)
      form = .bracketed
      isName = Self.isName(name.split(whereSeparator: \.isWhitespace))
      return
    }
    let label = line.prefix(Self.longest)
    guard label.contains(where: Self.isColon) else { return nil }
    guard let (front, start, bracketed) = Self.front(of: label) else { return nil }
    var name = ""
    var place = start
    var end: Substring.Index?
    while place < label.endIndex {
      let mark = label[place]
      let next = label.index(after: place)
      if let (content, after) = Self.bracket(label[place...]) {
        direction = direction ?? content
        place = after
        continue
      }
      if Self.isColon(mark) {
        // Between two digits it belongs to a time.
        let isTime =
          name.last?.isNumber == true && next < label.endIndex && label[next].isNumber
        if !isTime {
          end = next
          break
        }
      }
      if "?!;\"“”…".contains(mark) || (mark == "," && name.contains(",")) { return nil }
      if mark != "*" { name.append(mark) }
      place = next
    }
    guard let end else { return nil }
    var words = (bracketed ?? name).split(whereSeparator: \.isWhitespace)
    while words.count > 1, words[words.count - 1].allSatisfy({ !$0.isLetter }),
      words[words.count - 1].contains(where: { ":-–—".contains($0) })
    {
      words.removeLast()
    }
    guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
    let isTimed = Self.holdsTime(front)
    if isTimed, let sender = Self.sender(words) {
      words = sender
      form = .chat
    }
    self.name = words.joined(separator: " ")
    var rest = line[end...]
    if front.hasSuffix("*") { rest = rest.drop { $0 == "*" } }
    let follows = rest.first
    self.rest = rest.trimmed
    isListed = front.contains { !$0.isWhitespace } && !isTimed
    let isApart =
      follows.map { $0.isWhitespace || "\"“„«'‘*".contains($0) } ?? true
      || (follows?.isLetter == true && label[start..<end].dropLast().last?.isWhitespace == false)
    isName = isApart && Self.isName(words)
    if form == nil, self.name.contains(",") {
      guard isApart, Self.isNameWithComma(words) else { return nil }
      form = .comma
    }
  }

  private static func isColon(_ mark: Character) -> Bool { mark == ":" || mark == "：" }

  /// What stands before the name, and where the name begins; in `[Ada]: …` it stands in brackets.
  private static func front(of line: Substring)
    -> (front: String, start: Substring.Index, bracketed: String?)?
  {
    var front = ""
    var place = line.startIndex
    while place < line.endIndex {
      if line[place].isLetter {
        guard holdsTime(front), let end = halfOfDayEnd(line[place...]) else { break }
        front += " "
        place = end
      } else if let (content, after) = bracket(line[place...]) {
        let next = line[after...].trimmed
        if next.first.map(isColon) == true { return (front, next.startIndex, content) }
        front += holdsTime(content) ? content + " " : "- "
        place = after
      } else {
        guard !"\"“„«'‘’".contains(line[place]) else { return nil }
        front.append(line[place])
        place = line.index(after: place)
      }
    }
    // In '2nd: …' the number is a part of the word.
    guard place < line.endIndex, front.last?.isNumber != true else { return nil }
    return (front, place, nil)
  }

  /// What stands in brackets at the beginning of a text, and where they end.
  private static func bracket(_ text: Substring) -> (content: String, end: Substring.Index)? {
    let close: Character
    switch text.first {
    case "(": close = ")"
    case "[": close = "]"
    case "<": close = ">"
    default: return nil
    }
    guard let end = text.firstIndex(of: close) else { return nil }
    return (String(text[..<end].dropFirst()), text.index(after: end))
  }

  /// Whether a text holds a time, such as `0:12`.
  private static func holdsTime(_ text: String) -> Bool {
    let marks = Array(text)
    return marks.indices.dropFirst().dropLast().contains {
      marks[$0] == ":" && marks[$0 - 1].isNumber && marks[$0 + 1].isNumber
    }
  }

  /// Where `AM` or `PM` ends that begins a text behind a time; `nil` where none does, or where it is
  /// all that stands before a colon, as the letters of a name do.
  private static func halfOfDayEnd(_ text: Substring) -> Substring.Index? {
    let word = text.prefix { !$0.isWhitespace }
    guard halvesOfDay.contains(word),
      let next = text[word.endIndex...].first(where: { !$0.isWhitespace }), !isColon(next)
    else { return nil }
    return word.endIndex
  }

  /// The words of the name in `From Ada Byron to Everyone`.
  private static func sender(_ words: [Substring]) -> [Substring]? {
    guard words.first == "From" else { return nil }
    let name = words.dropFirst()
    let end = name.lastIndex(of: "to") ?? name.endIndex
    return end > name.startIndex ? Array(name[..<end]) : nil
  }

  /// The words in a line that holds but them and a time, `Ada Byron  0:12`, as some programs head
  /// what somebody says.
  private static func wordsBeforeTime(_ line: Substring) -> (words: [Substring], form: Form)? {
    // Most lines are settled by their last character.
    guard line.utf8.count <= longest, line.last.map({ $0.isNumber || ")]".contains($0) }) == true,
      let gap = line.lastIndex(where: \.isWhitespace)
    else { return nil }
    let name = line[..<gap].trimmed
    guard let form = Self.form(ofTime: line[name.endIndex...]),
      name.contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    // '[laughs] 00:12' and '0:10 - 0:12' name nobody.
    let text = String(name)
    guard !holdsTime(text), !TranscriptMarks.blanked(text).isBlank else { return nil }
    return (name.split(whereSeparator: \.isWhitespace), form)
  }

  /// How a time stands behind a name that is all else in its line; `nil` where something other than a
  /// time does.
  static func form(ofTime behind: Substring) -> Form? {
    let gap = behind.prefix(while: \.isWhitespace)
    guard !gap.isEmpty else { return nil }
    var time = behind[gap.endIndex...]
    if let first = time.first, "([".contains(first) { time.removeFirst() }
    if let last = time.last, ")]".contains(last) { time.removeLast() }
    guard isClock(time) else { return nil }
    return gap.count > 1 || gap.contains("\t") ? .apart : .close
  }

  /// The name in square brackets with which a line begins where a time stands behind it, and what is
  /// said: `[Ada Byron] 14:05:01` alone on its line, as Zoom writes, or
  /// `[SPEAKER_00] [00:00.000 --> 00:05.000] So.`, as speech recognisers do.
  private static func bracketedBeforeTime(_ line: Substring) -> (name: String, rest: Substring)? {
    guard line.first == "[", let (content, end) = bracket(line.prefix(longest)) else { return nil }
    let name = content.trimmed
    // '[laughs] 00:12' names nobody, and neither does '[1.5] 00:12'; a telephone number does.
    guard !name.isEmpty, !holdsTime(content),
      name.filter(\.isNumber).count > 4 || !TranscriptMarks.blanked("[\(name)]").isBlank
    else { return nil }
    let behind = line[end...].trimmed
    guard let (time, timeEnd) = bracket(behind) else {
      return isTime(behind) ? (String(name), "") : nil
    }
    let times = time.split(separator: "-->", omittingEmptySubsequences: false)
    guard times.allSatisfy({ isTime($0.trimmed) }) else { return nil }
    let rest = behind[timeEnd...].trimmed
    return (String(name), rest.first.map(isColon) == true ? rest.dropFirst().trimmed : rest)
  }

  /// Whether a text is a time, which may have a fraction: `14:05:01`, `00:05.000`.
  private static func isTime(_ text: Substring) -> Bool {
    guard let mark = text.firstIndex(where: { ".,".contains($0) }) else { return isClock(text) }
    return isClock(text[..<mark]) && areDigits(text[mark...].dropFirst())
  }

  /// Whether a text is a time without a fraction: `0:12`, `14:05:01`. A pattern would be compiled with
  /// each use, and some files have a time in every line.
  private static func isClock(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts.allSatisfy(areDigits)
      && parts[0].count <= 2 && parts.dropFirst().allSatisfy { $0.count == 2 }
  }

  private static func areDigits(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .decimalNumber }
  }

  /// Whether words are a name with a comma in it: `Byron, Ada`, `Ada Byron, LCSW`.
  private static func isNameWithComma(_ words: [Substring]) -> Bool {
    let parts = words.joined(separator: " ").split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        let words = part.split(whereSeparator: \.isWhitespace)
        return isName(words) && words[0].first?.isUppercase == true
      }
  }

  private static func isName(_ words: [Substring]) -> Bool {
    guard (1...4).contains(words.count), words.reduce(0, { $0 + $1.count }) <= longestName,
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || "'’.-_&/@".contains($0) } })
    else { return false }
    if words.count == 1 { return true }
    return words.enumerated().allSatisfy { place, word in
      if word.first?.isLowercase == false || hasCapitalWithin(word) { return true }
      if place > 0, particles.contains(word) { return true }
      let isPossessive = word.contains { "'’".contains($0) }
      return isPossessive && words.dropFirst(place + 1).first.map(hasCapitalWithin) == true
    }
  }

  /// Whether a capital follows a small letter in a word: `iPhone`. It is written like no word of a
  /// sentence, and so is whose it is before it, `eva's iPhone`.
  private static func hasCapitalWithin(_ word: Substring) -> Bool {
    zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }
}
