/// Faults that say the same of several places of a file: told at the first, with how many there are.
public struct AlikeFaults: Sendable {
  private var faults: [Diagnostic] = []
  /// How many say the same as each of them.
  private var counts: [Int] = []
  private var places: [Diagnostic: Int] = [:]

  /// No faults yet.
  public init() {}

  /// Adds a fault.
  public mutating func add(_ fault: Diagnostic) {
    var key = fault
    key.location = fault.location.map { Location(file: $0.file) }
    if let index = places[key] {
      counts[index] += 1
    } else {
      places[key] = faults.count
      faults.append(fault)
      counts.append(1)
    }
  }

  /// Tells each once, in the order of the first places.
  public func tell(_ report: (Diagnostic) -> Void) {
    for (var fault, count) in zip(faults, counts) {
      if count > 1 { fault.message += ", and so in \(count - 1) more" }
      report(fault)
    }
  }
}
