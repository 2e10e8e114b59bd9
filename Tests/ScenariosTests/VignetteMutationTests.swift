import Diagnostics
import Scenarios
import TestSupport
import Testing

@Suite("Vignettes with accidents")
struct VignetteMutationTests {
  static let debris = [
    ":", ": ", "#", " #", "-", "- ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "!", "!!map ", "|",
    ">", "%", "@", "`", "?", "? ", ",", "\t", "\n", "\n\n", "  ", "\r", "---\n", "...\n", "\\",
    "\\x",
    "~", "é", "🙂", "\u{301}", "\u{7}", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "0",
    "",
  ]

  /// The lines of a vignette after one accident of the kinds that editors and people have.
  static func mutated(_ original: [Substring], _ g: inout Seeded) -> String {
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

  /// A shipped vignette with few of each list's entries, so that reading it takes little time.
  static func short(_ name: String) throws -> [Substring] {
    let lines = try Shipped.text(name).split(separator: "\n", omittingEmptySubsequences: false)
    var counts: [Int: Int] = [:]
    var skipping: Int?
    return lines.filter { line in
      let indent = line.prefix { $0 == " " }.count
      if line.isEmpty { return false }
      if let depth = skipping, indent > depth { return false }
      skipping = nil
      counts = counts.filter { $0.key <= indent }
      guard line.dropFirst(indent).hasPrefix("- ") else { return true }
      counts[indent, default: 0] += 1
      if counts[indent, default: 0] <= (indent <= 2 ? 3 : 1) { return true }
      skipping = indent
      return false
    }
  }

  static func complain(_ yaml: String) -> [Diagnostic]? {
    do throws(DiagnosticList) {
      _ = try Vignette(yaml: yaml, id: "v", file: "v.yaml")
      return nil
    } catch {
      return error.diagnostics
    }
  }

  @Test("A shortened vignette is whole", arguments: Shipped.names)
  func shortened(name: String) throws {
    let lines = try Self.short(name)
    #expect(Self.complain(lines.joined(separator: "\n")) == nil)
    #expect((60..<180).contains(lines.count))
  }

  @Test("One accident anywhere: the vignette loads, or says why not", arguments: Shipped.names)
  func accidents(name: String) throws {
    let lines = try Self.short(name)
    var generator = Seeded(seed: UInt64(lines.count))
    var loaded = 0
    for round in 0..<400 {
      let yaml = Self.mutated(lines, &generator)
      guard let diagnostics = Self.complain(yaml) else {
        loaded += 1
        continue
      }
      #expect(!diagnostics.isEmpty, "round \(round)")
      Self.check(diagnostics, of: yaml, "round \(round)")
    }
    // Most accidents break something; some only change what is said.
    #expect((20..<380).contains(loaded))
  }

  @Test("Accident upon accident: the file is refused in good order", arguments: Shipped.names)
  func heaps(name: String) throws {
    let original = try Self.short(name)
    var generator = Seeded(seed: UInt64(original.count) &* 31)
    for round in 0..<40 {
      var yaml = original.joined(separator: "\n")
      for _ in 0..<12 {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        yaml = Self.mutated(lines, &generator)
      }
      let diagnostics = try #require(Self.complain(yaml), "round \(round)")
      Self.check(diagnostics, of: yaml, "round \(round)")
    }
  }

  /// Expects every complaint to have a place in the file, a mend, and to come in order.
  static func check(_ diagnostics: [Diagnostic], of yaml: String, _ round: Comment) {
    // YAML ends a line with CR, NEL and LS, too: the last bytes of those are 85 and A8.
    let lines = yaml.utf8.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 } + 1
    var last = (0, 0)
    for diagnostic in diagnostics {
      let place = (diagnostic.location?.line ?? 0, diagnostic.location?.column ?? 0)
      let fit = diagnostic.location?.file == "v.yaml" && diagnostic.mend != nil
      if !fit || place.0 > lines + 1 || place < last { Issue.record("\(round): \(diagnostic)") }
      last = place
    }
  }
}
