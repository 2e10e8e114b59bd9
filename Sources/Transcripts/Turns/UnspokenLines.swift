import Diagnostics

/// Lines before anybody speaks, which are told of once for all that stand together.
struct UnspokenLines {
  private let faults: Faults
  /// What to do about them.
  private let mend: String
  private var lines = Occurrences<Int>()
  /// Whether one of them is more than a heading.
  private var holdsSentence = false
  /// The role that one of them begins with, where a tab stands behind it.
  private var tabbed: String?

  init(faults: Faults, mend: String) {
    self.faults = faults
    self.mend = mend
  }

  /// Takes the next one.
  mutating func note(_ line: SpokenLine, names: SpeakerNames) {
    lines.note(line.number)
    if line.text.last.map({ ".?!…".contains($0) }) ?? false { holdsSentence = true }
    tabbed = tabbed ?? Self.roleBeforeTab(line.text, names)
  }

  /// A role with which a line begins, where a tab parts it from what is said, as in a table that was
  /// pasted as text.
  private static func roleBeforeTab(_ text: Substring, _ names: SpeakerNames) -> String? {
    guard let tab = text.firstIndex(of: "\t") else { return nil }
    let name = text[..<tab].trimmed
    return names.known(name) == nil ? nil : String(name)
  }

  /// Tells of those since the last time: as of a heading, where no sentence ends in them.
  mutating func tell(as severity: Diagnostic.Severity? = nil) -> [Diagnostic] {
    guard let line = lines.first else { return [] }
    let more = lines.count > 1 ? lines.others("nor of") + " after it" : ""
    let told = severity ?? (holdsSentence ? .error : .warning)
    let remedy =
      tabbed.map { "a tab stands behind '\($0)'; write '\($0):', and so with whoever else speaks" }
      ?? mend
    (lines, holdsSentence, tabbed) = (Occurrences(), false, nil)
    return [
      faults.make(
        "no-speaker", line, "nobody is named as the speaker of this line\(more)", mend: remedy,
        as: told)
    ]
  }
}
