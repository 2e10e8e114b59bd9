import Foundation
import Testing

/// The example sessions in `Transcripts`, which the program itself wrote.
struct SavedTranscriptsTests {
  static let files =
    ((try? FileManager.default.contentsOfDirectory(
      at: Program.root.appendingPathComponent("Transcripts"), includingPropertiesForKeys: nil))
    ?? [])
    .filter { $0.pathExtension == "ndjson" }
    .sorted { $0.path < $1.path }

  @Test("There are at least six of them")
  func count() {
    #expect(Self.files.count >= 6)
  }

  @Test("Each replays, and every reply scores the same again", arguments: files)
  func replay(file: URL) throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("replay", file.path)
    #expect(result.status == 0)
    #expect(result.output.contains("0 scored otherwise"), "\(result.output.suffix(400))")
  }

  @Test("Played again, each comes out byte for byte", arguments: files)
  func playAgain(file: URL) throws {
    let program = try Program()
    defer { program.remove() }
    let saved = try String(contentsOf: file, encoding: .utf8)
    let events = try saved.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let header = try #require(events.first)
    let vignette = try #require(header["vignette"] as? String)
    let seed = try #require(header["seed"] as? Int)
    // Replies with line breaks are continued with a backslash, as a person would type them, and two
    // empty lines are silence.
    let replies = events.filter { $0["type"] as? String == "reply" }
      .compactMap { $0["text"] as? String }
      .map { ($0.isEmpty ? "\n" : $0.replacing("\n", with: "\\\n")) + "\n" }
    _ = try program.run("practice", vignette, "--seed", "\(seed)", input: replies.joined())
    let name = try #require(vignette.split(separator: "/").last)
    let again = program.sessions.appendingPathComponent("\(name)-\(seed).ndjson")
    #expect(try String(contentsOf: again, encoding: .utf8) == saved)
  }
}
