import Files
import Foundation
import Transcripts

/// The folder of saved sessions: one NDJSON file each, readable by its owner alone.
public struct SessionStore: Sendable {
  /// The folder.
  public let folder: URL
  /// Whether the name of a new session ends in a random suffix, which acts as a bearer token, and
  /// sessions with other names cannot be fetched: for a store that several people share.
  public var usesUnguessableNames = false

  /// The number of letters in the suffix.
  private static let secretLetters = 8

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

  /// What a session is called in errors: where several people share the store, by its name, since
  /// they need not know where it lies; else by its file.
  func label(of id: String) -> String {
    usesUnguessableNames ? "session '\(id)'" : path(of: id)
  }

  /// Whether a name can be that of a session.
  public static func isValid(_ id: String) -> Bool { PlainName.isValid(id, most: 120) }

  /// Whether a session of this name may be in the store and be fetched from it.
  func canServe(_ id: String) -> Bool {
    Self.isValid(id) && (!usesUnguessableNames || Self.isSecret(id))
  }

  /// Whether a name ends as secret ones do; other names end in a number.
  private static func isSecret(_ id: String) -> Bool {
    let ending = id.utf8.suffix(secretLetters + 1)
    return ending.count == secretLetters + 1 && ending.first == UInt8(ascii: "-")
      && ending.dropFirst().allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// A name of a stem.
  private func name(_ stem: String, _ number: Int) -> String {
    if usesUnguessableNames {
      let letters = (0..<Self.secretLetters).map { _ in
        UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"))
      }
      return "\(stem)-\(String(decoding: letters, as: UTF8.self))"
    }
    return number == 1 ? stem : "\(stem).\(number)"
  }

  /// A saved session as its file stands.
  public struct Saved: Sendable {
    /// Its name.
    public var id: String
    /// What it holds.
    public var transcript: Transcript
    /// When it was touched last.
    public var touched: Date
  }

  /// The saved sessions, the one that was touched last first; each is read when it is asked for.
  ///
  /// - Parameters:
  ///   - damaged: Called for each session that is skipped because its file is damaged or cannot be
  ///     read.
  ///   - isWanted: Which sessions to give, by how they began; of others no more is read than that.
  /// - Returns: The sessions.
  /// - Throws: `FileError` if the folder exists and cannot be read.
  public func latestFirst(
    damaged: @escaping (FileError) -> Void, where isWanted: ((SessionHeader) -> Bool)? = nil
  ) throws(FileError) -> AnyIterator<Saved> {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    let dated = try names().map { name in
      let url = folder.appendingPathComponent(name)
      return (url, (try? url.resourceValues(forKeys: keys).contentModificationDate) ?? .distantPast)
    }
    var rest = dated.sorted { ($0.1, $0.0.path) > ($1.1, $1.0.path) }[...]
    return AnyIterator {
      while let (url, touched) = rest.popFirst() {
        if let isWanted, let header = SavedTurns.header(path: url.path), !isWanted(header) {
          continue
        }
        do throws(FileError) {
          let turns = try SavedTurns(path: url.path, label: url.path)
          let transcript = try turns.transcript(label: url.path)
          guard transcript.header != nil else { continue }
          let id = url.deletingPathExtension().lastPathComponent
          return Saved(id: id, transcript: transcript, touched: touched)
        } catch {
          damaged(error)
        }
      }
      return nil
    }
  }

  /// How the saved sessions began, in no order; only their first lines are read, and what is damaged
  /// or cannot be read is left out.
  public func headers() -> [SessionHeader] {
    let names = (try? names()) ?? []
    return names.compactMap { SavedTurns.header(path: folder.appendingPathComponent($0).path) }
  }

  /// Whether the sessions that one goes on from are saved, back to the first of its course.
  public func hasAll(before header: SessionHeader) -> Bool {
    var passed: Set<String> = []
    var before = header.after?.session
    while let id = before {
      // Files that were changed by hand may lead back to where they began.
      guard passed.insert(id).inserted, canServe(id),
        let header = SavedTurns.header(path: path(of: id))
      else { return false }
      before = header.after?.session
    }
    return true
  }

  /// A saved session; `nil` where there is none of this name, or its file cannot be read.
  public func transcript(of id: String) -> Transcript? {
    guard Self.isValid(id) else { return nil }
    let label = label(of: id)
    return try? SavedTurns(path: path(of: id), label: label).transcript(label: label)
  }

  /// The names of the sessions' files; none where there is no such folder. A file whose name is no
  /// session's, such as a file manager's copy of one, could not be fetched.
  private func names() throws(FileError) -> [String] {
    let end = ".ndjson"
    return try Folder.names(at: folder.path).filter {
      $0.hasSuffix(end) && Self.isValid(String($0.dropLast(end.count)))
    }
  }

  /// The whole turns of a saved session, which may be open elsewhere; `nil` where there is none.
  func events(of id: String) throws(FileError) -> [SessionEvent]? {
    guard canServe(id) else { return nil }
    do {
      return try SavedTurns(path: path(of: id), label: label(of: id)).events
    } catch  where error.isMissing {
      return nil
    }
  }

  func create(stem: String, events: [SessionEvent]) throws(FileError) -> (SessionFile, id: String) {
    try makeFolder()
    var number = 1
    while true {
      let id = name(stem, number)
      if let file = try SessionFile.create(at: path(of: id), label: label(of: id)) {
        do {
          try file.append(events)
        } catch {
          unlink(path(of: id))
          // There is no turn yet.
          throw error.system.map { FileError.system($0, "the session could not be saved") } ?? error
        }
        synchronizeFolder(folder.path)
        return (file, id)
      }
      number += 1
    }
  }

  private func makeFolder() throws(FileError) {
    do { try Folder.makePrivate(at: folder.path) } catch {
      let label = usesUnguessableNames ? "of the sessions" : folder.path
      throw .system(error, "cannot make the folder \(label)")
    }
  }
}
