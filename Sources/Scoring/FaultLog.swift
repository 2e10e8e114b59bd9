import Diagnostics
import Files
import Lines

/// The faults of a run's input: told, counted, and kept in a file where one is wanted. Warnings are
/// told and kept, and do not count: what they are about is scored.
public final class FaultLog {
  private let limit: Int?
  private let file: BufferedOutput?
  private let tell: (Diagnostic) -> Void

  /// Faults so far.
  public private(set) var count = 0
  /// Errors that count and are still to be told.
  private var noticed: [Diagnostic] = []

  /// A log without entries.
  ///
  /// - Parameters:
  ///   - limit: With more faults than this the run is over; `nil` lets it go on.
  ///   - file: Where each fault is written as a JSON object on a line.
  ///   - tell: Tells a person.
  public init(limit: Int?, file: BufferedOutput?, tell: @escaping (Diagnostic) -> Void) {
    self.limit = limit
    self.file = file
    self.tell = tell
  }

  /// Whether there are more faults than the run may have.
  public var isOver: Bool { limit.map { count > $0 } ?? false }

  /// Takes notice of an error that is added later, at the same place and with all that are alike. It
  /// counts from now on, and where it ends the run it is told as it is.
  public func notice(_ error: Diagnostic) {
    if isOver { return }
    count += 1
    noticed.append(error)
    if isOver { tellNoticed() }
  }

  /// Takes a fault, which is in the file at once; those after the one that ended the run are passed
  /// over.
  public func add(_ fault: Diagnostic) {
    if isOver { return }
    let known = noticed.firstIndex { $0.rule == fault.rule && $0.location == fault.location }
    if let known {
      noticed.remove(at: known)
    } else if fault.severity == .error {
      count += 1
    }
    if isOver { tellNoticed() }
    write(fault)
  }

  /// Tells of the errors of which notice was taken, where the run ends before they are added.
  public func tellNoticed() {
    noticed.forEach(write)
    noticed = []
  }

  private func write(_ fault: Diagnostic) {
    tell(fault)
    guard let file else { return }
    let entry = Entry(
      column: fault.location?.column, file: fault.location?.file, line: fault.location?.line,
      mend: fault.remedy, reason: fault.message, rule: fault.rule, severity: fault.severity.rawValue
    )
    file.write(JSONLine.encode(entry) + "\n")
    // At once, so that a run that is killed has told them, too. What goes wrong is kept for `check`.
    try? file.flush()
  }

  private struct Entry: Encodable {
    var column: Int?
    var file: String?
    var line: Int?
    var mend: String?
    var reason: String
    var rule: String
    var severity: String
  }
}
