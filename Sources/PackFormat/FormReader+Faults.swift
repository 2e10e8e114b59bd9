import Diagnostics
import Foundation
import Yams

extension FormReader {
  /// Maximum number of aliases (`*name`) in a file that defines anchors (`&name`).
  ///
  /// An alias may stand for a list of aliases, and so on: a few lines of YAML can unfold to more
  /// than memory holds. No vignette needs them, so a handful is enough.
  static let maxAliases = 16
  /// Maximum number of keys that are marked with `?`.
  ///
  /// The parser goes through the whole of a key, of one within another once for each. Only so marked
  /// can it be a long one, and no vignette needs that.
  static let maxMarkedKeys = 16

  /// A parser's error as a diagnostic.
  static func diagnostic(for error: YamlError, in text: String, file: String) -> Diagnostic {
    func at(_ mark: Mark) -> Location {
      Location(file: file, line: mark.line, column: mark.column)
    }
    let mend = "quote text that holds ': ', ' #' or a leading '-', and indent with spaces"
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.hasPrefix("Maximum nesting level") {
        let (rule, message, mend) = Unfolding.tooDeep
        return Diagnostic(.error, rule, at: at(mark), message, mend: mend)
      }
      // An unterminated quotation runs to the next one's beginning or to the end of the file; its
      // beginning helps more than the place where that is noticed.
      if let begin = unended(context, problem) {
        return Diagnostic(
          .error, "yaml", at: at(begin), "not YAML: the quotation that begins here never ends",
          mend: quotationMend)
      }
      if let begin = openQuotation(before: mark.line, in: text) {
        return Diagnostic(
          .error, "yaml", at: at(begin),
          "not YAML: the quotation that begins here ends only in line \(mark.line), with more after it",
          mend: quotationMend)
      }
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if !isCurlyQuoted(line: mark.line, of: text),
        let slip = YAMLSlip(context, problem, at: mark, in: lines)
      {
        return Diagnostic(
          .error, "yaml",
          at: Location(file: file, line: slip.place.line, column: slip.place.column),
          "not YAML: \(slip.message)", mend: slip.mend)
      }
      let before = context.map { "\($0.text.trimmingCharacters(in: .whitespaces)), " } ?? ""
      return Diagnostic(
        .error, "yaml", at: at(mark), "not YAML: \(before)\(problem)",
        mend: isCurlyQuoted(line: mark.line, of: text) ? CurlyQuotesCheck.mend : mend)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = Unfolding.written(keys.first ?? "")
      let second = second(key, after: context.mark, in: text).map { ", again in line \($0)" } ?? ""
      return Diagnostic(
        .error, "duplicate-key", at: at(context.mark), "the key '\(key)' appears twice\(second)",
        mend: context.mark.column > 1
          ? "keep one of them, or begin a new entry with '- '" : "keep one of them")
    case .reader(let problem, _, _, _):
      return unreadable(text, file: file)
        ?? Diagnostic(.error, "yaml", at: Location(file: file), "not YAML: \(problem)")
    default:
      return Diagnostic(.error, "yaml", at: Location(file: file), "not YAML")
    }
  }

  private static let quotationMend = "end it with the quotation mark that it begins with"

  /// The beginning of the quotation that an error reports as unterminated.
  private static func unended(_ context: YamlError.Context?, _ problem: String) -> Mark? {
    guard let context, context.text.contains("quoted scalar"),
      problem.hasPrefix("found unexpected")
    else { return nil }
    return context.mark
  }

  /// The beginning of a quotation that is still open at the start of a line.
  private static func openQuotation(before line: Int, in text: String) -> Mark? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let before = lines.prefix(line - 1).joined(separator: "\n")
    do {
      _ = try Yams.compose(yaml: Unfolding.folded(before) ?? before)
      return nil
    } catch YamlError.scanner(let context, let problem, _, _) {
      return unended(context, problem)
    } catch {
      return nil
    }
  }

  /// Whether a value in a line begins with a word processor's quotation marks, which YAML does not
  /// take as quotation marks.
  private static func isCurlyQuoted(line: Int, of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return false }
    let value = lines[line - 1].trimmingPrefix(#/[ \-]*(?:[a-z\-]+: *)?/#)
    return value.first.map(CurlyQuotesCheck.openings.contains) ?? false
  }

  /// How to mend what stands where a text should.
  static func mendOfNoText(_ node: Node) -> String {
    let keys: [String] = node.mapping?.map { $0.key.string ?? "" } ?? []
    if isCurlyQuoted(keys.first) { return CurlyQuotesCheck.mend }
    // As lines that stand alone have it, and these do not.
    if keys.contains("text"), keys.allSatisfy(FormKeys.all.contains) {
      return "write the text alone, without the key 'text:' before it"
        + (keys.count > 1 ? " and without the other keys" : "")
    }
    return "put it in double quotes if it holds a colon, a hash or a leading dash"
  }

  /// Whether a text that begins with a word processor's quotation marks was read as key and value.
  private static func isCurlyQuoted(_ key: String?) -> Bool {
    key?.first.map(CurlyQuotesCheck.openings.contains) ?? false
  }

  /// The line of a key's second occurrence, if each pair has its own lines.
  private static func second(_ key: String, after mark: Mark, in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let start = String(repeating: " ", count: mark.column - 1) + key + ":"
    let found = lines.indices.dropFirst(mark.line).first { lines[$0].hasPrefix(start) }
    return found.map { $0 + 1 }
  }

  /// A diagnostic if a text has more aliases, or more keys that are marked with `?`, than are read.
  static func tooManySigns(_ text: String, file: String) -> Diagnostic? {
    let aliases = aliasSigns(in: text)
    if aliases.count > maxAliases {
      return Diagnostic(
        .error, "aliases", at: location(aliases[maxAliases], in: text, file: file),
        "more than \(maxAliases) aliases (*name)", mend: "write the text out, or quote it")
    }
    let keys = keySigns(in: text)
    guard keys.count > maxMarkedKeys else { return nil }
    return Diagnostic(
      .error, "key", at: location(keys[maxMarkedKeys], in: text, file: file),
      "more than \(maxMarkedKeys) keys are marked with '?'", mend: "write 'key: value'")
  }

  /// Where the aliases of a text begin, or what looks like one; none where no anchor could be meant.
  static func aliasSigns(in text: String) -> [String.Index] {
    guard text.utf8.contains(UInt8(ascii: "&")), !starts(of: "&", in: text).isEmpty else {
      return []
    }
    return starts(of: "*", in: text)
  }

  /// Where a `?` may mark a key: first in its line, or behind another of YAML's signs.
  private static func keySigns(in text: String) -> [String.Index] {
    text.utf8.indices.filter { index in
      guard text.utf8[index] == UInt8(ascii: "?") else { return false }
      let before = text.unicodeScalars[..<index]
      guard let sign = before.last(where: { $0 != " " && $0 != "\t" }) else { return true }
      if "\n\r\u{85}\u{2028}\u{2029}[{,".unicodeScalars.contains(sign) { return true }
      // These are signs with a blank behind them; without one they belong to a word, as in 'What??'.
      return "-:?".unicodeScalars.contains(sign) && before.last != sign
    }
  }

  /// The first character that YAML forbids, with its place.
  private static func unreadable(_ text: String, file: String) -> Diagnostic? {
    let scalars = text.unicodeScalars
    let first = scalars.indices.first { index in
      switch scalars[index].value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...:
        false
      default: true
      }
    }
    guard let first else { return nil }
    return Diagnostic(
      .error, "control-character", at: location(first, in: text, file: file),
      "the character \(codePoint(scalars[first])) cannot stand in YAML", mend: "delete it")
  }

  /// A character by its number, as Unicode writes it: `U+0007`.
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Where a sign begins a word, as in an anchor or an alias: `&name`, but not `a & b` or `Q&A`.
  static func starts(of sign: Unicode.Scalar, in text: String) -> [String.Index] {
    let scalars = text.unicodeScalars
    var previous: Unicode.Scalar = "\n"
    var found: [String.Index] = []
    for index in scalars.indices {
      let next = scalars.index(after: index)
      if scalars[index] == sign,
        previous.properties.isWhitespace || "[]{},:-?".unicodeScalars.contains(previous),
        next < scalars.endIndex, !scalars[next].properties.isWhitespace
      {
        found.append(index)
      }
      previous = scalars[index]
    }
    return found
  }

  private static func location(_ index: String.Index, in text: String, file: String) -> Location {
    // Line ends as in the parser: LF, CR, CRLF, or one of Unicode's own.
    let before = text[..<index].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let column = (before.last?.unicodeScalars.count ?? 0) + 1
    return Location(file: file, line: before.count, column: column)
  }
}
