import Diagnostics
import Foundation
import Listening
import Scenarios
import Testing

@testable import PackFormat

@Suite("What an author expects of a vignette, as it is written")
struct PackTestReadingTests {
  static func read(_ yaml: String) throws -> [PackTest] {
    let ada = try Vignette(yaml: Sample.yaml, id: "ada", file: "ada.yaml")
    return try PackTest.read(yaml, of: ada, file: "tests/ada.yaml")
  }

  static func faults(_ yaml: String) -> [String] {
    do {
      _ = try read(yaml)
      return []
    } catch let list as DiagnosticList {
      return list.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  /// A file with one test and one expectation, which stands in line 7 from column 9.
  static func file(_ expectation: String) -> String {
    """
    format: 1
    tests:
      - name: One
        seed: 7
        replies: ["Hello.", ""]
        expect:
          - \(expectation)

    """
  }

  @Test(
    "Each kind of expectation is read",
    arguments: [
      ("bond: rises", .bond(.rises)), ("bond: falls", .bond(.falls)),
      ("bond-above: 40", .bondAbove(40)), ("bond-below: 0", .bondBelow(0)),
      ("says: Hello", .says("Hello")), ("never-says: \"Yes.\"", .neverSays("Yes.")),
      ("answers: judged", .answers("judged", lines: ["T"])),
      ("answers: explored", .answers("explored", lines: ["Well."])),
      ("rupture: opens", .rupture(.opens)), ("rupture: repaired", .rupture(.repaired)),
      ("rupture: none", .rupture(.none)), ("code: advice", .code(.code(.advice), value: nil)),
      ("{code: self_disclosure, value: none}", .code(.code(.selfDisclosure), value: "none")),
      ("{code: judgment_kind, value: blame}", .code(.judgmentKind, value: "blame")),
      ("{code: judgment_kind, value: none}", .code(.judgmentKind, value: "none")),
      ("{code: main, value: other}", .code(.main, value: "other")),
      ("ends: left", .ends(.left)),
    ] as [(String, PackTest.Claim)])
  func kinds(yaml: String, claim: PackTest.Claim) throws {
    let test = try #require(Self.read(Self.file(yaml)).first)
    #expect(test.name == "One" && test.seed == 7 && test.replies == ["Hello.", ""])
    #expect(test.expectations.map(\.claim) == [claim])
    #expect(test.expectations.first?.reply == nil)
    #expect(test.expectations.first?.location.description == "tests/ada.yaml:7:9")
  }

  @Test(
    "A seed is as large as one of a session may be",
    arguments: [
      ("0", 0), ("18446744073709551615", .max), ("18446744073709551616", nil), ("-1", nil),
    ] as [(String, UInt64?)])
  func seeds(text: String, seed: UInt64?) {
    let file = Self.file("bond: rises").replacing("seed: 7", with: "seed: \(text)")
    #expect((try? Self.read(file))?.first?.seed == seed)
    let fault =
      "tests/ada.yaml:4:11: error: 'seed' is not a whole number from 0 to 18446744073709551615; for "
      + "example 'seed: 0' [number]"
    #expect(Self.faults(file) == (seed == nil ? [fault] : []))
  }

  @Test("A second test of one name is told")
  func twice() {
    let file = Self.file("bond: rises")
    let second = file.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    #expect(
      Self.faults(file + second) == [
        "tests/ada.yaml:8:5: error: a second test 'One'; give it another name [duplicate-test]"
      ])
  }

  @Test("A depth is of one topic or of any, and an expectation may be of one reply")
  func qualified() throws {
    let one = try Self.read(Self.file("{topic: one, depth: 2, reply: 2}"))[0].expectations[0]
    guard case .depth(2, let lines, "one") = one.claim else {
      Issue.record("\(one)")
      return
    }
    #expect(lines.map(\.text) == ["A"])
    #expect(one.reply == 2)
    let any = try Self.read(Self.file("depth: 4"))[0].expectations[0]
    guard case .depth(4, let all, nil) = any.claim else {
      Issue.record("\(any)")
      return
    }
    #expect(all.map(\.text) == ["A"])
  }

  @Test(
    "A fault in an expectation has its place and its mend",
    arguments: [
      ("bond: rise", "7:15: error: unknown bond 'rise'; did you mean 'rises'? [unknown-value]"),
      (
        "bnd: rises",
        "7:9: error: unknown key 'bnd' in an expectation; did you mean 'bond'? [unknown-key]"
      ),
      (
        "bond-above: 101",
        "7:21: error: 'bond-above' is not a whole number from 0 to 100; for example 'bond-above: 0' "
          + "[number]"
      ),
      (
        "says: Helo.",
        "7:15: error: no line of the vignette holds “Helo.”; did you mean 'Hello.'? [no-such-line]"
      ),
      (
        "never-says: Something else entirely",
        "7:21: error: no line of the vignette holds “Something else entirely”; copy the line, or a "
          + "part of it, from the vignette [no-such-line]"
      ),
      (
        "{topic: on, depth: 1}",
        "7:17: error: unknown topic 'on'; did you mean 'one'? [unknown-value]"
      ),
      (
        "{code: reflection, value: open}",
        "7:35: error: unknown value of 'reflection' 'open'; one of simple, complex, none "
          + "[unknown-value]"
      ),
      (
        "code: main",
        "7:9: error: an expectation lacks 'value'; add 'value: …' [missing-key]"
      ),
      (
        "{code: main, value: none}",
        "7:29: error: unknown value of 'main' 'none'; one of reflection, question, input, other "
          + "[unknown-value]"
      ),
      (
        "{bond: rises, reply: 3}",
        "7:30: error: 'reply' is not a whole number from 1 to 2; for example 'reply: 1' [number]"
      ),
      (
        "{bond: rises, value: yes}",
        "7:23: error: 'value' goes with 'code' alone; take it out, or expect a code [expectation]"
      ),
      (
        "{bond: rises, rupture: none}",
        "7:23: error: 'bond' and 'rupture' are in one expectation; put each after a '-' of its "
          + "own [expectation]"
      ),
      (
        "{topic: drip}",
        "7:10: error: 'topic' alone says nothing to expect; add 'depth: 1', say [expectation]"
      ),
      (
        "{reply: 1, value: complex}",
        "7:20: error: 'value' alone says nothing to expect; add 'code: reflection', say "
          + "[expectation]"
      ),
      (
        "{reply: 1}",
        "7:9: error: an expectation says nothing to expect; write one of bond, bond-above, "
          + "bond-below, says, never-says, answers, rupture, depth, code, ends [expectation]"
      ),
      (
        "rises",
        "7:9: error: an expectation is not a set of keys and values; write 'key: value' lines, for "
          + "example 'bond: …' [not-a-mapping]"
      ),
    ])
  func faults(yaml: String, fault: String) {
    #expect(Self.faults(Self.file(yaml)) == ["tests/ada.yaml:\(fault)"])
  }

  @Test("A test without replies or without expectations says so, and all faults are told at once")
  func empty() {
    let yaml = "format: 1\ntests:\n  - {name: A, replies: [], expect: []}\n  - {replies: [x]}\n"
    #expect(
      Self.faults(yaml) == [
        "tests/ada.yaml:3:24: error: a test has 1 to 200 replies, and this has 0; write what the "
          + "trainee says, one '- \"…\"' line each [replies]",
        "tests/ada.yaml:3:36: error: 'expect' has no lines; write '- bond: rises', say [no-lines]",
        "tests/ada.yaml:4:5: error: a test lacks 'name'; add 'name: …' [missing-key]",
        "tests/ada.yaml:4:5: error: a test lacks 'expect'; add 'expect: …' [missing-key]",
      ])
  }

  @Test("A newer format of tests asks for a newer attune")
  func newer() {
    #expect(
      Self.faults("format: 2\ntests: []\n").first?.hasSuffix("update attune [format]") == true)
  }

  @Test("Tests of a vignette that is not there get the nearest one that is")
  func strayFile() throws {
    let holder = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.yaml,
      "tests/adda.yaml": Self.file("bond: rises"),
    ])
    let files = PackFile.all(in: holder.folder)
    let pack = try PackLoader.load(folder: holder.folder)
    do {
      _ = try PackTest.all(in: files, of: pack)
      Issue.record("a stray file is accepted")
    } catch {
      #expect(error.diagnostics.map(\.rule) == ["no-vignette"])
      #expect(error.diagnostics.first?.mend == "did you mean 'ada'?")
    }
  }

  @Test("Of the tests of a vignette with faults, what stands for itself is reported")
  func faultyVignette() throws {
    let holder = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.with(line: 5, "attachment: close"),
      "eve.yaml": Sample.yaml,
      "tests/ada.yaml": Self.file("{bond: rise, says: Helo., topic: on}"),
      "tests/eve.yaml": Self.file("says: Helo."),
    ])
    let files = PackFile.all(in: holder.folder)
    let (pack, faults) = PackLoader.read(name: "pack", label: "pack", files: files)
    #expect(pack.vignettes.map(\.id) == ["eve"])
    #expect(faults.map(\.rule) == ["unknown-value"])
    do {
      _ = try PackTest.all(in: files, of: pack)
      Issue.record("the faults are passed over")
    } catch {
      #expect(
        error.diagnostics.map(\.rule) == [
          "unknown-value", "expectation", "expectation", "no-such-line",
        ])
    }
  }

  @Test("Of thousands of wrong lines each is reported, the first ones with what was likely meant")
  func manyWrongLines() {
    let wrong = (0..<2000).map { _ in "says: Helo." }.joined(separator: "\n      - ")
    let faults = Self.faults(Self.file(wrong))
    #expect(faults.count == 2000)
    #expect(faults.first?.contains("did you mean 'Hello.'?") == true)
    #expect(faults.last?.contains("copy the line, or a part of it, from the vignette") == true)
  }

  @Test("A folder of tests that cannot be looked into is reported, and is not one without tests")
  func unreadable() throws {
    let holder = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.yaml,
    ])
    let pack = try PackLoader.load(folder: holder.folder)
    #expect(try PackTest.all(in: PackFile.all(in: holder.folder), of: pack).isEmpty)
    // A link to itself is there, and nobody can look into it.
    try holder.link("tests", to: holder.folder.appendingPathComponent("tests"))
    do {
      _ = try PackTest.all(in: PackFile.all(in: holder.folder), of: pack)
      Issue.record("the tests are left out in silence")
    } catch {
      #expect(error.diagnostics.map(\.rule) == ["unreadable-folder"])
    }
  }

  @Test("A folder of tests that lies elsewhere is not read")
  func linkOut() throws {
    let holder = try TemporaryPack([
      "pack.yaml": TemporaryPack.manifest, "ada.yaml": Sample.yaml,
    ])
    let elsewhere = try TemporaryPack(["ada.yaml": Self.file("bond: rises")])
    try holder.link("tests", to: elsewhere.folder)
    let pack = try PackLoader.load(folder: holder.folder)
    do {
      _ = try PackTest.all(in: PackFile.all(in: holder.folder), of: pack)
      Issue.record("a link out of the pack is followed")
    } catch {
      #expect(error.diagnostics.map(\.rule) == ["outside"])
    }
  }
}
