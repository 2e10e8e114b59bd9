import Foundation
import LineProtocol
import TestSupport
import Testing

/// `Documentation/LineProtocol.md` with the dialogues that it shows.
struct Document {
  /// Dialogues that follow one another on one server, by the fence `alp continued`.
  struct Story: Sendable, CustomTestStringConvertible {
    var dialogues: [Dialogue]
    /// What the server finds where its sessions are kept.
    var sessions: Engine.Sessions

    var testDescription: String { "line \(dialogues[0].line)" }
  }

  /// The stories of the document as it stands.
  static let stories: [Story] = {
    let url = Repository.root.appendingPathComponent("Documentation/LineProtocol.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return stories(in: text)
  }()

  static func stories(in text: String) -> [Story] {
    var stories: [Story] = []
    var open: (info: Substring, dialogue: Dialogue)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let (info, dialogue) = open, line == "```" {
        if info == "alp continued", !stories.isEmpty {
          stories[stories.count - 1].dialogues.append(dialogue)
        } else {
          let sessions = Engine.Sessions(rawValue: String(info.dropFirst(4))) ?? .none
          stories.append(Story(dialogues: [dialogue], sessions: sessions))
        }
        open = nil
      } else if open != nil {
        open?.dialogue.append(line)
      } else if line.hasPrefix("```alp") {
        open = (line.dropFirst(3), Dialogue(line: index + 1))
      }
    }
    return stories
  }
}

/// One connection: what the client sends and what it must get.
struct Dialogue: Sendable {
  /// Commands sent together, and the lines that answer them. The first has no commands: the
  /// greeting answers it.
  struct Exchange: Sendable {
    var sent: [UInt8] = []
    var expected: [Substring] = []
  }

  /// Where it stands in the document.
  var line: Int
  var exchanges = [Exchange()]

  init(line: Int) {
    self.line = line
  }

  /// Everything the client sends.
  var sent: [UInt8] { exchanges.flatMap(\.sent) }
  /// Everything it must get.
  var expected: [Substring] { exchanges.flatMap(\.expected) }

  mutating func append(_ line: Substring) {
    if line.hasPrefix("S: ") {
      exchanges[exchanges.count - 1].expected.append(line.dropFirst(3))
    } else {
      if exchanges.last?.expected.isEmpty == false { exchanges.append(Exchange()) }
      exchanges[exchanges.count - 1].sent += Self.bytes(line.dropFirst(3)) + [0x0A]
    }
  }

  /// A client's line with `{x*16000}` and `{E9}` written out.
  private static func bytes(_ line: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = line
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      bytes += rest[..<open].utf8
      let inside = rest[rest.index(after: open)..<close]
      let parts = inside.split(separator: "*")
      if parts.count == 2, let count = Int(parts[1]) {
        bytes += String(repeating: String(parts[0]), count: count).utf8
      } else if inside.count == 2, let byte = UInt8(inside, radix: 16) {
        bytes.append(byte)
      } else {
        bytes += rest[open...close].utf8
      }
      rest = rest[rest.index(after: close)...]
    }
    return bytes + rest.utf8
  }
}
