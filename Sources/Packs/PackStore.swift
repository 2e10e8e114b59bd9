import Diagnostics
import Foundation
import Scenarios

/// The installed packs: a folder with a record for each and, beside it, the pack's files.
///
/// A record `grief.json` names the folder that holds the pack, so that writing the record anew is
/// all it takes to put one version in another's place: whoever looks sees the old or the new one.
public struct PackStore: Sendable {
  /// The folder.
  public let folder: URL

  /// A store in a folder, which is made when the first pack is installed.
  public init(folder: URL) {
    self.folder = folder
  }

  /// What is known of an installed pack.
  public struct Record: Codable, Hashable, Sendable {
    /// The format of the record.
    public var format = 1
    /// The pack's name.
    public var name: String
    /// The pack's own version.
    public var version: String
    /// The pack's checksum.
    public var sha256: String
    /// The checksum of each file.
    public var files: [String: String]

    /// Where the files lie: a folder beside the record. The checksum gives each content its own.
    var place: String { "\(name)-\(sha256.prefix(16))" }
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
    for name in names() {
      do {
        let record = try record(of: name)
        packs.append((try load(record), record))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    return (packs, diagnostics)
  }

  /// The names of the installed packs, in order.
  public func names() -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
      .filter(PackLoader.isName).sorted()
  }

  /// The files of an installed pack, in its state when it was installed.
  ///
  /// - Throws: `DiagnosticList` where it is not there or has changed since.
  public func files(of name: String) throws(DiagnosticList) -> [PackFile] {
    try verified(try record(of: name))
  }

  private func record(of name: String) throws(DiagnosticList) -> Record {
    let url = recordURL(name)
    guard let data = FileManager.default.contents(atPath: url.path),
      let record = try? JSONDecoder().decode(Record.self, from: data), record.format == 1,
      record.name == name, !record.place.contains("/")
    else {
      throw refusal("record", url, "the record of the pack '\(name)' cannot be read", Self.again)
    }
    return record
  }

  private func load(_ record: Record) throws(DiagnosticList) -> Pack {
    try PackLoader.load(
      name: record.name, label: filesURL(record).path, files: try verified(record))
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
      Self.again)
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
    let new = Record(
      name: pack.id, version: pack.version, sha256: checksum.pack, files: checksum.files)
    try makeFolder(folder)
    let lock = try lock()
    defer { close(lock) }
    let twin = names().first { $0.lowercased() == pack.id.lowercased() }
    if let twin, twin != pack.id {
      throw refusal(
        "name-clash", folder, "a pack '\(twin)' is installed, which differs in case alone",
        "give the folder another name")
    }
    let old = try? record(of: pack.id)
    if let old, old == new, (try? verified(old)) != nil { return .unchanged(old) }
    // The same content once more mends what has changed since.
    if let twin, !upgrade, old?.sha256 != new.sha256 {
      throw refusal(
        "name-clash", recordURL(twin),
        "a pack '\(twin)' is installed already\(old.map { ", version \($0.version)" } ?? "")",
        "--upgrade puts version \(pack.version) in its place")
    }
    try write(files, to: filesURL(new))
    try write(new)
    removeStrays()
    return old.map { .replaced($0, by: new) } ?? .installed(new)
  }

  /// Removes an installed pack, damaged or not.
  ///
  /// - Throws: `DiagnosticList` where it is not there or cannot be removed.
  public func remove(_ name: String) throws(DiagnosticList) {
    guard names().contains(name) else {
      throw refusal(
        "not-installed", folder, "no pack '\(name)' is installed",
        NearName.hint(name, in: names()) ?? "'attune pack list' tells which are")
    }
    let lock = try lock()
    defer { close(lock) }
    // Without its record a pack is not installed, whatever is left of its files.
    guard unlink(recordURL(name).path) == 0 else { throw failure("remove", recordURL(name)) }
    removeStrays()
  }

  private func write(_ files: [PackFile], to place: URL) throws(DiagnosticList) {
    let half = folder.appendingPathComponent(".new-\(getpid())")
    try? FileManager.default.removeItem(at: half)
    try makeFolder(half)
    for file in files {
      let url = half.appendingPathComponent(file.path)
      try makeFolder(url.deletingLastPathComponent())
      try write(try file.content.get(), to: url)
    }
    // What is there under this checksum is an earlier attempt, or has been changed since.
    try? FileManager.default.removeItem(at: place)
    guard rename(half.path, place.path) == 0 else { throw failure("write", place) }
  }

  private func write(_ record: Record) throws(DiagnosticList) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else {
      throw refusal("record", recordURL(record.name), "the record cannot be written", Self.again)
    }
    let half = folder.appendingPathComponent(".record-\(getpid())")
    try write([UInt8](data) + [0x0A], to: half)
    guard rename(half.path, recordURL(record.name).path) == 0 else {
      throw failure("write", recordURL(record.name))
    }
  }

  /// Writes a file and waits until it is on the disk.
  private func write(_ bytes: [UInt8], to url: URL) throws(DiagnosticList) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(url.path, flags, 0o644)
    guard descriptor >= 0 else { throw failure("write", url) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", url) }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("write", url) }
  }

  /// Takes away what no record names: older versions, and what a crash left behind.
  private func removeStrays() {
    let places = Set(names().compactMap { try? record(of: $0).place })
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in all where !name.hasSuffix(".json") && name != ".lock" && !places.contains(name) {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }

  /// Holds the store for this program alone until the descriptor is closed.
  private func lock() throws(DiagnosticList) -> Int32 {
    let url = folder.appendingPathComponent(".lock")
    let descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("write", url) }
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw failure("lock", url) }
    }
    return descriptor
  }

  private func makeFolder(_ url: URL) throws(DiagnosticList) {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw failure("make", url)
    }
  }

  private func recordURL(_ name: String) -> URL { folder.appendingPathComponent(name + ".json") }

  private func filesURL(_ record: Record) -> URL {
    folder.appendingPathComponent(record.place, isDirectory: true)
  }

  static let again = "install it again, or remove it with 'attune pack remove'"

  private func refusal(_ rule: String, _ url: URL, _ message: String, _ mend: String)
    -> DiagnosticList
  {
    DiagnosticList([
      Diagnostic(.error, rule, at: Location(file: url.path), message, mend: mend)
    ])
  }

  private func failure(_ verb: String, _ url: URL) -> DiagnosticList {
    let reason = String(cString: strerror(errno))
    return refusal("not-written", url, "cannot \(verb) it: \(reason)", "see to it and try again")
  }
}
