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
  /// The file of a session that is held.
  private var held: Int32?

  /// What it finds where its sessions are kept.
  enum Sessions: String {
    case none
    /// A file is in the way.
    case unwritable
    /// The session `maya-7`, whose file is damaged.
    case damaged
    /// The session `maya-7`, which another program has open.
    case held
  }

  /// An engine that finds this.
  init(_ found: Sessions = .none) throws {
    (library, grader) = try Repository.parts.get()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sessions = folder.appendingPathComponent("sessions")
    switch found {
    case .none: break
    case .unwritable: try Data().write(to: sessions)
    case .damaged, .held:
      try FileManager.default.createDirectory(at: sessions, withIntermediateDirectories: true)
      let file = sessions.appendingPathComponent("maya-7.ndjson")
      try Data("{\n".utf8).write(to: file)
      if found == .held {
        let descriptor = open(file.path, O_RDWR | O_CLOEXEC)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw CocoaError(.fileLocking) }
        held = descriptor
      }
    }
    store = SessionStore(folder: sessions)
  }

  /// A new session host.
  func sessionHost() -> SessionHost {
    let session = Session(
      library: library, grader: grader, version: "0.0.0", seeds: SplitMix64(seed: 1))
    return SessionHost(session: session, store: store)
  }

  /// A path for a socket.
  var socketPath: String { folder.appendingPathComponent("s").path }

  /// Removes the sessions.
  func remove() {
    if let held { close(held) }
    try? FileManager.default.removeItem(at: folder)
  }
}

/// Lends an engine.
func withEngine<Result>(
  _ sessions: Engine.Sessions = .none, _ body: (Engine) async throws -> Result
) async throws -> Result {
  let engine = try Engine(sessions)
  defer { engine.remove() }
  return try await body(engine)
}
