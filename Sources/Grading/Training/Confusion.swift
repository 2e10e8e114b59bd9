/// How often each true value was decided as which.
package struct Confusion: Sendable {
  /// Counts by true value, then by decision.
  package private(set) var counts: [[Int]]

  /// An empty table for a number of values.
  package init(values: Int) {
    counts = Array(repeating: Array(repeating: 0, count: values), count: values)
  }

  /// Counts one decision.
  package mutating func add(truth: Int, decision: Int) { counts[truth][decision] += 1 }

  /// Cases in all.
  package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Cases of a true value.
  package func support(_ value: Int) -> Int { counts[value].reduce(0, +) }

  /// Share of decisions that are true, 0 to 1.
  package var accuracy: Double {
    let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    return total == 0 ? 0 : Double(right) / Double(total)
  }

  /// The F1 of a value: the harmonic mean of precision and recall, 0 to 1.
  package func f1(_ value: Int) -> Double {
    let right = counts[value][value]
    let decided = counts.reduce(0) { $0 + $1[value] }
    let sum = support(value) + decided
    return sum == 0 ? 0 : 2 * Double(right) / Double(sum)
  }

  /// The mean F1 of the values that occur.
  package var macroF1: Double {
    let values = counts.indices.filter { support($0) > 0 }
    return values.isEmpty ? 0 : values.reduce(0) { $0 + f1($1) } / Double(values.count)
  }
}
