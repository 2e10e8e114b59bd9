import Diagnostics
import Files
import Foundation
import PackFormat
import Scenarios

/// The installed packs: a folder with a record for each and, beside it, the pack's files.
///
/// A record `grief.json` names the folder that holds the pack, so replacing the record is the atomic
/// switch from one version to another.
public struct PackStore: Sendable {
  /// The folder.
  public let folder: URL

  /// A store in a folder, which is made when the first pack is installed.
  public init(folder: URL) {
    self.folder = folder
  }

  /// What became of an installation.
  public enum Outcome: Hashable, Sendable {
    /// The pack is new here.
    case installed(Record)
    /// It took the place of another version.
    case replaced(Record, by: Record)
    /// The very same is here already.
    case unchanged(Record)
  }

  // MARK: - Looking

  /// Every installed pack as its files were when it was installed, and what is wrong with others.
  public func loadAll() -> (packs: [(pack: Pack, record: Record)], diagnostics: [Diagnostic]) {
    var packs: [(Pack, Record)] = []
    var diagnostics: [Diagnostic] = []
    var installed: [String] = []
    do {
      installed = try names()
    } catch {
      diagnostics += error.diagnostics
    }
    for name in installed {
      do {
        packs.append(
          try retryingIfReplaced(name) { record throws(DiagnosticList) in
            let label = filesURL(record).path
            return (try PackLoader.load(name: name, label: label, files: verified(record)), record)
          })
      } catch {
        // Another program may have removed it since it was listed.
        if hasRecord(name) { diagnostics += error.diagnostics }
      }
    }
    return (packs, diagnostics)
  }

  /// The names of the installed packs, in order.
  ///
  /// - Throws: `DiagnosticList` where the folder cannot be looked into.
  public func names() throws(DiagnosticList) -> [String] {
    try PackFile.names(in: folder)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
      .filter(PackLoader.isName).sorted()
  }

  /// The files of an installed pack, in its state when it was installed.
  ///
  /// - Throws: `DiagnosticList` where it is not there or has changed since.
  public func files(of name: String) throws(DiagnosticList) -> [PackFile] {
    try retryingIfReplaced(name) { record throws(DiagnosticList) in try verified(record) }
  }

  /// Reads something by a pack's record, and again as long as another program has replaced the record
  /// meanwhile.
  private func retryingIfReplaced<Value>(
    _ name: String, _ read: (Record) throws(DiagnosticList) -> Value
  ) throws(DiagnosticList) -> Value {
    while true {
      let record = try record(of: name)
      do {
        return try read(record)
      } catch {
        guard let now = try? self.record(of: name), now != record else { throw error }
      }
    }
  }

  private func hasRecord(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: recordURL(name).path)
  }

  private func record(of name: String) throws(DiagnosticList) -> Record {
    let url = recordURL(name)
    guard
      let record = FileManager.default.contents(atPath: url.path)
        .flatMap({ Record($0, of: name) })
    else {
      throw refusal(
        "record", url, "the record of the pack '\(name)' cannot be read", reinstallHint(name))
    }
    return record
  }

  private func verified(_ record: Record) throws(DiagnosticList) -> [PackFile] {
    let files = PackFile.all(in: filesURL(record))
    let found = Checksum(of: files)
    guard found.files != record.files else { return files }
    let changed = Set(found.files.keys).union(record.files.keys).sorted()
      .filter { found.files[$0] != record.files[$0] }
    throw refusal(
      "changed", filesURL(record),
      "the pack '\(record.name)' is not as it was installed: \(changed.joined(separator: ", "))",
      reinstallHint(record.name))
  }

  // MARK: - Changing

  /// Installs a pack; its files have been checked by loading them.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - files: Its files.
  ///   - upgrade: Whether it may take the place of an installed one.
  /// - Returns: What became of it.
  /// - Throws: `DiagnosticList` with the reason why nothing has changed.
  public func install(_ pack: Pack, files: [PackFile], upgrade: Bool) throws(DiagnosticList)
    -> Outcome
  {
    let checksum = Checksum(of: files)
    let new = Record(name: pack.id, version: pack.version, checksum: checksum)
    try makeFolder(folder)
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    let twin = try names().first { $0.lowercased() == pack.id.lowercased() }
    if let twin, twin != pack.id {
      throw refusal(
        "name-clash", folder, "a pack '\(twin)' is installed, which differs in case alone",
        "give the folder another name")
    }
    let old = try? record(of: pack.id)
    if let old, old == new, (try? verified(old)) != nil { return .unchanged(old) }
    // The same content once more mends what has changed since.
    if let twin, !upgrade, old?.sha256 != new.sha256 {
      let known = old.map { ", version \($0.version)" } ?? ", and its record cannot be read"
      throw refusal(
        "name-clash", recordURL(twin), "a pack '\(twin)' is installed already\(known)",
        "--upgrade puts version \(pack.version) in its place")
    }
    defer { removeStaleFiles(of: pack.id) }
    try write(files, to: filesURL(new))
    try write(new)
    return old.map { .replaced($0, by: new) } ?? .installed(new)
  }

  /// Removes an installed pack, damaged or not.
  ///
  /// - Throws: `DiagnosticList` where it is not there or cannot be removed.
  public func remove(_ name: String) throws(DiagnosticList) {
    let installed = try names()
    let missing = refusal(
      "not-installed", folder, "no pack '\(name)' is installed",
      NearName.hint(name, in: installed) ?? "'attune pack list' tells which are", .missing)
    guard installed.contains(name) else { throw missing }
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    // Without its record a pack is not installed, whatever is left of its files.
    guard unlink(recordURL(name).path) == 0 else {
      let error = SystemError.last
      throw error.code == ENOENT ? missing : failure("remove", recordURL(name), "\(error)")
    }
    synchronizeFolder(folder.path)
    removeStaleFiles(of: name)
  }

  /// What stands in the folder only while a process installs a pack, under a name of its own.
  private enum Temporary: String {
    /// The pack's new files.
    case new
    /// Those whose place they take.
    case old
    /// The new record.
    case record

    /// Whether something in the folder has such a name, of whatever process.
    static func isName(_ entry: String) -> Bool {
      guard let match = entry.wholeMatch(of: /\.([a-z]+)-[0-9]+/) else { return false }
      return Temporary(rawValue: String(match.output.1)) != nil
    }
  }

  private func temporary(_ kind: Temporary) -> URL {
    folder.appendingPathComponent(".\(kind.rawValue)-\(getpid())")
  }

  private func write(_ files: [PackFile], to place: URL) throws(DiagnosticList) {
    let temporary = temporary(.new)
    try? FileManager.default.removeItem(at: temporary)
    try makeFolder(temporary)
    var folders: Set<String> = []
    for file in files {
      let url = temporary.appendingPathComponent(file.path)
      let above = url.deletingLastPathComponent()
      try makeFolder(above)
      try write(try file.content.get(), to: url)
      folders.insert(above.path)
    }
    folders.forEach(synchronizeFolder)
    do { try putInPlace(temporary, place) } catch { throw failure("write", place, "\(error)") }
    synchronizeFolder(folder.path)
  }

  /// Gives a folder its name. What has the name already is an earlier attempt, or has been changed
  /// since: it steps aside first, and back where the new one cannot be had.
  private func putInPlace(_ new: URL, _ place: URL) throws(SystemError) {
    let aside = temporary(.old)
    defer { try? FileManager.default.removeItem(at: aside) }
    try? FileManager.default.removeItem(at: aside)
    if rename(place.path, aside.path) != 0, errno != ENOENT { throw .last }
    guard rename(new.path, place.path) == 0 else {
      let error = SystemError.last
      rename(aside.path, place.path)
      throw error
    }
  }

  private func write(_ record: Record) throws(DiagnosticList) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else {
      throw refusal(
        "record", recordURL(record.name), "the record cannot be written",
        reinstallHint(record.name))
    }
    let temporary = temporary(.record)
    try write([UInt8](data) + [0x0A], to: temporary)
    guard rename(temporary.path, recordURL(record.name).path) == 0 else {
      let error = SystemError.last
      throw failure("write", recordURL(record.name), "\(error)")
    }
    synchronizeFolder(folder.path)
  }

  /// Writes a file and waits until it is on the disk.
  private func write(_ bytes: [UInt8], to url: URL) throws(DiagnosticList) {
    do {
      let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
      try OpenFile(url.path, flags, mode: 0o644).write(bytes)
    } catch {
      throw failure("write", url, error.description)
    }
  }

  /// Removes a pack's files other than those that its record names, and what an interrupted
  /// installation left. All else in the folder stays: it belongs to another pack or to the user.
  private func removeStaleFiles(of name: String) {
    let kept = try? record(of: name).folderName
    // A record that cannot be read may name any of them.
    let isUnclear = kept == nil && hasRecord(name)
    // If the folder cannot be read now, the next call removes the rest.
    for entry in (try? PackFile.names(in: folder)) ?? [] {
      let isTemporary = Temporary.isName(entry)
      let isFilesFolder =
        entry.hasPrefix(name + "-")
        && entry.dropFirst(name.count + 1).wholeMatch(of: /[0-9a-f]{16}/) != nil
      if isTemporary || isFilesFolder && entry != kept && !isUnclear {
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(entry))
      }
    }
  }

  /// Locks the store for this process until the file is closed.
  private func lock() throws(DiagnosticList) -> OpenFile {
    let url = folder.appendingPathComponent(".lock")
    let file: OpenFile
    do { file = try OpenFile(url.path, O_RDWR | O_CREAT, mode: 0o600) } catch {
      throw failure("write", url, error.description)
    }
    do { try file.lock(waitingAtMost: .seconds(10)) } catch {
      let isHeld = error.code == EWOULDBLOCK
      throw failure(
        "lock", url, isHeld ? "another attune is changing the packs" : error.description)
    }
    return file
  }

  private func makeFolder(_ url: URL) throws(DiagnosticList) {
    do { try Folder.makePrivate(at: url.path) } catch {
      throw failure("make", url, error.description)
    }
  }

  private func recordURL(_ name: String) -> URL { folder.appendingPathComponent(name + ".json") }

  private func filesURL(_ record: Record) -> URL {
    folder.appendingPathComponent(record.folderName, isDirectory: true)
  }

  private func reinstallHint(_ name: String) -> String {
    "install it again with --upgrade, or remove it with 'attune pack remove \(name)'"
  }

  private func refusal(
    _ rule: String, _ url: URL, _ message: String, _ mend: String,
    _ cause: Diagnostic.Cause = .content
  ) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(.error, rule, at: Location(file: url.path), message, mend: mend, cause: cause)
    ])
  }

  /// The error for something that the system could not do.
  private func failure(_ verb: String, _ url: URL, _ reason: String) -> DiagnosticList {
    refusal(
      "not-written", url, "cannot \(verb) it: \(reason)", "see to it and try again", .unwritable)
  }
}
