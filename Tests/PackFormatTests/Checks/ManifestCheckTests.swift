import Foundation
import PackFormat
import Testing

/// What `lint` says of the manifests of packs.
struct ManifestCheckTests {
  @Test(
    "Another spelling of the manifest's name is told, and is no vignette",
    arguments: ["Pack.yaml", "pack.yml", "PACK.YML"])
  func manifestName(name: String) throws {
    let pack = try TemporaryPack([name: TemporaryPack.manifest, "ada.yaml": Sample.yaml])
    #expect(
      pack.faults() == [
        "pack/pack.yaml: error: the file cannot be read; check that it is there, under this name "
          + "[unreadable]",
        "pack/\(name): warning: this file is no part of the pack and is not read; rename it "
          + "pack.yaml [file-name]",
      ])
  }

  /// The warnings on a pack of the sample vignette with another `pack.yaml`.
  private func manifestWarnings(_ old: String, _ new: String) throws -> [String] {
    let manifest = TemporaryPack.manifest.replacing(old, with: new)
    let pack = try TemporaryPack(["pack.yaml": manifest, "ada.yaml": Sample.yaml])
    return try PackLoader.load(folder: pack.folder).lint().map(\.description)
      .filter { $0.contains("/pack.yaml:") }
      .map { $0.replacing(pack.folder.path + "/", with: "") }
  }

  @Test(
    "A version, a language and a licence that programs cannot read are told with the mend",
    arguments: [
      (
        "version: 1.0.0", "version: 1.0",
        "pack.yaml:3:10: warning: the version '1.0' is not of the form 1.0.0; write three numbers "
          + "with dots between them [version]"
      ),
      (
        "version: 1.0.0", "version: 1.0.0-",
        "pack.yaml:3:10: warning: the version '1.0.0-' is not of the form 1.0.0; write three "
          + "numbers with dots between them [version]"
      ),
      (
        "language: en", "language: english",
        "pack.yaml:4:11: warning: 'english' begins with no language's code; write for example en, "
          + "de or pt-BR [language]"
      ),
      (
        "licence: CC0-1.0", "licence: foo",
        "pack.yaml:5:10: warning: 'foo' is no SPDX identifier; write for example CC-BY-SA-4.0, or "
          + "LicenseRef- and a name for terms of your own [licence]"
      ),
      (
        "licence: CC0-1.0", "licence: CC-BY-SA 4.0",
        "pack.yaml:5:10: warning: 'CC-BY-SA 4.0' is no SPDX identifier; did you mean "
          + "'CC-BY-SA-4.0'? [licence]"
      ),
      (
        "licence: CC0-1.0", "licence: LicenseRef-",
        "pack.yaml:5:10: warning: 'LicenseRef-' is no SPDX identifier; write for example "
          + "CC-BY-SA-4.0, or LicenseRef- and a name for terms of your own [licence]"
      ),
      (
        "title: Test", "title: \"Te\\nst\"",
        "pack.yaml:2:8: warning: the title has more than one line; write it in one line, in double "
          + "quotes [one-line]"
      ),
      (
        "A pack for tests.", "“A pack for tests.”",
        "pack.yaml:6:10: warning: the quotation marks are a part of the summary; write straight "
          + "quotation marks: \"…\" [curly-quotes]"
      ),
      (
        "title: Test", "title: Test\"",
        "pack.yaml:2:8: warning: the quotation mark at the end is a part of the title; put one "
          + "before the text, too, or take it out [lone-quote]"
      ),
      (
        "A pack for tests.", "Say in a sentence or two what the pack trains.",
        "pack.yaml:6:10: warning: the summary is as 'attune pack new' wrote it; write over it "
          + "[skeleton]"
      ),
    ])
  func manifest(old: String, new: String, warning: String) throws {
    #expect(try manifestWarnings(old, new) == [warning])
  }

  @Test(
    "What the standards allow is not doubted",
    arguments: [
      ("version: 1.0.0", "version: 0.10.2-beta.1+2024"), ("language: en", "language: de"),
      ("language: en", "language: zh-Hant"), ("language: en", "language: gsw-CH"),
      ("licence: CC0-1.0", "licence: LicenseRef-House"),
      ("licence: CC0-1.0", "licence: (cc-by-4.0 OR MIT)"),
    ])
  func allowed(old: String, new: String) throws {
    #expect(try manifestWarnings(old, new).isEmpty)
  }
}
