import Lines
import Repeatable
import Transcripts

/// Replies counted and hashed one after the other, so that a later run can tell whether its input
/// begins with the same ones.
struct ReplyChain: Hashable, Sendable {
  /// Replies so far.
  private(set) var count = 0
  /// A hash of all of them.
  private(set) var hash = FNV1a.start

  /// Adds the next reply.
  mutating func add(_ reply: ReplyToScore) {
    count += 1
    mix(reply.session)
    switch reply.id {
    case .string(let id): mix(id)
    case .integer(let id): mix(UInt64(bitPattern: id))
    default: mix(JSONLine.encode(reply.id))
    }
    mix(reply.client)
    mix(reply.text)
  }

  private mutating func mix(_ text: String?) {
    hash = FNV1a.hash(part: text ?? "\u{FFFE}", from: hash)
  }

  private mutating func mix(_ number: UInt64) {
    hash = FNV1a.add(number, to: hash)
  }
}
