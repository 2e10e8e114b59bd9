import Diagnostics
import Lines

/// What a server answers: a status line and, if the code has one, a block.
public struct Reply: Hashable, Sendable {
  /// The reply code.
  public var code: ReplyCode
  /// The status line's text after the code, without the word `follows`.
  public var text: String
  /// The block's items; empty if the code has no block.
  public var items: [Item]

  /// Creates a reply.
  public init(_ code: ReplyCode, _ text: String, _ items: [Item] = []) {
    self.code = code
    self.text = text
    self.items = items
  }

  /// What a reply to the client of more than `CommandReader.maxReplyLength` bytes gets.
  public static let replyTooLong = Reply(
    .replyTooLong, "a reply holds at most \(CommandReader.maxReplyLength) bytes; not sent")

  /// The bytes that send it, lines ended by LF.
  public var encoded: String {
    // What a peer sent must neither break a status line nor reach a terminal.
    let status = "\(code.rawValue) \(text.replacingControls())"
    guard code.hasBlock else { return status + "\n" }
    let lines = items.map { JSONLine.encode($0) }.map(DotStuffing.stuffLine)
    return (["\(status) follows"] + lines + ["."]).map { $0 + "\n" }.joined()
  }
}

/// Assembles a server's lines into replies.
///
/// Each line moves it one step; a reply comes out with the line that completes it. Items of a type
/// that is not known are passed over.
public struct ReplyReader: Sendable {
  /// The maximum size of a block in bytes: its lines and the items read from them.
  public static let maxBlockSize = 1 << 26

  private enum State: Sendable {
    case status
    case block(Reply, room: Int)
  }

  private var state = State.status

  /// A line that no server of this protocol sends.
  public struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public var description: String
  }

  /// Creates a reader that waits for a status line.
  public init() {}

  /// Takes the next line, without its ending.
  ///
  /// - Returns: The reply that the line completes, or `nil` while its block goes on.
  /// - Throws: `Malformed`.
  public mutating func take(_ line: String) throws(Malformed) -> Reply? {
    switch state {
    case .status:
      let parts = line.split(separator: " ", maxSplits: 1)
      guard let word = parts.first, word.isDigits,
        let code = Int(word).flatMap(ReplyCode.init(rawValue:))
      else {
        let shown = String(line.unicodeScalars.prefix(60))
        throw Malformed(description: "not a status line: '\(shown)'")
      }
      var text = parts.count > 1 ? String(parts[1]) : ""
      guard code.hasBlock else { return Reply(code, text) }
      if text.hasSuffix(" follows") { text.removeLast(" follows".count) }
      state = .block(Reply(code, text), room: Self.maxBlockSize)
      return nil
    case .block(var reply, var room):
      // Move it out of the enum first, so that appending does not copy.
      state = .status
      guard let content = DotStuffing.unstuffLine(line) else { return reply }
      room -= content.utf8.count + MemoryLayout<Item>.stride
      guard room >= 0 else {
        throw Malformed(description: "a block of more than \(Self.maxBlockSize) bytes")
      }
      do {
        let received = try JSONLine.decode(ReceivedItem.self, from: content)
        if let item = received.item { reply.items.append(item) }
      } catch {
        throw Malformed(description: "not an item: \(error)")
      }
      state = .block(reply, room: room)
      return nil
    }
  }
}
