import Diagnostics

/// Notices replies that have the id of an earlier one, in its conversation where the file names any.
struct RepeatedIDs {
  private var seen = SeenConversations()
  private var lines = Occurrences<Int>()

  /// Takes the id of the next reply; none where the file gives it none.
  mutating func take(_ id: RecordID?, of conversation: String? = nil, at line: Int) {
    guard let id, id != .null else { return }
    // No text that is read from a file holds this character, so that it shows where the name ends.
    let name = conversation.map { "\($0)\0\(id.plain)" } ?? id.plain
    if !seen.insert(name) { lines.note(line) }
  }

  /// Tells of them, at the first one.
  func tell(_ faults: Faults) -> [Decoded] {
    guard let line = lines.first else { return [] }
    let fault = faults.make(
      "id-twice", line,
      "the id of this reply has been there before\(lines.others("and so have those of"))",
      mend: "give each an id of its own; all are scored", as: .warning)
    return [.fault(fault)]
  }
}
