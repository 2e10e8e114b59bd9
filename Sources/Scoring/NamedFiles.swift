import Diagnostics
import Files
import Foundation
import Synchronization
import Transcripts

/// The files that arguments name: files, folders, patterns and standard input.
public struct NamedFiles {
  /// The name of standard input among the arguments.
  public static let standardInput = "-"

  /// Each argument's files in turn, each file once.
  public private(set) var paths: [String] = []
  /// Files that were named again.
  private var repeated = Occurrences<String>()
  /// What is missing and why: arguments that stand for nothing, folders that cannot be looked into.
  public private(set) var missing: [Diagnostic] = []
  /// By folder that was named, the files in it that are no transcripts by the ends of their names.
  private var others: [(folder: String, files: [String])] = []
  /// So many of them are told by name.
  private static let mostNamed = 3

  /// Finds the files.
  ///
  /// A folder stands for the transcripts in it and in the folders within, a pattern that the shell
  /// has left alone for what it matches; both in the order of their bytes, so that it is the same
  /// everywhere.
  ///
  /// - Parameters:
  ///   - arguments: What is named; nothing stands for standard input.
  ///   - written: The run's own files, which are nothing to tell of where they are no transcripts.
  public init(_ arguments: [String], besides written: [FileIdentity] = []) {
    for argument in arguments.isEmpty ? [Self.standardInput] : arguments {
      if argument == Self.standardInput {
        paths.append(argument)
        continue
      }
      let missed = missing.count
      let names = Self.exists(argument) ? [argument] : matches(argument)
      let found = names.flatMap { Folder.exists(at: $0) ? transcripts(in: $0) : [$0] }
      if found.isEmpty, missing.count == missed {
        missing.append(Self.reason(argument, !names.isEmpty))
      }
      paths += found
    }
    var seen: Set<FileIdentity> = []
    paths = paths.filter { path in
      guard path != Self.standardInput, let file = FileIdentity(regular: path),
        !seen.insert(file).inserted
      else { return true }
      repeated.note(path)
      return false
    }
    seen.formUnion(written)
    for index in others.indices {
      others[index].files.removeAll { path in
        FileIdentity(regular: path).map { seen.contains($0) } ?? true
      }
    }
  }

  /// A session's name as it is written, for the name of its file alone where that is one of these
  /// files and no other.
  public func session(_ name: String) -> String {
    let names = paths.map(Self.name)
    // A `#` may stand in the file's name as well as before the conversation's.
    let ends = name.indices.filter { name[$0] == "#" } + [name.endIndex]
    let cuts = ends.map { (file: String(name[..<$0]), rest: String(name[$0...])) }
    if names.contains(where: { path in cuts.contains { $0.file == path } }) { return name }
    let near = names.flatMap { path in
      cuts.filter { path.hasSuffix("/\($0.file)") }.map { path + $0.rest }
    }
    return near.count == 1 ? near[0] : name
  }

  /// What a file is called, whole: two of them must not come to one name.
  public static func name(_ path: String) -> String {
    path == standardInput ? "standard input" : path
  }

  /// What a file is called for a person.
  public static func shown(_ path: String) -> String { name(path).replacingControls() }

  /// What is told of a file or a folder that cannot be read.
  public static func unreadable(_ path: String, _ reason: some CustomStringConvertible)
    -> Diagnostic
  {
    Diagnostic(.error, "unreadable", at: Location(file: path), "cannot be read: \(reason)")
  }

  private static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// What is told where files are named again, and what is done with them.
  public func repetition(_ mend: String) -> Diagnostic? {
    repeated.first.map { path in
      Diagnostic(
        .warning, "file-twice", at: Location(file: Self.name(path)),
        "the file is named more than once\(repeated.others("and"))", mend: mend)
    }
  }

  /// What is told of each folder in which files are passed over.
  public var passedOver: [Diagnostic] {
    others.filter { !$0.files.isEmpty }.map { folder, files in
      let rest = files.count - Self.mostNamed
      return Diagnostic(
        .warning, "passed-over", at: Location(file: Self.name(folder)),
        "passed over for want of a transcript's ending: "
          + files.prefix(Self.mostNamed).joined(separator: ", ")
          + (rest > 0 ? ", and \(rest) more" : ""),
        mend: "to have one read, name the file itself, or export it as plain text or CSV")
    }
  }

  /// Where `glob` leaves the folders that it cannot look into; what it calls has no other place.
  private static let unread = Mutex<[Diagnostic]>([])

  private mutating func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    Self.unread.withLock { $0 = [] }
    let result = glob(
      pattern, GLOB_NOSORT,
      { folder, reason in
        guard let folder, reason != ENOENT else { return 0 }
        let fault = NamedFiles.unreadable(String(cString: folder), SystemError(code: reason))
        NamedFiles.unread.withLock { $0.append(fault) }
        return 0
      }, &found)
    missing += Self.unread.withLock { $0 }
    guard result == 0 else { return [] }
    var paths: [String] = []
    for case let path? in (0..<Int(found.gl_pathc)).map({ found.gl_pathv[$0] }) {
      if let text = String(validatingCString: path) {
        paths.append(text)
      } else {
        missing.append(Self.notText(String(cString: path)))
      }
    }
    return Self.sorted(paths)
  }

  /// The transcripts in a folder that is named, by the ends of their names; its other files are kept
  /// to be told of, but those of runs that have not come to their end.
  private mutating func transcripts(in folder: String) -> [String] {
    let found = files(in: folder)
    others.append(
      (
        folder,
        found.filter { !TranscriptName.isTranscript($0) && !ResultFile.isUnfinished($0) }
      ))
    return found.filter { TranscriptName.isTranscript($0) }
  }

  /// The files in a folder and in those within; hidden ones are left out, and links to folders are
  /// not followed.
  private mutating func files(in folder: String) -> [String] {
    let found: [String]
    do {
      found = try Folder.names(at: folder)
    } catch {
      missing.append(Self.unreadable(folder, error.system ?? SystemError(code: EIO)))
      return []
    }
    let paths = found.filter { !$0.hasPrefix(".") }.map { Self.path($0, in: folder) }
    var before = ""
    return Self.sorted(paths).flatMap { path in
      defer { before = path }
      // A name that is not UTF-8 comes repaired, perhaps as that of another file.
      guard !path.utf8.elementsEqual(before.utf8) else {
        missing.append(Self.notText(path))
        return [String]()
      }
      var info = stat()
      guard lstat(path, &info) == 0 else {
        let error = SystemError.last
        missing.append(
          error.code == ENOENT && path.unicodeScalars.contains("\u{FFFD}")
            ? Self.notText(path) : Self.unreadable(path, error))
        return [String]()
      }
      if info.st_mode & S_IFMT == S_IFDIR { return files(in: path) }
      // A pipe in a folder may have nobody who writes to it.
      return FileIdentity(regular: path) != nil ? [path] : []
    }
  }

  /// What is told of a file or a folder whose name is no text.
  private static func notText(_ path: String) -> Diagnostic {
    var fault = Self.unreadable(path, "its name is not UTF-8")
    fault.mend = "give it another name"
    return fault
  }

  private static func sorted(_ paths: [String]) -> [String] {
    paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func reason(_ argument: String, _ isThere: Bool) -> Diagnostic {
    func missing(_ reason: String) -> Diagnostic {
      Diagnostic(.error, "no-files", at: Location(file: argument), reason)
    }
    if isThere {
      let ends = TranscriptName.ends.map { ".\($0)" }.joined(separator: ", ")
      return missing("no transcripts are in this folder (\(ends), each also with .gz)")
    }
    if argument.contains(where: { "*?[".contains($0) }) {
      return missing("matches no file")
    }
    var info = stat()
    let reason = lstat(argument, &info) == 0 ? ENOENT : errno
    var fault = Self.unreadable(argument, SystemError(code: reason))
    fault.mend = near(argument).map { NearName.question([$0]) }
    return fault
  }

  /// The path in the same folder that a name is most likely a slip for.
  private static func near(_ path: String) -> String? {
    let folder = Folder.parent(of: path)
    let name = (path as NSString).lastPathComponent
    // An ending that they share brings no two names closer.
    func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }
    // Only a guess rests on these names.
    let names = (try? Folder.names(at: folder.isEmpty ? "." : folder)) ?? []
    let akin = names.filter { NearName.of(stem(name), in: [stem($0)]) != nil }
    return NearName.of(name, in: akin.sorted()).map { Self.path($0, in: folder) }
  }

  private static func path(_ name: String, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
