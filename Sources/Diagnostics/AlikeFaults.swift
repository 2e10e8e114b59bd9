/// Faults that say the same of several places of a file: told at the first, with how many there are.
public struct AlikeFaults: Sendable {
  private var faults: [Occurrences<Diagnostic>] = []
  private var places: [Diagnostic: Int] = [:]

  /// No faults yet.
  public init() {}

  /// Adds a fault.
  public mutating func add(_ fault: Diagnostic) {
    var key = fault
    key.location = fault.location.map { Location(file: $0.file) }
    let index = places[key] ?? faults.count
    if index == faults.count {
      places[key] = index
      faults.append(Occurrences())
    }
    faults[index].note(fault)
  }

  /// Tells each once, in the order of the first places.
  public func tell(_ report: (Diagnostic) -> Void) {
    for alike in faults {
      guard var fault = alike.first else { continue }
      fault.message += alike.others("and so in")
      report(fault)
    }
  }
}
