import Diagnostics
import Foundation
import Listening
import Scenarios
import Yams

extension PackTest {
  /// Reads the tests in a pack's files.
  ///
  /// - Parameters:
  ///   - files: The pack's files.
  ///   - pack: What has been read of them. Of the tests of a vignette that is not in it because of
  ///     faults, the form alone is looked at.
  /// - Returns: The tests of each vignette that has some.
  /// - Throws: `DiagnosticList` with everything that is wrong in them.
  public static func all(in files: [PackFile], of pack: Pack) throws(DiagnosticList)
    -> [(vignette: Vignette, tests: [PackTest])]
  {
    var found: [(Vignette, [PackTest])] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      if file.path == "tests", case .failure(let faults) = file.content {
        diagnostics += faults.diagnostics
      }
      guard case .tests(let id) = file.role else { continue }
      let vignette = pack.vignettes.first { $0.id == id }
      guard vignette != nil || files.contains(where: { $0.role == .vignette(id) }) else {
        let names = pack.vignettes.map(\.id)
        diagnostics.append(
          Diagnostic(
            .error, "no-vignette", at: Location(file: file.label),
            "there is no vignette '\(id)' to test",
            mend: NearName.hint(id, in: names) ?? "name the file after its vignette"))
        continue
      }
      do {
        let tests = try read(file.text(), of: vignette, file: file.label)
        if let vignette { found.append((vignette, tests)) }
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if !diagnostics.isEmpty { throw DiagnosticList(diagnostics) }
    return found
  }

  /// Reads the tests of a vignette from YAML; without one, what they say of it is not looked at.
  ///
  /// - Throws: `DiagnosticList` with everything that is wrong.
  static func read(_ text: String, of vignette: Vignette?, file: String) throws(DiagnosticList)
    -> [PackTest]
  {
    var reader = FormReader(file: file)
    var tests: [PackTest] = []
    if let form = reader.root(text, name: "the file of tests", keys: FormKeys.tests) {
      reader.checkFormat(form)
      let spoken = vignette.map(SpokenText.init)
      var names: Set<String> = []
      for node in reader.list("tests", in: form) {
        guard let test = reader.test(node, of: vignette, spoken) else { continue }
        if !test.name.isEmpty, !names.insert(test.name).inserted {
          reader.report(
            "duplicate-test", at: node, "a second test '\(Vignette.excerpt(test.name))'",
            mend: "give it another name")
        }
        tests.append(test)
      }
    }
    try reader.finish()
    return tests
  }
}

extension FormReader {
  /// Maximum number of replies in a test.
  static let maxReplies = 200
  /// Stop suggesting lines after this many faults; each suggestion scans every client line.
  private static let maxHints = 50

  mutating func test(_ node: Node, of vignette: Vignette?, _ spoken: SpokenText?) -> PackTest? {
    guard let form = form(node, name: "a test", keys: FormKeys.test) else { return nil }
    var test = PackTest()
    test.location = location(of: node)
    test.name = text("name", in: form)
    if let seed = form["seed"] { test.seed = number(seed, name: "seed", 0...UInt64.max) }
    let replies = list("replies", in: form)
    if let first = form["replies"], !(1...Self.maxReplies).contains(replies.count) {
      report(
        "replies", at: first,
        "a test has 1 to \(Self.maxReplies) replies, and this has \(replies.count)",
        mend: "write what the trainee says, one '- \"…\"' line each")
    }
    // A reply may be empty: silence.
    for reply in replies { test.replies.append(text(reply, name: "a reply", mayBeEmpty: true)) }
    let expectations = list("expect", in: form)
    if let node = form["expect"], expectations.isEmpty {
      report("no-lines", at: node, "'expect' has no lines", mend: "write '- bond: rises', say")
    }
    for node in expectations {
      if let expected = expectation(node, replies: test.replies.count, of: vignette, spoken) {
        test.expectations.append(expected)
      }
    }
    return test
  }

  private mutating func expectation(
    _ node: Node, replies: Int, of vignette: Vignette?, _ spoken: SpokenText?
  ) -> PackTest.Expected? {
    guard let form = form(node, name: "an expectation", keys: FormKeys.expectation) else {
      return nil
    }
    let subjects = form.pairs.filter { FormKeys.claims.contains($0.key) }
    guard let subject = subjects.first else {
      for (key, missing) in [("topic", "depth: 1"), ("value", "code: reflection")] {
        guard let stray = form.pairs.first(where: { $0.key == key }) else { continue }
        report(
          "expectation", at: stray.keyNode, "'\(key)' alone says nothing to expect",
          mend: "add '\(missing)', say")
        return nil
      }
      report(
        "expectation", at: node, "an expectation says nothing to expect",
        mend: "write one of \(FormKeys.claims.joined(separator: ", "))")
      return nil
    }
    if let second = subjects.dropFirst().first {
      report(
        "expectation", at: second.keyNode,
        "'\(subject.key)' and '\(second.key)' are in one expectation",
        mend: "put each after a '-' of its own")
    }
    for (key, owner) in [("topic", "depth"), ("value", "code")] where subject.key != owner {
      guard let stray = form.pairs.first(where: { $0.key == key }) else { continue }
      report(
        "expectation", at: stray.keyNode, "'\(key)' goes with '\(owner)' alone",
        mend: "take it out, or expect a \(owner)")
    }
    var reply: Int?
    if let node = form["reply"] { reply = number(node, name: "reply", 1...max(1, replies)) }
    let claim = claim(subject.key, subject.value, in: form, of: vignette, spoken)
    return claim.map { PackTest.Expected(claim: $0, reply: reply, location: location(of: node)) }
  }

  private mutating func claim(
    _ key: String, _ node: Node, in form: Form, of vignette: Vignette?, _ spoken: SpokenText?
  ) -> PackTest.Claim? {
    switch key {
    case "bond": return choice(node, name: key).map { .bond($0) }
    case "bond-above": return .bondAbove(number(node, name: key, 0...100))
    case "bond-below": return .bondBelow(number(node, name: key, 0...100))
    case "says": return .says(line(node, name: key, of: spoken))
    case "never-says": return .neverSays(line(node, name: key, of: spoken))
    case "answers":
      let list = word(node, name: key, known: FormKeys.reactions)
      return list.map { .answers($0, lines: vignette?.reactions.texts(of: $0) ?? []) }
    case "rupture": return choice(node, name: key).map { .rupture($0) }
    case "depth":
      let depth = number(node, name: key, ClientLine.depths)
      guard let vignette, let node = form["topic"] else {
        return .depth(depth, in: vignette?.disclosures ?? [], topic: nil)
      }
      let id = word(node, name: "topic", known: vignette.topics.map(\.id))
      let lines = vignette.topics.first { $0.id == id }?.lines ?? []
      return id.map { .depth(depth, in: lines + lines.compactMap(\.answer), topic: $0) }
    case "code":
      let name = word(node, name: key, known: FormKeys.codes.map(\.name))
      guard let code = name.flatMap(CodeVariable.init(name:)) else { return nil }
      // Each reply has a main behaviour; an expectation says which.
      let value = code == .main ? require("value", in: form) : form["value"]
      guard let value else { return .code(code, value: nil) }
      return word(value, name: "value of '\(code.name)'", known: code.expectable)
        .map { .code(code, value: $0) }
    default: return choice(node, name: key).map { .ends($0) }
    }
  }

  /// A text that at least one of the client's lines holds.
  private mutating func line(_ node: Node, name: String, of spoken: SpokenText?) -> String {
    let words = text(node, name: "'\(name)'")
    if let spoken, !words.isEmpty, !spoken.holds(words) {
      let near =
        diagnostics.count < Self.maxHints ? NearName.hint(words, in: spoken.lines) : nil
      report(
        "no-such-line", at: node, "no line of the vignette holds “\(Vignette.excerpt(words))”",
        mend: near ?? "copy the line, or a part of it, from the vignette")
    }
    return words
  }
}

/// Everything that a client can say, to search for many texts in.
struct SpokenText {
  /// Line by line.
  let lines: [String]
  /// The lines joined by a control character, which no vignette may contain.
  private let joined: String

  init(of vignette: Vignette) {
    lines = vignette.allClientText
    joined = lines.joined(separator: "\u{1}")
  }

  /// Whether a line contains these words. Both are NFC, so bytes can be compared, which is many
  /// times faster than comparing characters.
  func holds(_ words: String) -> Bool { strstr(joined, words) != nil }
}

extension CodeVariable {
  /// The values that can be expected: those of its presence, and 'none' where it can be absent.
  var expectable: [String] {
    values.filter { $0 != absentValue } + (self == .main ? [] : [Self.absence])
  }
}

extension Reactions {
  /// The texts of one list, by its key: one of `FormKeys.reactions`.
  func texts(of key: String) -> [String] {
    if let preface = Preface(rawValue: key) { return prefaces[preface] ?? [] }
    if key == "passed_over" { return passedOver }
    let lines =
      Standing(rawValue: key).flatMap { standing[$0] }
      ?? Occasional(rawValue: key).flatMap { occasional[$0] }
    return lines?.map(\.text) ?? []
  }
}
