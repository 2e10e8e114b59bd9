import Diagnostics
import Lines

/// Assembles a client's lines into commands.
///
/// Each line moves it one step. `SAY` without a reply opens a block: 340 asks for its lines, and
/// the lone dot completes the command.
public struct CommandReader: Sendable {
  /// Maximum length of a reply to a client, in UTF-8 bytes.
  public static let maxReplyLength = 65536

  /// What a line led to.
  public enum Step: Hashable, Sendable {
    /// A command is complete.
    case command(Command)
    /// Answer at once: the line was no command, or its block may come.
    case answer(Reply)
    /// Answer and hear no more: the line is of another protocol, and so is what follows.
    case refuse(Reply)
    /// A block goes on.
    case more
  }

  private enum State: Sendable {
    case command
    case block(Block)
  }

  /// The lines of a reply so far, and why it will be refused, if so.
  private struct Block: Sendable {
    var lines: [String] = []
    /// The bytes of the lines, joined.
    var length = 0
    var isTooLong = false
    var isNotText = false
  }

  private var state = State.command

  /// Creates a reader that waits for a command.
  public init() {}

  /// Takes the next line as the buffer gave it.
  public mutating func take(_ line: LineBuffer.Line) -> Step {
    switch state {
    case .command:
      return takeCommand(line)
    case .block(let block):
      // Move it out of the enum first, so that appending does not copy.
      state = .command
      return takeBlock(line, block)
    }
  }

  private mutating func takeCommand(_ line: LineBuffer.Line) -> Step {
    switch line {
    case .line(let text) where Self.isHTTP(text):
      return .refuse(Reply(.unknownCommand, "this is no HTTP server"))
    case .line(let text) where text.utf8.count <= LineBuffer.commandLimit:
      return takeCommandLine(text)
    case .line, .tooLong:
      let most = LineBuffer.commandLimit
      return .answer(
        Reply(.lineTooLong, "a command holds at most \(most) bytes; send a block instead"))
    case .notText:
      return .answer(Reply(.notText, "a line is UTF-8 text without NUL"))
    }
  }

  /// Whether a line is of the head of an HTTP request. A web page can have a browser send one to any
  /// server of this machine, with commands of the page's behind it.
  private static func isHTTP(_ line: String) -> Bool {
    let verb = line.split(separator: " ", maxSplits: 1).first?.uppercased() ?? ""
    // The first line may be too long to be read; this one is in every request.
    if verb == "HOST:" { return true }
    guard line.hasSuffix(" HTTP/1.1") || line.hasSuffix(" HTTP/1.0") else { return false }
    // A reply may end in these words.
    return Command.Verb(rawValue: verb) == nil
  }

  private mutating func takeCommandLine(_ text: String) -> Step {
    do throws(Command.ParseError) {
      switch try Command.parse(text) {
      case .command(let command):
        return .command(command)
      case .replyFollows:
        state = .block(Block())
        return .answer(Reply(.sendReply, "send the reply; end it with a lone dot"))
      }
    } catch {
      switch error {
      case .unknownVerb(let name):
        return .answer(
          Reply(.unknownCommand, "unknown command '\(name.replacingControls())'; try HELP")
        )
      case .wrongArguments(let verb):
        let form = ([verb.rawValue] + [verb.arguments].filter { !$0.isEmpty }).joined(
          separator: " ")
        return .answer(Reply(.wrongArguments, "the form is: \(form)"))
      }
    }
  }

  private mutating func takeBlock(_ line: LineBuffer.Line, _ block: consuming Block) -> Step {
    switch line {
    case .tooLong:
      block.isTooLong = true
    case .notText:
      block.isNotText = true
    case .line(let line):
      guard let content = DotStuffing.unstuffLine(line) else { return finish(block) }
      block.length += content.utf8.count + (block.lines.isEmpty ? 0 : 1)
      block.isTooLong = block.isTooLong || block.length > Self.maxReplyLength
      block.lines.append(content)
    }
    if block.isTooLong || block.isNotText { block.lines = [] }
    state = .block(block)
    return .more
  }

  private func finish(_ block: Block) -> Step {
    if block.isTooLong { return .answer(.replyTooLong) }
    if block.isNotText {
      return .answer(Reply(.notText, "a reply is UTF-8 text without NUL; not sent"))
    }
    return .command(.say(block.lines.joined(separator: "\n")))
  }
}
