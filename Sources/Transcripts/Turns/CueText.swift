/// The text of a cue: WebVTT's tags and character references, which SRT files use as well, and the
/// tags of SubStation Alpha, `{\an8}`, which programs leave in SRT files.
enum CueText {
  /// The parts of a line: each with the voice that a tag gives it, where one does.
  static func parts(of line: Substring) -> [(voice: String?, text: String)] {
    var parts: [(voice: String?, text: String)] = []
    var voice: String?
    var text = ""
    /// Whether a `}` may still follow; a search that found none need not be made again.
    var mayClose = true
    func end() {
      if voice != nil || !text.allSatisfy(\.isWhitespace) { parts.append((voice, text)) }
      text = ""
    }
    var rest = line
    while let mark = rest.firstIndex(where: { "<&{".contains($0) }) {
      text += rest[..<mark]
      rest = rest[mark...]
      if rest.first == "&" {
        let (character, length) = reference(rest)
        text += character
        rest = rest.dropFirst(length)
      } else if rest.first == "{" {
        let mayBeTag = mayClose && rest.hasPrefix("{\\")
        if mayBeTag, let close = rest.firstIndex(of: "}") {
          rest = rest[rest.index(after: close)...]
        } else {
          if mayBeTag { mayClose = false }
          text += "{"
          rest = rest.dropFirst()
        }
      } else if let close = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<close]
        if let name = self.voice(tag) {
          end()
          voice = name
        } else if tag == "/v" {
          end()
          voice = nil
        } else if !isTag(tag) {
          text += rest[...close]
        }
        rest = rest[rest.index(after: close)...]
      } else {
        text += rest
        rest = ""
      }
    }
    text += rest
    end()
    return parts
  }

  /// The name in a voice tag, which may carry classes: `v.loud Ada`.
  private static func voice(_ tag: Substring) -> String? {
    let word = tag.prefix { !$0.isWhitespace }
    guard word == "v" || word.hasPrefix("v.") else { return nil }
    let name = tag.dropFirst(word.count).trimmed
    return name.isEmpty ? nil : plain(name)
  }

  /// Whether what stands in angle brackets is a tag: a name that begins with a letter, a closing
  /// one, or a time. Anything else is a part of what was said, as in `a < b > c`.
  private static func isTag(_ tag: Substring) -> Bool {
    guard let first = tag.first, first.isASCII else { return false }
    if first == "/" { return tag.dropFirst().allSatisfy { $0.isLetter } }
    return first.isLetter || (first.isNumber && tag.contains(":"))
  }

  private static func plain(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let (character, length) = reference(rest[mark...])
      result += character
      rest = rest[mark...].dropFirst(length)
    }
    return result + rest
  }

  private static let named: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "lrm": "\u{200E}", "rlm": "\u{200F}",
  ]

  /// The character that a reference at the beginning stands for, and how many characters it takes;
  /// an ampersand that begins none stands for itself.
  private static func reference(_ text: Substring) -> (String, Int) {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return ("&", 1) }
    let name = text[text.index(after: text.startIndex)..<end]
    let length = name.count + 2
    if let character = named[name] { return (character, length) }
    guard name.first == "#" else { return ("&", 1) }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = value.flatMap(Unicode.Scalar.init), scalar != "\0" else { return ("&", 1) }
    return (String(scalar), length)
  }
}
