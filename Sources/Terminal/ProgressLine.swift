import Files
import Foundation

/// The progress of a long run, on one line of standard error that is redrawn.
public final class ProgressLine {
  private let things: String
  private let clock = ContinuousClock()
  private var drawn: ContinuousClock.Instant?
  /// The state when the line was first shown: the work of an earlier run does not count for this
  /// one's rate.
  private var first: (instant: ContinuousClock.Instant, count: Int, share: Double)?

  /// The line, or `nil` if standard error is not a terminal, or the results go to the same one.
  ///
  /// - Parameters:
  ///   - things: What is counted: `replies`.
  ///   - sharesTerminal: The results go to standard output while the line is shown.
  ///   - environment: `TERM` tells whether a line can be drawn again.
  public init?(counting things: String, sharesTerminal: Bool, environment: [String: String]) {
    guard isatty(STDERR_FILENO) == 1, environment["TERM"] != "dumb",
      !(sharesTerminal && isatty(STDOUT_FILENO) == 1)
    else { return nil }
    self.things = things
  }

  /// Redraws the line, at most five times a second.
  ///
  /// - Parameters:
  ///   - count: Things done, by an earlier run too.
  ///   - share: How much of all has been done, 0 to 1, where that is known.
  public func show(_ count: Int, share: Double?) {
    let now = clock.now
    let first = first ?? (now, count, share ?? 0)
    self.first = first
    if let drawn, now - drawn < .milliseconds(200) { return }
    drawn = now
    let text = Self.text(
      things, count: count, done: count - first.count, share: share, since: first.share,
      seconds: (now - first.instant) / .seconds(1))
    writeToStandardError("\r\(text)\u{1B}[K")
  }

  /// Clears the line, so that other output can follow.
  public func clear() {
    if drawn != nil { writeToStandardError("\r\u{1B}[K") }
    drawn = nil
  }

  /// What the line says.
  ///
  /// - Parameters:
  ///   - things: What is counted.
  ///   - count: Things done altogether.
  ///   - done: Things done in these seconds.
  ///   - share: How much of all has been done, 0 to 1, where that is known.
  ///   - earlier: How much of it had been done before these seconds.
  ///   - seconds: How long it has taken.
  /// - Returns: The line.
  package static func text(
    _ things: String, count: Int, done: Int, share: Double?, since earlier: Double = 0,
    seconds: Double
  ) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var parts = ["\(count) \(things)", "\(Int(rate))/s"]
    if let share {
      let share = min(1, max(0, share))
      let bar = Style(color: false, unicode: true).bar(share)
      parts.insert("\(bar) \(Int(share * 100)) %", at: 0)
      if share > earlier, done > 0 {
        parts.append("\(time(seconds / (share - earlier) * (1 - share))) left")
      }
    }
    return parts.joined(separator: "  ")
  }

  /// Hours, minutes and seconds: `1:02:03`, `2:03`.
  private static func time(_ seconds: Double) -> String {
    let total = Int(min(seconds, 359_999_999).rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (total / 3600, total / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(total % 60))" : "\(minutes):\(two(total % 60))"
  }
}
