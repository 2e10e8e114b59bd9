import Diagnostics
import Foundation
import Listening
import Scenarios
import TestSupport
import Testing

@testable import PackFormat

/// The published JSON Schemas hold the decoder's own keys and values, so that an editor completes
/// what loads and marks what does not.
@Suite("The schemas for editors")
struct SchemaTests {
  /// A part of a schema, by the keys that lead to it.
  static func part(_ file: String, _ path: [String]) throws -> [String: Any] {
    let url = Repository.root.appendingPathComponent("Schemas/\(file).json")
    var object = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    for key in path { object = try #require(object[key] as? [String: Any], "\(key)") }
    return object
  }

  static let line = ["definitions", "line"]
  static let test = ["properties", "tests", "items"]

  /// Each form: where its schema stands, its keys, and a text in which it is empty.
  static let forms: [(String, [String], [String], String)] = [
    ("pack", [], FormKeys.pack, "pack"),
    ("vignette", [], FormKeys.vignette, "{}"),
    (
      "vignette", ["properties", "objectives", "items"], FormKeys.objective,
      Sample.with("- skill: reflection\n    text: Reflect.\n    source: Rogers 1957", "- {}")
    ),
    (
      "vignette", ["definitions", "opening"], FormKeys.opening, Sample.with(line: 10, "opening: {}")
    ),
    (
      "vignette", ["definitions", "generalAnswer"], FormKeys.answer,
      Sample.with("reactions:", "answers: [{}]\nreactions:")
    ),
    (
      "vignette", ["definitions", "fact"], FormKeys.fact,
      Sample.with("reactions:", "facts: [{}]\nreactions:")
    ),
    ("vignette", ["definitions", "topic"], FormKeys.topic, Sample.with(line: 18, "  - {}")),
    ("vignette", line, FormKeys.topicLine, Sample.with(line: 16, "      - {}")),
    (
      "vignette", ["properties", "reactions"], FormKeys.reactions,
      Sample.yaml.replacing(#/reactions:(.|\n)*closings/#, with: "reactions: {}\nclosings")
    ),
    (
      "vignette", ["definitions", "pool"], FormKeys.pool, Sample.with("judged: *pool", "judged: {}")
    ),
    (
      "vignette", ["definitions", "answer"], FormKeys.reactionLine,
      Sample.with("judged: *pool", "judged: {why: W, lines: [{}]}")
    ),
    (
      "vignette", ["properties", "closings"], FormKeys.closings,
      Sample.with(line: 32, "closings: {}")
    ),
    ("tests", [], FormKeys.tests, "tests"),
    ("tests", test, FormKeys.test, "test"),
    ("tests", test + ["properties", "expect", "items"], FormKeys.expectation, "expectation"),
  ]

  @Test(
    "Each form has the decoder's keys, and requires those that the decoder does", arguments: forms)
  func keys(file: String, path: [String], keys: [String], empty: String) throws {
    let part = try Self.part(file, path)
    let properties = try #require(part["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == keys.sorted())
    #expect(part["additionalProperties"] as? Bool == false)
    let required = part["required"] as? [String] ?? []
    #expect(required.sorted() == Self.missing(in: empty).sorted())
    for (key, value) in properties {
      let value = try #require(value as? [String: Any])
      #expect(value["description"] != nil || value["$ref"] != nil, "\(key)")
    }
  }

  /// The keys whose absence the decoder complains of.
  static func missing(in text: String) -> [String] {
    let faults =
      switch text {
      case "pack": (try? TemporaryPack(["pack.yaml": "{}"]))?.faults() ?? []
      case "tests": PackTestReadingTests.faults("{}")
      case "test": PackTestReadingTests.faults("format: 1\ntests: [{}]\n")
      case "expectation": PackTestReadingTests.faults(PackTestReadingTests.file("{}"))
      default: Sample.faults(text)
      }
    return faults.compactMap { $0.firstMatch(of: #/lacks '([^']+)'/#).map { String($0.1) } }
  }

  static func values<Value: CaseIterable & RawRepresentable>(_: Value.Type) -> [String]
  where Value.RawValue == String { Value.allCases.map(\.rawValue) }

  static let lists: [(file: String, path: [String], values: [String])] = [
    ("vignette", ["properties", "attachment"], values(Attachment.self)),
    ("vignette", ["properties", "history", "items"], values(History.self)),
    ("vignette", ["properties", "expectations", "items"], values(Expectation.self)),
    (
      "vignette", ["properties", "objectives", "items", "properties", "skill"],
      values(CodeName.self)
    ),
    ("vignette", line + ["properties", "depth"], ["1", "2", "3", "4"]),
    ("vignette", ["definitions", "generalAnswer", "properties", "to"], values(Inquiry.self)),
    ("vignette", ["definitions", "fact", "properties", "ask", "items"], values(Fact.Ask.self)),
    ("tests", expected("bond"), values(PackTest.Direction.self)),
    ("tests", expected("rupture"), values(PackTest.RuptureCourse.self)),
    ("tests", expected("ends"), values(SessionEnding.self)),
    ("tests", expected("answers"), FormKeys.reactions),
    ("tests", expected("code"), FormKeys.codes.map(\.name)),
    ("tests", expected("value"), FormKeys.codes.flatMap(\.expectable)),
    ("tests", expected("depth"), ["1", "2", "3", "4"]),
  ]

  static func expected(_ key: String) -> [String] {
    test + ["properties", "expect", "items", "properties", key]
  }

  @Test("Each choice has the decoder's values", arguments: lists)
  func choices(file: String, path: [String], values: [String]) throws {
    let choices = try #require(Self.part(file, path)["enum"] as? [Any])
    let listed = Set(choices.map { "\($0)" })
    #expect(listed == Set(values))
  }

  @Test("An expectation is about one of the decoder's subjects")
  func subjects() throws {
    let part = try Self.part("tests", Self.test + ["properties", "expect", "items"])
    let choices = try #require(part["oneOf"] as? [[String: [String]]])
    #expect(choices.compactMap { $0["required"]?.first } == FormKeys.claims)
  }

  @Test("The format is the one that is read", arguments: ["pack", "vignette", "tests"])
  func format(file: String) throws {
    let part = try Self.part(file, ["properties", "format"])
    #expect(part["const"] as? Int == Pack.currentFormat)
  }

  @Test("The first line of every shipped file and of the skeleton names its schema")
  func namedInFiles() throws {
    for pack in PackLoader.loadAll(in: Repository.scenarios).packs {
      let folder = Repository.scenarios.appendingPathComponent(pack.id)
      for file in PackFile.all(in: folder) {
        let text = String(decoding: try file.content.get(), as: UTF8.self)
        let name =
          switch file.role {
          case .manifest: "../../Schemas/pack.json"
          case .tests: "../../../Schemas/tests.json"
          default: "../../Schemas/vignette.json"
          }
        #expect(text.hasPrefix("# yaml-language-server: $schema=\(name)\n"), "\(file.label)")
      }
    }
    for (name, text) in PackSkeleton(title: "T", client: "Sam").files {
      let line = try #require(text.split(separator: "\n").first)
      let path = try #require(line.split(separator: "=").last)
      let schema = URL(fileURLWithPath: "/pack/\(name)").deletingLastPathComponent()
        .appendingPathComponent(String(path)).standardizedFileURL
      #expect(schema.path.hasPrefix("/pack/schemas/"))
      let published = Repository.root.appendingPathComponent("Schemas/\(schema.lastPathComponent)")
      #expect(FileManager.default.fileExists(atPath: published.path))
    }
  }
}
