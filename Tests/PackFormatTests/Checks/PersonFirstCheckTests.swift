import Diagnostics
import Foundation
import PackFormat
import Scenarios
import Testing

@Suite("Labels before the person")
struct PersonFirstCheckTests {
  /// The labels that are told in a summary of these lines.
  private func labels(_ summary: String) throws -> [String] {
    var files = Dictionary(
      uniqueKeysWithValues: PackSkeleton(title: "Test", client: "Sam").files.map {
        ($0.name, $0.text)
      })
    let old =
      "summary: >-\n  Who the client is and how they come to be here: what a trainee reads first."
    let yaml = try #require(files["sam.yaml"])
    #expect(yaml.contains(old))
    let lines = summary.split(separator: "\n").map { "\n  \($0)" }.joined()
    files["sam.yaml"] = yaml.replacing(old, with: "summary: |-\(lines)")
    let pack = try TemporaryPack(files)
    let faults = try PackLoader.load(folder: pack.folder).lint()
    return faults.filter { $0.rule == "person-first" }.map(\.message)
  }

  @Test(
    "A label is told wherever it stands, as a whole word in any case",
    arguments: [
      ("Sam is an addict.", "addict"), ("Sam (addict) comes on Mondays.", "addict"),
      ("He calls them \u{201C}addicts\u{201D}.", "addicts"),
      ("He is, they say, an\nalcoholic.", "alcoholic"),
      ("Alcoholic, out of work.", "alcoholic"), ("Sam's an addict's son.", "addict"),
      ("Sam suffers\nfrom panic.", "suffers from"),
      ("Sam is wheelchair-bound.", "wheelchair-bound"),
      ("Her brother committed suicide.", "committed suicide"),
      ("No victim of the war.", "victim of"),
    ])
  func told(summary: String, label: String) throws {
    #expect(try labels(summary) == ["'\(label)' puts the label before the person"])
  }

  @Test(
    "What is no label is left alone",
    arguments: [
      "Sam has recovered from an addiction.", "Sam joined Alcoholics Anonymous.",
      "Sam was addicted to painkillers.", "Alcoholism runs in the family.",
      "Sam has a disability, and helps disabled people.",
    ])
  func leftAlone(summary: String) throws {
    #expect(try labels(summary).isEmpty)
  }
}
