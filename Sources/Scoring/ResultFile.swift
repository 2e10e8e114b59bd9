import Diagnostics
import Files
import Foundation

/// A result that is written aside, `NAME.part` in the same folder, and takes its name when it is
/// complete: whoever finds a file of that name finds all of it.
///
/// A journal, `NAME.part.journal`, says how far the result has come, so that a run that was
/// interrupted, however hard, can go on.
public final class ResultFile {
  private let path: String
  private let partPath: String
  private let file: OpenFile
  private var journal: RunJournal
  /// The permissions of the file that the result will replace, if there is one.
  private let permissions: mode_t?

  /// Where the result is written to.
  let output: BufferedOutput
  /// How far an earlier run had come, where this one goes on with it.
  let resumed: Checkpoint?

  /// Makes the file, or opens that of an interrupted run. What an earlier run left without having
  /// come to a checkpoint is of no use, and written over.
  ///
  /// - Parameters:
  ///   - path: The name that the result will have.
  ///   - identity: What has to be the same for the run to go on.
  ///   - resume: Go on with an interrupted run, where there is one.
  /// - Throws: `FileError` where a file cannot be made; `DiagnosticList` where there is an
  ///   interrupted run and it is not to be gone on with, or cannot be.
  public init(path: String, identity: RunIdentity, resume: Bool) throws {
    permissions = try WholeFile(path).permissions
    let places = Places(path)
    self.path = places.result
    partPath = places.part
    journal = try RunJournal(path: places.journal)
    let isNew = journal.identity == nil
    // Looked at behind the lock: until then it may be another run's.
    let holdsPart = (Self.size(of: partPath) ?? 0) > 0
    do {
      if holdsPart { try Self.check(journal, for: identity, of: partPath, resume: resume) }
      resumed = holdsPart ? journal.checkpoint : nil
      if resumed == nil { try journal.begin(identity) }
      let length = resumed?.bytes ?? 0
      file = try Self.open(partPath, keeping: length, permissions: permissions)
      output = BufferedOutput(descriptor: file.descriptor, name: partPath, length: length)
    } catch {
      if isNew { unlink(journal.path) }
      throw error
    }
  }

  /// The paths of a result: its own, that of its part and that of the journal.
  private struct Places {
    static let partEnd = ".part"
    static let journalEnd = partEnd + ".journal"

    let result: String
    var part: String { result + Self.partEnd }
    var journal: String { result + Self.journalEnd }

    /// Those of the file that a path leads to.
    init(_ path: String) { result = WholeFile.resolved(path) }
  }

  /// All paths that a result of a name is written to, links resolved.
  public static func places(of path: String) -> [String] {
    let places = Places(path)
    return [places.result, places.part, places.journal]
  }

  /// Whether a file's name is that of a part or of its journal.
  public static func isUnfinished(_ name: String) -> Bool {
    name.hasSuffix(Places.partEnd) || name.hasSuffix(Places.journalEnd)
  }

  /// Opens a part for writing behind its first bytes; what follows them is taken away. Where only some
  /// may read the result, only they may read its part.
  private static func open(
    _ path: String, keeping length: Int, permissions: mode_t?
  ) throws(FileError) -> OpenFile {
    // Whoever runs this has to be able to go on with it, whatever the result may be.
    let mode = permissions.map { $0 | 0o600 }
    do throws(SystemError) {
      let file = try OpenFile(path, O_RDWR | O_CREAT, mode: mode ?? 0o666)
      if let mode, fchmod(file.descriptor, mode) != 0 { throw .last }
      guard ftruncate(file.descriptor, off_t(length)) == 0,
        lseek(file.descriptor, 0, SEEK_END) == off_t(length)
      else { throw .last }
      return file
    } catch {
      throw .system(error, "cannot create \(path)")
    }
  }

  /// Notes that the output so far is that of the replies so far.
  func mark(_ chain: ReplyChain) throws(FileError) {
    try output.synchronize()
    try journal.mark(Checkpoint(replies: chain.count, hash: chain.hash, bytes: output.length))
  }

  /// Gives the result its name, with the permissions of the file that it replaces.
  func complete() throws(FileError) {
    if let permissions, fchmod(file.descriptor, permissions) != 0 {
      throw .system(.last, "cannot create \(path)")
    }
    try output.synchronize()
    if rename(partPath, path) != 0 { throw .system(.last, "cannot create \(path)") }
    synchronizeName(of: path)
    unlink(journal.path)
  }

  /// Takes back what was written of a result that nobody can go on with.
  func discard() {
    unlink(partPath)
    unlink(journal.path)
  }

  private static func size(of path: String) -> Int? {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : nil
  }

  private static func check(
    _ journal: borrowing RunJournal, for identity: RunIdentity, of part: String, resume: Bool
  ) throws {
    func refuse(_ message: String, _ mend: String) -> DiagnosticList {
      DiagnosticList([
        Diagnostic(.error, "resume", at: Location(file: part), message, mend: mend)
      ])
    }
    guard let begun = journal.identity else {
      throw refuse("is in the way, and its journal is missing", "delete it to start anew")
    }
    guard let checkpoint = journal.checkpoint else { return }
    guard begun == identity else {
      throw refuse(
        "was written by \(begun.inWords), and this is \(identity.inWords)",
        "go on with the same ones and --resume, or delete it to start anew")
    }
    guard resume else {
      throw refuse(
        "holds the scores of \(checkpoint.replies) replies from a run that was interrupted",
        "add --resume to go on with it, or delete it to start anew")
    }
    guard checkpoint.bytes <= size(of: part) ?? 0 else {
      throw refuse("is shorter than its journal says", "delete it to start anew")
    }
  }
}

extension RunIdentity {
  fileprivate var inWords: String { "attune \(attune) with model \(model) as \(format)" }
}
