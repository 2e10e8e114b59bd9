import Diagnostics
import Repeatable

/// Notices that people whom a column tells apart share a conversation, as where each of them has a
/// session 1.
///
/// Each side of a conversation is one person: the column may name both, whoever speaks.
struct ConversationOwners {
  /// How many conversations are remembered.
  private static let limit = 1 << 16

  private let column: Int
  private let name: String
  private let mend: String
  private let faults: Faults
  /// Whose each side of a conversation is, by a hash of both.
  private var known: [UInt64: String] = [:]
  private var isTold = false

  /// Looks at the first of the columns that may tell people apart and hold nothing else; `nil` where
  /// there is none.
  init?(
    _ candidates: [Int], in header: [String], besides places: ColumnMapping.Places, faults: Faults
  ) {
    let taken = Set(places.values.joined())
    guard let column = candidates.first(where: { !taken.contains($0) }) else { return nil }
    self.column = column
    self.faults = faults
    name = header[column]
    let pairs = ([column] + (places[.conversation] ?? [])).map { "conversation=\(header[$0])" }
    mend =
      "where each has a conversation of their own, say --columns \(pairs.joined(separator: ","))"
  }

  /// Takes a row; the fault that its conversation was somebody else's before, once for a file.
  mutating func take(
    _ fields: [String], of conversation: String?, _ side: Speaker, at line: Int
  ) -> [Decoded] {
    let owner = fields[column].compared
    guard !isTold, !owner.isEmpty else { return [] }
    if known.count >= Self.limit { known.removeAll() }
    let start = FNV1a.add(side == .client ? 1 : 0, to: FNV1a.start)
    let hash = FNV1a.hash((conversation ?? "").utf8, from: start)
    guard let other = known[hash] else {
      known[hash] = owner
      return []
    }
    guard other != owner else { return [] }
    isTold = true
    let talk = conversation.map { "the conversation '\($0.excerpt)'" } ?? "the conversation"
    let fault = faults.make(
      "columns", line,
      "\(talk) is that of '\(other.excerpt)' before and of '\(owner.excerpt)' here, by the column "
        + "'\(name.excerpt)'",
      mend: mend, as: .warning)
    return [.fault(fault)]
  }
}
