import Foundation
import Grading
import Reports
import TestSupport
import Transcripts

import Scoring

/// A folder that is gone with the test.
final class Folder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("attune-scoring-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }
}

enum Fixtures {
  static func grader() throws -> Grader { try Repository.parts.get().grader }

  static let identity = RunIdentity(attune: "1", model: "m@1", format: "ndjson")

  /// Replies of different kinds, no two alike.
  static func replies(_ count: Int) -> [ReplyToScore] {
    let openings = ["You miss him", "What happened", "You should rest", "So", "“Why” 🙂"]
    return (0..<count).map { number -> ReplyToScore in
      let session: String? = number % 3 == 0 ? nil : "s\(number / 7)"
      let client: String? = number % 4 == 0 ? nil : "It was the \(number)th time."
      return ReplyToScore(
        session: session, id: .integer(Int64(number)), client: client,
        text: "\(openings[number % 5]), \(number).")
    }
  }
}
