import Diagnostics
import Foundation
import Transcripts

/// The files that arguments name: files, folders, patterns and standard input.
enum ScoreFiles {
  /// The name of standard input among the arguments.
  static let standardInput = "-"

  /// Each argument's files in turn; `missing` is told of each argument that stands for nothing.
  ///
  /// A folder stands for the transcripts in it and in the folders within, a pattern that the shell
  /// has left alone for what it matches; both in the order of their bytes, so that it is the same
  /// everywhere.
  static func expand(_ arguments: [String], missing: (String) -> Void) -> [String] {
    var files: [String] = []
    for argument in arguments.isEmpty ? [standardInput] : arguments {
      if argument == standardInput {
        files.append(argument)
        continue
      }
      let names = exists(argument) ? [argument] : matches(argument)
      let found = names.flatMap { isFolder($0) ? transcripts(in: $0) : [$0] }
      if found.isEmpty { missing(reason(argument, names)) }
      files += found
    }
    return files
  }

  private static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    return sorted(
      (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } })
  }

  /// The transcripts in a folder, by the ends of their names; hidden ones are left out, and links to
  /// folders are not followed.
  private static func transcripts(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let paths = names.filter { !$0.hasPrefix(".") }.map {
      folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)"
    }
    return sorted(paths).flatMap { path in
      var info = stat()
      guard lstat(path, &info) == 0 else { return [String]() }
      if info.st_mode & S_IFMT == S_IFDIR { return transcripts(in: path) }
      return TranscriptName.isTranscript(path) && !isFolder(path) ? [path] : []
    }
  }

  private static func sorted(_ paths: [String]) -> [String] {
    paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func reason(_ argument: String, _ names: [String]) -> String {
    let shown = argument.replacingControls(with: "?")
    if !names.isEmpty {
      return "\(shown): no transcripts are in this folder (.ndjson, .jsonl, .csv, .tsv, .vtt, .srt,"
        + " .txt, each also with .gz)"
    }
    if argument.contains(where: { "*?[".contains($0) }) { return "\(shown): matches no file" }
    let folder = (argument as NSString).deletingLastPathComponent
    let near =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let hint = NearName.hint((argument as NSString).lastPathComponent, in: near.sorted())
    return "\(shown): cannot be read: \(String(cString: strerror(ENOENT)))"
      + (hint.map { "; \($0)" } ?? "")
  }
}
