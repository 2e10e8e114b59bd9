/// What stands before a colon again and again, and is nobody's name as names go: `+1 555-0100`,
/// `ben ruiz`. Where others speak in between, it heads what somebody says.
struct RegularLabels {
  /// A phrase may come twice by chance.
  private static let fewest = 3
  /// What could be a name with a comma hardly does.
  private static let fewestWithComma = 2

  private var counts: [String: Int] = [:]
  private var withComma: Set<String> = []
  private var last: String?

  /// Takes the next one.
  mutating func take(_ label: SpeakerLabel) {
    if label.key != last { counts[label.key, default: 0] += 1 }
    if label.form == .comma { withComma.insert(label.key) }
    last = label.key
  }

  /// Takes notice that somebody else speaks.
  mutating func someoneElse() { last = nil }

  var keys: [String] {
    counts.filter { key, count in
      count >= (withComma.contains(key) ? Self.fewestWithComma : Self.fewest)
    }.map(\.key)
  }
}
