import Clients
import Foundation
import Grading
import LineProtocol
import Practice
import Records
import Repeatable
import Scenarios
import TestSupport
import Testing

extension Repository {
  static func session() throws -> Session {
    let (library, grader) = try parts.get()
    return Session(
      library: library, grader: grader, version: "0.0.0", seeds: SplitMix64(seed: 1))
  }
}

/// A store in a folder of its own.
struct TemporaryStore {
  let root: URL
  let store: SessionStore

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-records-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    store = SessionStore(folder: root.appendingPathComponent("attune/sessions"))
  }

  /// A session host at the store.
  func sessionHost() throws -> SessionHost {
    SessionHost(session: try Repository.session(), store: store)
  }

  /// A session host at the store that has begun `maya-1`: older than what is written from now on, even
  /// where a file system's clock is coarse.
  func oldSession() throws -> SessionHost {
    let sessionHost = try sessionHost()
    _ = try sessionHost.send("BEGIN foundations/maya SEED 1")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: store.path(of: "maya-1"))
    return sessionHost
  }

  /// What a session's file holds.
  func bytes(_ id: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: store.path(of: id)))
  }

  /// Puts a file in the place of a session's.
  func write(_ data: some DataProtocol, as id: String) throws {
    try Data(data).write(to: URL(fileURLWithPath: store.path(of: id)))
  }

  /// What can be read off a file's mode.
  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}

/// Lends a store, and removes it.
func withStore<Result>(_ body: (TemporaryStore) throws -> Result) throws -> Result {
  let store = try TemporaryStore()
  defer { try? FileManager.default.removeItem(at: store.root) }
  return try body(store)
}

extension SessionHost {
  /// Carries a command line out.
  func send(_ line: String) throws -> Reply {
    handle(try #require(try Command.parse(line).command)).reply
  }
}

extension Command.Parsed {
  /// The command, if the line was a whole one.
  var command: Command? {
    if case .command(let command) = self { command } else { nil }
  }
}
