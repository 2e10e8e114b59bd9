import Yams

/// What YAML's parser finds, in words for an author: where the slip stands, which is often above the
/// place where the parser stops, what it is, and how to mend it.
struct YAMLSlip {
  var place: (line: Int, column: Int)
  var message: String
  var mend: String

  private init(_ message: String, at place: (line: Int, column: Int), mend: String) {
    (self.message, self.place, self.mend) = (message, place, mend)
  }

  private init(_ message: String, at mark: Mark, mend: String) {
    self.init(message, at: (mark.line, mark.column), mend: mend)
  }

  /// The slip behind a parser's error; `nil` where the error's own words have to do.
  ///
  /// - Parameters:
  ///   - context: What the parser was about when it stopped, and where that began.
  ///   - problem: What it found.
  ///   - mark: Where it stopped.
  ///   - lines: The file's lines.
  init?(_ context: YamlError.Context?, _ problem: String, at mark: Mark, in lines: [Substring]) {
    let slip =
      Self.indentation(problem, context, mark, lines) ?? Self.noBlank(problem, mark, lines)
      ?? Self.sign(problem, context, mark, lines)
      ?? Self.list(context, mark, lines) ?? Self.key(problem, context, lines)
      ?? Self.quotation(mark, lines) ?? Self.colon(problem, mark, lines)
      ?? Self.goesOn(mark, lines) ?? Self.outOfLine(problem, mark, lines)
      ?? Self.unquoted(problem, context, mark)
    guard let slip else { return nil }
    self = slip
  }

  private static func line(_ number: Int, _ lines: [Substring]) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  private static func rest(from mark: Mark, _ lines: [Substring]) -> Substring {
    let scalars = line(mark.line, lines).unicodeScalars
    return Substring(scalars.dropFirst(mark.column - 1))
  }

  private static func before(_ mark: Mark, _ lines: [Substring]) -> Substring {
    Substring(line(mark.line, lines).unicodeScalars.prefix(max(0, mark.column - 1)))
  }

  /// Whether a letter, a digit or a sign can stand in a key.
  private static func isInKey(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_".contains(character)
  }

  /// White space other than spaces before a line's first word.
  private static func indentation(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark, _ lines: [Substring]
  ) -> YAMLSlip? {
    let mend = "indent with spaces"
    if problem.contains("tab character") || rest(from: mark, lines).first == "\t" {
      return YAMLSlip("a tab stands in the indentation", at: mark, mend: mend)
    }
    // The parser takes a no-break space for the beginning of a text, which goes on from the line above.
    for number in [mark.line, mark.line - 1, context?.mark.line].compactMap(\.self) {
      let indent = line(number, lines).unicodeScalars.prefix { $0.properties.isWhitespace }
      guard let index = indent.firstIndex(where: { $0 != " " && $0 != "\t" }) else { continue }
      let column = indent.distance(from: indent.startIndex, to: index) + 1
      return YAMLSlip(
        "a no-break space stands in the indentation", at: (number, column),
        mend: mend)
    }
    return nil
  }

  /// The first key of a block without a blank behind its colon: the parser takes it for a text, which
  /// goes on up to the colon of the next key, or ends at a comment.
  private static func noBlank(
    _ problem: String, _ mark: Mark, _ lines: [Substring]
  ) -> YAMLSlip? {
    // A line that has a colon already has its own slip.
    guard problem.contains("mapping values") || problem.contains("did not find expected"),
      !before(mark, lines).contains(": ")
    else { return nil }
    for number in (1..<max(1, mark.line)).reversed() {
      let line = line(number, lines)
      let text = line.drop { $0 == " " }
      let pair = text.drop { " -".contains($0) }
      let key = pair.prefix(while: isInKey)
      let behind = pair.dropFirst(key.count)
      if FormKeys.all.contains(String(key)), behind.first == ":",
        let next = behind.dropFirst().first, !next.isWhitespace
      {
        let column = line.count - pair.count + 1
        return YAMLSlip(
          "this line is no key with its value", at: (number, column), mend: blankMend(String(key)))
      }
      // No text goes on across one of these.
      if text.first == "-" || text.first == "#" || text.contains(": ") || text.last == ":" {
        return nil
      }
    }
    return nil
  }

  /// How to mend a key without a blank behind its colon.
  static func blankMend(_ key: String) -> String {
    "write a blank after the colon of '\(key):'"
  }

  /// A sign that has a meaning of its own in YAML.
  private static func sign(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark, _ lines: [Substring]
  ) -> YAMLSlip? {
    if problem.contains("unknown escape character") {
      return YAMLSlip(
        "a backslash in double quotes changes what follows it", at: mark,
        mend: "write \\\\ for a backslash, or put the text in single quotes")
    }
    let isNamed =
      context.map { context in
        ["an alias", "an anchor", "a tag"].contains { context.text.contains($0) }
      } ?? false
    let place = isNamed ? context?.mark ?? mark : mark
    let isUnknown = ["undefined alias", "undefined tag handle", "start any token"]
      .contains { problem.contains($0) }
    guard isNamed || isUnknown, let sign = rest(from: place, lines).first
    else { return nil }
    return YAMLSlip(
      "'\(sign)' at the beginning of a text has a meaning of its own", at: place,
      mend: "put the text in double quotes")
  }

  /// A list or a set of keys in brackets.
  private static func list(
    _ context: YamlError.Context?, _ mark: Mark, _ lines: [Substring]
  ) -> YAMLSlip? {
    guard let context, context.text.contains("flow") else { return nil }
    let isMapping = context.text.contains("mapping")
    let rest = rest(from: mark, lines)
    // Where a key begins or ends here, it is the text before it that lacks a comma or the bracket.
    let last = String(before(mark, lines).reversed().prefix(while: isInKey).reversed())
    let next = String(rest.prefix(while: isInKey))
    if rest.first == ":", !FormKeys.all.contains(last) { return secondColon(at: mark) }
    if isMapping, !FormKeys.all.contains(next), let slip = goesOn(mark, lines) { return slip }
    let end = isMapping ? "}" : "]"
    return YAMLSlip(
      "the bracket that begins here is not closed", at: context.mark,
      mend: "part the entries with commas, and end them with '\(end)'")
  }

  /// A line that is no key with its value.
  private static func key(
    _ problem: String, _ context: YamlError.Context?, _ lines: [Substring]
  ) -> YAMLSlip? {
    guard let context, problem.contains("expected ':'") else { return nil }
    let text = rest(from: context.mark, lines)
    if let slip = dash(text, at: context.mark) { return slip }
    let key = text.prefix(while: isInKey)
    let behind = text.dropFirst(key.count)
    let quote = behind.drop { $0 == " " }.first
    let mend =
      if behind.first == ":" {
        blankMend(String(key))
      } else if behind.first == " ", quote == "\"" || quote == "'" {
        "write a colon after '\(key)'"
      } else {
        "indent it, where it goes on with what stands above, or write 'key: value'"
      }
    return YAMLSlip("this line is no key with its value", at: context.mark, mend: mend)
  }

  /// A line that begins with a dash, and with it no entry of a list.
  private static func dash(_ text: Substring, at mark: Mark) -> YAMLSlip? {
    switch text.first {
    case "-":
      return noBlankBehindDash(at: (mark.line, mark.column))
    case let dash? where "\u{2012}\u{2013}\u{2014}\u{2212}".contains(dash):
      return YAMLSlip(
        "'\(dash)' begins no entry of a list", at: mark,
        mend: "write a hyphen and a blank, '- ', in its place")
    default: return nil
    }
  }

  private static func noBlankBehindDash(at place: (line: Int, column: Int)) -> YAMLSlip {
    YAMLSlip(
      "a dash without a blank behind it begins no entry", at: place,
      mend: "write a blank after the '-'")
  }

  /// A colon in a text without quotation marks.
  private static func colon(
    _ problem: String, _ mark: Mark, _ lines: [Substring]
  ) -> YAMLSlip? {
    guard problem.contains("mapping values") else { return nil }
    let before = before(mark, lines)
    if before.contains(": ") { return secondColon(at: mark) }
    // What is indented deeper goes on with the text above it, even if it is meant for a key.
    let key = before.drop { " -".contains($0) }
    if FormKeys.all.contains(String(key)) { return nil }
    return YAMLSlip(
      "a colon with a blank behind it ends a key, and this line goes on with the text above it",
      at: mark,
      mend: "put the text in double quotes; a key begins in the column of those around it")
  }

  private static func secondColon(at mark: Mark) -> YAMLSlip {
    YAMLSlip(
      "a colon with a blank behind it ends a key, and this line has one already", at: mark,
      mend: "put the text in double quotes")
  }

  /// A text that goes on behind the quotation mark or the bracket that closes its beginning.
  private static func goesOn(_ mark: Mark, _ lines: [Substring]) -> YAMLSlip? {
    if rest(from: mark, lines).isEmpty { return nil }
    switch before(mark, lines).last(where: { $0 != " " }) {
    case "\"":
      return YAMLSlip(
        "the quotation ends before the text does", at: mark,
        mend: "put the whole text in double quotes, and write \\\" for each inside it")
    case "'":
      return YAMLSlip(
        "the quotation ends before the text does", at: mark,
        mend: "put the whole text in double quotes")
    case "]", "}":
      return YAMLSlip(
        "the bracket ends before the text does", at: mark,
        mend: "put the whole text in double quotes; the entries of a list stand within its bracket")
    default:
      return nil
    }
  }

  /// How far to either side of its neighbours' column a line may begin by mistake.
  private static let farthest = 3

  /// A line that begins in another column than those of its kind above it: entries of a list, or keys.
  private static func outOfLine(
    _ problem: String, _ mark: Mark, _ lines: [Substring]
  ) -> YAMLSlip? {
    guard problem.contains("did not find expected") || problem.contains("mapping values") else {
      return nil
    }
    /// Where a line's key begins and, where it begins an entry of a list, its dash.
    func start(_ number: Int) -> (key: Int, dash: Int?)? {
      let line = line(number, lines)
      let text = line.drop { $0 == " " }
      guard let first = text.first, first != "#" else { return nil }
      let column = line.count - text.count + 1
      guard first == "-" else { return (column, nil) }
      return (column + 1 + text.dropFirst().prefix { $0 == " " }.count, column)
    }
    // With no blank behind it the dash is a letter of a key, and the parser stops at the line below.
    for number in [mark.line, mark.line - 1] {
      guard let place = start(number), let dash = place.dash, place.key == dash + 1
      else { continue }
      return noBlankBehindDash(at: (number, dash))
    }
    guard let here = start(mark.line) else { return nil }
    let column = here.dash ?? here.key
    guard mark.column == column || problem.contains("mapping values") else { return nil }
    for number in (1..<max(1, mark.line)).reversed() {
      guard let above = start(number) else { continue }
      let like = here.dash == nil ? above.key : above.dash
      guard let like, abs(like - column) <= farthest else { continue }
      if like == column { return nil }
      let kind = here.dash == nil ? "the key" : "the '-'"
      return YAMLSlip(
        "this line begins in column \(column), \(kind) in line \(number) in column \(like)",
        at: (mark.line, column),
        mend: "begin the entries of a list, and the keys of an entry, in one column")
    }
    return nil
  }

  /// What YAML takes for its own in a text without quotation marks, or below a whole document.
  private static func unquoted(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark
  ) -> YAMLSlip? {
    if problem.contains("block sequence entries") {
      return YAMLSlip(
        "a '-' with a blank behind it begins an entry of a list", at: mark,
        mend: "put the text in double quotes, or begin the entry on a line of its own")
    }
    if context?.text.contains("single document") == true {
      return YAMLSlip(
        "a second document begins here, and a file holds one", at: mark,
        mend: "take '---' out, or give what follows a file of its own")
    }
    return nil
  }

  /// A quotation mark within a quotation of the same mark.
  private static func quotation(_ mark: Mark, _ lines: [Substring]) -> YAMLSlip? {
    let value = line(mark.line, lines).trimmingPrefix(#/[ \-]*(?:[a-z_\-]+: +)?/#)
    guard let quote = value.first, "\"'".contains(quote) else { return nil }
    let quotes = value.count { $0 == quote }
    // An apostrophe may have ended it, with no other mark behind.
    let isOpen = quote == "'" && value.last { !$0.isWhitespace } != quote
    guard quotes > 2 || quotes == 2 && isOpen else { return nil }
    return YAMLSlip(
      "the quotation ends before the text does", at: mark,
      mend: quote == "\""
        ? "write single quotation marks inside it, or \\\" for each"
        : "put the whole in double quotes, or write '' for each inside it")
  }
}
