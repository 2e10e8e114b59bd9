import Clients
import Foundation
import Grading
import Practice
import Records
import Repeatable
import Scenarios
import TestSupport

/// What a server is made of, with sessions in a folder of its own.
struct Engine: Sendable {
  private let library: Library
  private let grader: Grader
  private let folder: URL
  private let store: SessionStore

  /// An engine with no sessions yet, whose sessions can be saved or not: then a file is in the way.
  init(isUnwritable: Bool = false) throws {
    (library, grader) = try Repository.parts.get()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sessions = folder.appendingPathComponent("sessions")
    if isUnwritable { try Data().write(to: sessions) }
    store = SessionStore(folder: sessions)
  }

  /// A new seat.
  func seat() -> Seat {
    let session = Session(
      library: library, grader: grader, version: "0.0.0", seeds: SplitMix64(seed: 1))
    return Seat(session: session, store: store)
  }

  /// A path for a socket.
  var socketPath: String { folder.appendingPathComponent("s").path }

  /// Removes the sessions.
  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}

/// Lends an engine.
func withEngine<Result>(
  isUnwritable: Bool = false, _ body: (Engine) async throws -> Result
) async throws -> Result {
  let engine = try Engine(isUnwritable: isUnwritable)
  defer { engine.remove() }
  return try await body(engine)
}
