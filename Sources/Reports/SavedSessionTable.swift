import Diagnostics
import Foundation
import Listening
import Transcripts

/// Saved sessions, a line each: the name, the vignette, how far it has come and when it was touched
/// last.
public struct SavedSessionTable: CustomStringConvertible {
  private var rows: [[String]] = []

  /// An empty table.
  public init() {}

  /// Adds a session.
  public mutating func add(_ id: String, _ transcript: Transcript, touched: Date) {
    let day = touched.formatted(
      Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
    let state =
      switch transcript.end?.reason {
      case nil: "open"
      case .ended?: "ended"
      case .closed?: "closed by the client"
      case .left?: "the client left"
      }
    rows.append([
      id, transcript.header?.vignette ?? "",
      counted(transcript.exchanges.count, "reply", "replies"), day, state,
    ])
  }

  /// The table, with a line's ending after each row.
  public var description: String {
    let cells = rows.map { $0.map { shown($0, 60) } }
    let widths = (cells.first ?? []).indices.map { column in
      cells.map { $0[column].count }.max() ?? 0
    }
    return cells.map { row in
      let cells = zip(row, widths).dropLast().map { pad($0, $1) } + row.suffix(1)
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
