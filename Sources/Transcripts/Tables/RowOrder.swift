import Diagnostics

/// Notices rows that do not stand in the order in which they were said.
struct RowOrder {
  /// In fewer rows nobody needs to speak twice.
  private static let fewestRows = 10

  let faults: Faults
  private var lastTurn: (conversation: String?, number: Int)?
  private var conversation: String?
  private var rows = 0
  private var first = 0
  private var voices: Set<String> = []
  private var lastVoice: String?
  private var hasReturned = false
  /// The first lines of conversations in which nobody speaks twice.
  private var blocks = Occurrences<Int>()

  init(faults: Faults) {
    self.faults = faults
  }

  /// Takes a turn's number; the fault that it comes too late or is none.
  mutating func turn(_ text: String, of conversation: String?, at line: Int) -> Diagnostic? {
    guard let number = Int(text.compared) else {
      return faults.make(
        "turn", line, "the turn '\(text.trimmed.excerpt)' is not a whole number",
        mend: "number the rows of a conversation in the order in which they were said, or say "
          + "--columns turn=NAME with the column that does", outcome: Faults.passedOver)
    }
    defer { lastTurn = (conversation, number) }
    guard let lastTurn, lastTurn.conversation == conversation, number < lastTurn.number else {
      return nil
    }
    return faults.make(
      "turn", line, "turn \(number) comes after turn \(lastTurn.number)",
      mend: "sort the rows by conversation and turn", outcome: Faults.passedOver)
  }

  /// Takes the speaker of the next row.
  mutating func speaker(_ name: String, of conversation: String?, at line: Int) {
    if rows > 0, conversation != self.conversation { endConversation() }
    if rows == 0 { first = line }
    self.conversation = conversation
    rows += 1
    guard name != lastVoice else { return }
    if !voices.insert(name).inserted { hasReturned = true }
    lastVoice = name
  }

  private mutating func endConversation() {
    if rows >= Self.fewestRows, voices.count > 1, !hasReturned { blocks.note(first) }
    (rows, voices, lastVoice, hasReturned) = (0, [], nil, false)
  }

  mutating func finish() -> [Diagnostic] {
    endConversation()
    guard let line = blocks.first else { return [] }
    return [
      faults.make(
        "speakers-apart", line,
        "no speaker comes back in the conversation that begins here\(blocks.others("nor in")): "
          + "the rows seem to be in the order of speakers",
        mend: "sort them by the time at which they were said", as: .warning)
    ]
  }
}
