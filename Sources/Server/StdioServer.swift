import Files
import Foundation
import LineProtocol
import Records

/// Holds one conversation on two open files: standard input and output.
///
///     try StdioServer().run(sessionHost)
public struct StdioServer: Sendable {
  private let input: Int32
  private let output: Int32

  /// A server on standard input and output, or on other open files.
  public init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    self.input = input
    self.output = output
  }

  /// Answers commands until `QUIT` or the end of the input.
  ///
  /// - Throws: `FileError` where reading or writing fails; a reader that has gone away ends the
  ///   conversation like the end of the input.
  public func run(_ sessionHost: SessionHost) throws(FileError) {
    var conversation = Conversation(sessionHost: sessionHost)
    var bytes = [UInt8](repeating: 0, count: 65536)
    guard try send(conversation.greeting) else { return }
    while !conversation.isOver {
      let count = try receive(into: &bytes)
      if count == 0 { return }
      conversation.receive(bytes[..<count])
      while let answer = conversation.nextAnswer() {
        guard try send(answer) else { return }
      }
    }
  }

  /// Reads what has come; how many bytes, 0 at the end.
  private func receive(into bytes: inout [UInt8]) throws(FileError) -> Int {
    do throws(SystemError) {
      return try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
        try readSome(from: input, into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch {
      throw .unreadable(error, "cannot read commands")
    }
  }

  /// Writes an answer; `false` where nobody reads it any more.
  private func send(_ answer: String) throws(FileError) -> Bool {
    do {
      try writeAll(Array(answer.utf8), to: output)
      return true
    } catch {
      if error.code == EPIPE { return false }
      throw .system(error, "cannot write replies")
    }
  }
}
