/// What stands before a colon again and again, and is nobody's name as names go: `+1 555-0100`,
/// `Ben’s iPhone`. Where others speak in between, it heads what somebody says.
struct RegularLabels {
  /// A phrase may come twice by chance.
  private static let fewest = 3

  private var counts: [String: Int] = [:]
  private var last: String?

  /// Takes the next one.
  mutating func take(_ key: String) {
    if key != last { counts[key, default: 0] += 1 }
    last = key
  }

  /// Takes notice that somebody else speaks.
  mutating func someoneElse() { last = nil }

  var keys: [String] { counts.filter { $0.value >= Self.fewest }.map(\.key) }
}
