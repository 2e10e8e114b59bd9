import Foundation
import Transcripts

/// The folder of saved sessions: one NDJSON file each, readable by its owner alone.
public struct SessionStore: Sendable {
  /// The folder.
  public let folder: URL

  /// A store in a folder, which is made when the first session is kept.
  public init(folder: URL) {
    self.folder = folder
  }

  /// Where sessions are kept by default: `attune/sessions` in the XDG data folder.
  public static func standard(environment: [String: String]) -> SessionStore {
    SessionStore(folder: XDG.data(environment).appendingPathComponent("sessions"))
  }

  /// The path of a session's file.
  public func path(of id: String) -> String {
    folder.appendingPathComponent(id + ".ndjson").path
  }

  /// Whether a name can be that of a session: letters, digits, hyphens and dots, not a dot first.
  public static func isValid(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 120 && !id.hasPrefix(".")
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }

  /// The saved session that was touched last, of those that are wanted, or `nil`.
  ///
  /// - Parameters:
  ///   - isWanted: Whether a session is wanted.
  ///   - damaged: Told of each session that is passed over because its file is damaged.
  /// - Returns: Its name and what it holds.
  public func latest(
    where isWanted: (Transcript) -> Bool, damaged: (StoreError) -> Void
  ) -> (id: String, transcript: Transcript)? {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: Array(keys))) ?? []
    let dated = files.filter { $0.pathExtension == "ndjson" }.map { url in
      (url, (try? url.resourceValues(forKeys: keys).contentModificationDate) ?? .distantPast)
    }
    for (url, _) in dated.sorted(by: { ($0.1, $0.0.path) > ($1.1, $1.0.path) }) {
      guard let data = FileManager.default.contents(atPath: url.path) else { continue }
      do throws(StoreError) {
        let transcript = try SavedTurns(data: data, path: url.path).transcript(path: url.path)
        if transcript.header != nil, isWanted(transcript) {
          return (url.deletingPathExtension().lastPathComponent, transcript)
        }
      } catch {
        damaged(error)
      }
    }
    return nil
  }

  /// The whole turns of a saved session, which may be open elsewhere; `nil` where there is none.
  func events(of id: String) throws(StoreError) -> [SessionEvent]? {
    guard Self.isValid(id), FileManager.default.fileExists(atPath: path(of: id)) else { return nil }
    guard let data = FileManager.default.contents(atPath: path(of: id)) else {
      throw StoreError("cannot read \(path(of: id))", errno: EACCES)
    }
    return try SavedTurns(data: data, path: path(of: id)).events
  }

  func create(stem: String, events: [SessionEvent]) throws(StoreError) -> (SessionFile, id: String)
  {
    try makeFolder()
    var number = 1
    while true {
      let id = number == 1 ? stem : "\(stem).\(number)"
      if let file = try SessionFile.create(at: path(of: id)) {
        do {
          try file.append(events)
        } catch {
          unlink(path(of: id))
          throw error
        }
        return (file, id)
      }
      number += 1
    }
  }

  /// Makes the folder and those above it, as far as they are missing, for their owner alone.
  private func makeFolder() throws(StoreError) {
    let parts = folder.standardizedFileURL.pathComponents
    for count in parts.indices.dropFirst() {
      let path = NSString.path(withComponents: Array(parts[...count]))
      // A file in the way shows with the next thing made beneath it.
      if mkdir(path, 0o700) != 0, errno != EEXIST {
        throw StoreError("cannot make the folder \(folder.path)", errno: errno)
      }
    }
  }
}

/// The folders of the XDG base directory specification.
public enum XDG {
  /// `attune` in the folder for data a user would miss.
  public static func data(_ environment: [String: String]) -> URL {
    folder("XDG_DATA_HOME", "/.local/share", environment)
  }

  /// `attune` in the folder for state that may go: histories.
  public static func state(_ environment: [String: String]) -> URL {
    folder("XDG_STATE_HOME", "/.local/state", environment)
  }

  private static func folder(_ key: String, _ fallback: String, _ environment: [String: String])
    -> URL
  {
    // The specification has relative paths ignored.
    let set = environment[key].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = set ?? (environment["HOME"] ?? NSHomeDirectory()) + fallback
    return URL(fileURLWithPath: base, isDirectory: true).appendingPathComponent("attune")
  }
}
