/// The accidents that editors, people and bad disks have with a file of lines.
public enum Accidents {
  static let debris = [
    ":", ": ", "#", " #", "-", "- ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "!", "!!map ", "|",
    ">", "%", "@", "`", "?", "? ", ",", "\t", "\n", "\n\n", "  ", "\r", "---\n", "...\n", "\\",
    "\\x",
    "~", "é", "🙂", "\u{301}", "\u{7}", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "0",
    "",
  ]

  /// The lines of a file after one accident.
  public static func one(to original: [Substring], _ g: inout Seeded) -> String {
    var lines = original
    let at = Int.random(in: lines.indices, using: &g)
    let other = Int.random(in: lines.indices, using: &g)
    switch Int.random(in: 0..<9, using: &g) {
    case 0: lines.remove(at: at)
    case 1: lines.insert(lines[at], at: other)
    case 2: lines.swapAt(at, other)
    case 3: lines[at] = " " + lines[at]
    case 4: lines[at] = lines[at].dropFirst(2)
    case 5: lines[at] = lines[at].prefix(Int.random(in: 0...lines[at].count, using: &g))
    case 6: lines.removeSubrange(at...)
    default:
      let place = Int.random(in: 0...lines[at].count, using: &g)
      let length = Int.random(in: 0...2, using: &g)
      let junk = debris.randomElement(using: &g) ?? ""
      lines[at] = lines[at].prefix(place) + junk + lines[at].dropFirst(place + length)
    }
    return lines.joined(separator: "\n")
  }

  /// A file after several accidents, one upon the other.
  public static func several(_ count: Int, to text: String, _ g: inout Seeded) -> String {
    (0..<count).reduce(text) { text, _ in one(to: lines(of: text), &g) }
  }

  /// The lines of a text.
  public static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A vignette with few of each list's entries, so that reading it takes little time.
  ///
  /// - Parameters:
  ///   - text: The vignette.
  ///   - most: The most entries of the outer lists.
  /// - Returns: Its lines.
  public static func shortened(_ text: String, most: Int = 3) -> [Substring] {
    var counts: [Int: Int] = [:]
    var skipping: Int?
    return lines(of: text).filter { line in
      let indent = line.prefix { $0 == " " }.count
      if line.isEmpty { return false }
      if let depth = skipping, indent > depth { return false }
      skipping = nil
      counts = counts.filter { $0.key <= indent }
      guard line.dropFirst(indent).hasPrefix("- ") else { return true }
      counts[indent, default: 0] += 1
      if counts[indent, default: 0] <= (indent <= 2 ? most : 1) { return true }
      skipping = indent
      return false
    }
  }
}
