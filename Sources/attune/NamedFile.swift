import Files
import Foundation
import Lines
import Scoring

/// A file that an argument names.
enum NamedFile {
  /// Opens a file and reads it; `body` is given its lines and its name for faults.
  static func reading<Value>(_ path: String, _ body: (FileLines, String) throws -> Value) throws
    -> Value
  {
    if path == NamedFiles.standardInput {
      return try body(FileLines(descriptor: STDIN_FILENO), NamedFiles.shown(path))
    }
    let file: OpenFile
    do { file = try OpenFile(path, O_RDONLY) } catch {
      throw Failure(NamedFiles.unreadable(path, error), .noInput)
    }
    return try reading(file, named: path, body)
  }

  private static func reading<Value>(
    _ file: borrowing OpenFile, named path: String, _ body: (FileLines, String) throws -> Value
  ) throws -> Value {
    var info = stat()
    guard fstat(file.descriptor, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(NamedFiles.unreadable(path, "it is a folder"), .noInput)
    }
    return try body(FileLines(descriptor: file.descriptor), NamedFiles.shown(path))
  }

  /// Refuses outputs that are among the files that are read, whatever they are called there.
  static func refuse(_ outputs: [FileIdentity?], over inputs: [String]) throws(Failure) {
    let outputs = Set(outputs.compactMap(\.self))
    for path in inputs {
      let file =
        path == NamedFiles.standardInput
        ? FileIdentity(regular: STDIN_FILENO) : FileIdentity(regular: path)
      guard let file, outputs.contains(file) else { continue }
      throw Failure(
        "\(NamedFiles.shown(path)) would be read and written over; write to another file", .usage)
    }
  }

  /// Why a file could not be read at once.
  static func reason(_ error: any Error, reading path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return error.systemReason }
    // Of a pipe Foundation tells that it may not be read.
    switch info.st_mode & S_IFMT {
    case S_IFREG: return error.systemReason
    case S_IFDIR: return "it is a folder"
    default: return "it is no regular file"
    }
  }
}
