import Diagnostics
import Foundation
import Scenarios
import Yams

/// Reads a YAML file's nodes against an expected form and collects every error with its place.
///
/// Reading continues after a fault with an empty value, so that an author sees all faults at once.
/// Nodes are walked rather than decoded, because a node knows its place in the file.
struct FormReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  /// What an author should look at, though it can be read.
  private(set) var warnings: [Diagnostic] = []
  /// The places of each passage, for later checks.
  private(set) var places: [Passage: [Location]] = [:]
  /// The file's lines, as what YAML counts in columns: a text's place in a long one is had at once.
  private(set) var lines: [[Unicode.Scalar]] = []
  /// The names that aliases refer to, collected once where the first anchor is met.
  private(set) lazy var aliases: Set<String> = Self.aliases(in: lines)

  init(file: String) {
    self.file = file
  }

  /// A mapping: its pairs and where it begins.
  struct Form {
    var pairs: [(key: String, keyNode: Node, value: Node)]
    var node: Node
    var name: String

    subscript(key: String) -> Node? { pairs.first { $0.key == key }?.value }
  }

  mutating func report(_ rule: String, at node: Node?, _ message: String, mend: String? = nil) {
    diagnostics.append(Diagnostic(.error, rule, at: location(of: node), message, mend: mend))
  }

  func location(of node: Node?) -> Location {
    Location(file: file, line: node?.mark?.line, column: node?.mark?.column)
  }

  /// Ends reading.
  ///
  /// - Throws: `DiagnosticList` with every error, in the order of the file.
  func finish() throws(DiagnosticList) {
    if diagnostics.isEmpty { return }
    func place(_ found: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
      (found.element.location?.line ?? 0, found.element.location?.column ?? 0, found.offset)
    }
    let ordered = diagnostics.enumerated().sorted { place($0) < place($1) }
    throw DiagnosticList(ordered.map(\.element))
  }

  /// The document's root as a mapping, or `nil` with the reason reported.
  mutating func root(_ text: String, name: String, keys: [String]) -> Form? {
    if let fault = Self.tooManySigns(text, file: file) {
      diagnostics.append(fault)
      return nil
    }
    // The parser treats a byte order mark as text.
    let marked = text.unicodeScalars.first == "\u{FEFF}"
    let yaml = marked ? String(text.unicodeScalars.dropFirst()) : text
    lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0.unicodeScalars) }
    do {
      guard let node = try Unfolding.compose(yaml, file: file) else {
        report("empty", at: nil, "the file is empty", mend: "see Documentation/PackFormat.md")
        return nil
      }
      return form(node, name: name, keys: keys)
    } catch let error as YamlError {
      diagnostics.append(Self.diagnostic(for: error, in: yaml, file: file))
    } catch let list as DiagnosticList {
      diagnostics += list.diagnostics
    } catch {
      report("yaml", at: nil, "not YAML: \(error)")
    }
    return nil
  }

  /// A node as a mapping with known keys; unknown ones are reported with the nearest known one.
  mutating func form(_ node: Node, name: String, keys: [String]) -> Form? {
    guard case .mapping(let mapping) = node else {
      report(
        "not-a-mapping", at: node, "\(name) is not a set of keys and values",
        mend: "write 'key: value' lines, for example '\(keys.first ?? "key"): …'")
      return nil
    }
    var pairs: [(String, Node, Node)] = []
    for (keyNode, value) in mapping {
      guard let key = keyNode.scalar?.string else {
        report("key", at: keyNode, "a key must be plain text", mend: "write 'key: value'")
        continue
      }
      if keys.contains(key) {
        pairs.append((key, keyNode, value))
        continue
      }
      // A text with a colon behind its key, and no blank between, makes a key as far as its own colon.
      let joined = keys.first { key.hasPrefix($0 + ":") }
      let near = joined ?? NearName.of(key, in: keys)
      let known = "the keys here are \(keys.joined(separator: ", "))"
      report(
        "unknown-key", at: keyNode, "unknown key '\(key)' in \(name)",
        mend: joined.map(YAMLSlip.blankMend) ?? near.map { "did you mean '\($0)'?" } ?? known)
      // Treat the near match as the intended key, so it is not also reported missing.
      if let near { pairs.append((near, keyNode, value)) }
    }
    return Form(pairs: pairs, node: node, name: name)
  }

  /// The node of a required key.
  mutating func require(_ key: String, in form: Form) -> Node? {
    if let node = form[key] { return node }
    report("missing-key", at: form.node, "\(form.name) lacks '\(key)'", mend: "add '\(key): …'")
    return nil
  }

  /// The text of a required key, composed to NFC, without white space at its ends.
  mutating func text(
    _ key: String, in form: Form, as passage: ((String) -> Passage)? = nil
  ) -> String {
    guard let node = require(key, in: form) else { return "" }
    return text(node, name: "'\(key)'", as: passage)
  }

  /// A node as text; if it is a passage, its place is recorded.
  mutating func text(
    _ node: Node, name: String, mayBeEmpty: Bool = false, as passage: ((String) -> Passage)? = nil
  ) -> String {
    guard case .scalar(let scalar) = node else {
      report("not-text", at: node, "\(name) is not text", mend: Self.mendOfNoText(node))
      return ""
    }
    if reportUnsaid(before: node, name: name) { return "" }
    let text = Self.tidy(scalar.string)
    if text.isEmpty, !mayBeEmpty {
      report("empty-text", at: node, "\(name) is empty", mend: "write something")
    }
    // The control characters: C0, DEL and C1.
    let control = text.unicodeScalars.first {
      $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
    }
    if let control {
      report(
        "control-character", at: node,
        "\(name) holds the control character \(Self.codePoint(control))", mend: "delete it")
    }
    warnings += cutOff(scalar, mayBeWord: passage == nil)
    if let passage { places[passage(text), default: []].append(location(of: node)) }
    return text
  }

  /// A text composed to NFC, without white space at its ends.
  static func tidy(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    let trimmed = String(scalars[first...last])
    // Text below the combining marks is already composed; most text is.
    let isComposed = trimmed.unicodeScalars.allSatisfy { $0.value < 0x300 }
    return isComposed ? trimmed : trimmed.precomposedStringWithCanonicalMapping
  }

  /// The whole number of a required key, within a range.
  mutating func number(_ key: String, in form: Form, _ range: ClosedRange<Int>) -> Int {
    guard let node = require(key, in: form) else { return range.lowerBound }
    return number(node, name: key, range)
  }

  /// A node as a whole number within a range.
  mutating func number<Value: FixedWidthInteger>(
    _ node: Node, name: String, _ range: ClosedRange<Value>
  ) -> Value {
    guard let value = node.scalar.flatMap({ Value($0.string) }), range.contains(value) else {
      report(
        "number", at: node,
        "'\(name)' is not a whole number from \(range.lowerBound) to "
          + "\(range.upperBound)", mend: "for example '\(name): \(range.lowerBound)'")
      return range.lowerBound
    }
    return value
  }

  /// The elements of a list under a key.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - form: The mapping.
  ///   - required: Whether it must be there; one that need not may be empty, too.
  ///   - known: The words that its entries can be, where not every text can.
  /// - Returns: The elements; none where there is no such list, which is reported.
  mutating func list(
    _ key: String, in form: Form, required: Bool = true, known: [String]? = nil
  ) -> [Node] {
    let found = required ? require(key, in: form) : form[key]
    guard let found else { return [] }
    guard case .sequence(let sequence) = found else {
      let words = FormKeys.words.contains(key) ? found.scalar?.string ?? "" : ""
      let areKnown =
        known.map { known in
          words.split(separator: ",").allSatisfy { known.contains(Self.tidy(String($0))) }
        } ?? true
      var ways: [String] = []
      if !words.isEmpty, !words.contains(where: \.isNewline), areKnown {
        ways.append("'\(key): [\(Vignette.excerpt(words))]'")
      }
      if !required { ways.append("'\(key): []' for none") }
      ways.append("'- …' lines below it")
      report(
        "not-a-list", at: found, "'\(key)' is not a list",
        mend: "write \(ways.joined(separator: ", or "))")
      return []
    }
    return Array(sequence)
  }

  /// Reports a list that is there and empty.
  mutating func requireEntries(_ key: String, in form: Form, mend: String) {
    guard let node = form[key], node.sequence?.isEmpty == true else { return }
    report("empty-list", at: node, "'\(key)' is empty", mend: mend)
  }

  /// Keeps the places of a form's keys, for checks of what stands under one as a whole.
  mutating func keepPlaces(ofKeysIn form: Form) {
    for pair in form.pairs { keepPlace(of: pair.keyNode, as: .list(pair.key)) }
  }

  /// Keeps the place of a node that is no text.
  mutating func keepPlace(of node: Node, as passage: Passage) {
    places[passage, default: []].append(location(of: node))
  }

  /// The texts of a list under a key.
  mutating func texts(
    _ key: String, in form: Form, required: Bool = true, as passage: ((String) -> Passage)? = nil
  ) -> [String] {
    var result: [String] = []
    for node in list(key, in: form, required: required) {
      result.append(text(node, name: "an entry of '\(key)'", as: passage))
    }
    return result
  }

  /// One of an enumeration's values.
  mutating func choice<Value: CaseIterable & RawRepresentable>(_ node: Node, name: String) -> Value?
  where Value.RawValue == String {
    word(node, name: name, known: Value.allCases.map(\.rawValue)).flatMap(Value.init)
  }

  /// One of the words that are known here.
  mutating func word(_ node: Node, name: String, known: [String]) -> String? {
    let word = text(node, name: name)
    if known.contains(word) { return word }
    let fallback = "one of \(known.joined(separator: ", "))"
    if !word.isEmpty {
      report(
        "unknown-value", at: node, "unknown \(name) '\(word)'",
        mend: NearName.hint(word, in: known) ?? fallback)
    }
    return nil
  }

  /// One of an enumeration's values for each element of a list.
  mutating func choices<Value: CaseIterable & RawRepresentable>(_ key: String, in form: Form)
    -> [Value] where Value.RawValue == String
  {
    var result: [Value] = []
    let known = Value.allCases.map(\.rawValue)
    for node in list(key, in: form, required: false, known: known) {
      if let value: Value = choice(node, name: key) { result.append(value) }
    }
    return result
  }
}
