/// Labels of speakers that were meant as such and not written so: without their colon, or within a
/// line.
struct LabelSlips {
  /// Labels that lines of the text begin with, as they are compared.
  let labels: Set<String>
  /// Names and roles whose side is known.
  let names: SpeakerNames

  /// What may open a label that is in brackets or behind a quotation mark.
  private static let openings: Set<Character> = [
    "(", "[", "{", "<", "\"", "“", "„", "«", "‘", "'", "*",
  ]

  /// The roles alone; a name may be a word as well: `Will`, `May`.
  static let roles = SpeakerNames()
  /// The longest role that is an abbreviation and no word: `Pt`.
  private static let longestAbbreviation = 2

  /// A role or a label of other lines, in letters of any case, with which a line begins that has
  /// another mark in place of the colon or is in brackets, or goes on as if the colon had been
  /// forgotten.
  ///
  /// - Parameters:
  ///   - whole: The line.
  ///   - mayStart: Whether a turn can begin with it.
  /// - Returns: The label as it is written, or `nil`.
  func labelWithoutColon(
    _ whole: Substring, _ mayStart: @autoclosure () -> Bool
  ) -> String? {
    let text = whole.drop(while: Self.openings.contains)
    let name = text.prefix { $0.isLetter || $0.isNumber }
    // 'I' begins many a line.
    guard name != "I", let first = name.first else { return nil }
    let isLabel = labels.contains(name.lowercased())
    guard isLabel || (names.known(name) != nil && (first.isUppercase || name.count > 1)) else {
      return nil
    }
    let rest = text.dropFirst(name.count)
    guard let mark = rest.trimmed.first else { return nil }
    let isApart = rest.first?.isWhitespace == true
    if mark.isLetter || mark.isNumber {
      guard isApart else { return nil }
      if isLabel, first.isUppercase, mark.isUppercase { return String(name) }
      let isOpened = text.startIndex > whole.startIndex
      return !isOpened && lacksColon(name, isLabel, rest) && mayStart() ? String(name) : nil
    }
    // 'I was very / patient. Then' begins no turn.
    let isSure = isLabel || (mark != "." && mark != "/")
    guard first.isUppercase || (isSure && mayStart()) else { return nil }
    return Self.endsLabel(mark, before: rest.trimmed.dropFirst(), isApart, isLabel)
      ? String(name) : nil
  }

  /// Whether a role before a word is likely a speaker's whose colon was forgotten: one of this file,
  /// an abbreviation, or one in capitals, with a capital or set off from the word. `Nurse came` is
  /// not.
  private func lacksColon(_ name: Substring, _ isLabel: Bool, _ rest: Substring) -> Bool {
    let gap = rest.prefix(while: \.isWhitespace)
    return Self.roles.known(name) != nil
      && (isLabel || name.count <= Self.longestAbbreviation || name == name.uppercased())
      && (name.first?.isUppercase == true || gap.count > 1 || gap.contains("\t"))
  }

  /// Whether a mark behind a name stands in place of the colon, rather than in a sentence or a word:
  /// 'Client-centred' and 'Doctor, I am tired' begin no turn.
  private static func endsLabel(
    _ mark: Character, before rest: Substring, _ isApart: Bool, _ isLabel: Bool
  ) -> Bool {
    let isLoose = rest.first?.isWhitespace == true
    switch mark {
    case ";", "|", ">", "=", ")", "]", "}": return true
    case "-", "–", "—": return isApart || isLoose || rest.first?.isUppercase == true
    case "/", ".": return isLoose
    case ",": return isLoose && isLabel
    default: return false
    }
  }

  /// A role of two letters or more, or a label of other lines, that stands within a line with a
  /// colon behind it, and begins with a capital or is all that follows `The`.
  func labelWithin(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    for colon in text.indices where text[colon] == ":" {
      let next = text.index(after: colon)
      guard next < text.endIndex, text[next].isWhitespace else { continue }
      let name = text[..<colon].suffix(while: { $0.isLetter || $0.isNumber })
      guard name.startIndex > text.startIndex else { continue }
      let mark = text[text.index(before: name.startIndex)]
      guard mark.isWhitespace || Self.openings.contains(mark),
        name.first?.isUppercase == true || text[..<name.startIndex].trimmed == "The",
        labels.contains(name.lowercased()) || (name.count > 1 && names.known(name) != nil)
      else { continue }
      return String(name)
    }
    return nil
  }
}

extension Substring {
  /// The longest end whose characters are all as asked for.
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !isWanted($0) }) else { return self }
    return self[index(after: last)...]
  }
}
