import Listening
import Transcripts

/// A reply and its grade.
public struct ScoredReply: Sendable {
  /// The reply.
  public var reply: ReplyToScore
  /// Its grade.
  public var grade: Grade

  /// Creates a scored reply.
  public init(reply: ReplyToScore, grade: Grade) {
    self.reply = reply
    self.grade = grade
  }
}

/// A form in which scores are handed on. Replies come in order, and each goes out as it comes.
public protocol ScoreReport {
  /// Writes what stands before the first reply.
  mutating func begin(into output: inout some TextOutputStream)
  /// Writes a reply.
  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream)
  /// Writes what stands after the last reply.
  mutating func end(into output: inout some TextOutputStream)
}

/// The forms that there are.
public enum ScoreFormat: String, CaseIterable, Sendable {
  case table, csv, ndjson

  /// A new report of this form.
  public func makeReport() -> any ScoreReport {
    switch self {
    case .table: ScoreTable()
    case .csv: ScoreCSV()
    case .ndjson: ScoreNDJSON()
    }
  }

  /// Whether what is written for a reply depends on that reply alone, and nothing stands after the
  /// last one: then pieces can be written apart and put together, now or in a later run.
  public var hasLinesOfTheirOwn: Bool {
    switch self {
    case .table: false
    case .csv, .ndjson: true
    }
  }
}
