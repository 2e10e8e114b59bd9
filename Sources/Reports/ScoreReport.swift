import Listening
import Transcripts

/// A reply and its grade.
public struct ScoredReply: Sendable {
  /// The reply.
  public var reply: ReplyToScore
  /// Its grade.
  public var grade: Grade
  /// Why it got its codes, where that was asked for.
  var reasons: [Reason]

  /// Creates a scored reply.
  public init(reply: ReplyToScore, grade: Grade, reasons: [Reason] = []) {
    self.reply = reply
    self.grade = grade
    self.reasons = reasons
  }
}

/// A form in which scores are handed on. Replies come in order, and each goes out as it comes, or
/// with its session where sessions are what is handed on.
public protocol ScoreReport {
  /// Writes what stands before the first reply.
  mutating func begin(into output: inout some TextOutputStream)
  /// Writes a reply.
  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream)
  /// Writes what stands after the last reply.
  mutating func end(into output: inout some TextOutputStream)
}

/// What has a row of its own.
public enum ScoreUnit: String, CaseIterable, Sendable {
  case reply, session
  /// All sessions whose files lie in a folder.
  case trainee
}

/// The forms that there are.
public enum ScoreFormat: String, CaseIterable, Sendable {
  case table, csv, ndjson, json, html

  /// A new report of this form. With sessions or trainees for rows, single replies are left out of
  /// it.
  ///
  /// - Parameters:
  ///   - unit: What has a row of its own.
  ///   - folder: The folder that all sessions lie in, for a list of them that is written as they come.
  /// - Returns: The report.
  public func makeReport(per unit: ScoreUnit = .reply, in folder: CommonFolder = .none)
    -> any ScoreReport
  {
    switch (self, unit) {
    case (.table, .trainee): TraineeReport(.table)
    case (.csv, .trainee): TraineeReport(.csv)
    case (.ndjson, .trainee): TraineeReport(.ndjson)
    case (.json, .trainee): TraineeReport(.json)
    case (.table, _): ScoreTable(showsReplies: unit == .reply, in: folder)
    case (.csv, .reply): ScoreCSV()
    case (.csv, .session): SessionReport(.csv)
    case (.ndjson, .reply): ScoreNDJSON()
    case (.ndjson, .session): SessionReport(.ndjson)
    case (.json, _): ScoreJSON(showsReplies: unit == .reply)
    case (.html, _): ScorePage(per: unit)
    }
  }

  /// Whether what is written for a reply depends on that reply alone, and nothing stands after the
  /// last one: then pieces can be written apart and put together, now or in a later run.
  public func hasLinesOfTheirOwn(per unit: ScoreUnit) -> Bool {
    switch (self, unit) {
    case (.csv, .reply), (.ndjson, .reply): true
    default: false
    }
  }
}
