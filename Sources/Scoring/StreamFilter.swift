import Files
import Grading
import Lines
import Listening
import Transcripts

/// Answers each line with exactly one line, keeping nothing from one to the next: the step that a
/// distributed engine runs on each part of its data.
///
/// A line is a reply record or a transcript; one that cannot be read is answered with its `id`, if
/// it has one, and the reason: `{"error":"not JSON","id":null}`. No answer depends on where its line
/// stands, so the answers are the same however the data are split.
public struct StreamFilter: Sendable {
  private let grader: Grader

  /// A filter that grades with a grader.
  public init(grader: Grader) {
    self.grader = grader
  }

  /// Answers lines until there are no more, several at a time and in order. Before it waits for
  /// more, everything is answered and written.
  ///
  /// - Parameters:
  ///   - lines: What is to be answered.
  ///   - threads: How many threads grade.
  ///   - isStrict: Stop with the first line that cannot be read.
  ///   - output: Where the answers go.
  /// - Returns: How many lines could not be read.
  /// - Throws: `FileError` where the output cannot be written; `ReadFailure`, after the last answer,
  ///   where the lines cannot be read to their end.
  public func run(_ lines: FileLines, threads: Int, isStrict: Bool, into output: BufferedOutput)
    throws -> Int
  {
    let work = OrderedWork<GradingRun, [Answer]>(threads: threads) { [grader] in
      GradingRun(grader)
    }
    var faults = 0
    func writeNext() throws -> Bool {
      guard !(isStrict && faults > 0), let answers = work.next() else { return false }
      for answer in answers {
        output.write(answer.line)
        faults += answer.isFault ? 1 : 0
        if isStrict, faults > 0 { break }
      }
      try output.check()
      return true
    }
    while !(isStrict && faults > 0) {
      var piece = lines.ready(atMost: PieceOfWork.items, bytes: PieceOfWork.bytes)
      if piece.isEmpty {
        while try writeNext() {}
        try output.flush()
        guard let line = try lines.next() else { break }
        piece =
          [line]
          + lines.ready(
            atMost: PieceOfWork.items - 1, bytes: PieceOfWork.bytes - line.byteCount)
      }
      while work.isFull, try writeNext() {}
      let lines = piece
      work.add(bytes: lines.reduce(0) { $0 + $1.byteCount }) { run in
        lines.map { Self.answer(to: $0, with: run) }
      }
    }
    while try writeNext() {}
    try output.flush()
    return faults
  }

  /// What is said to a line, with its ending.
  struct Answer: Sendable {
    var line: String
    var isFault = false
  }

  /// Answers a line.
  static func answer(to line: LineBuffer.Line, with run: GradingRun) -> Answer {
    switch line {
    case .line(let text):
      do throws(JSONLineError) {
        return Answer(line: try graded(text, with: run) + "\n")
      } catch {
        return fault(error.description, in: text)
      }
    case .tooLong: return fault("a line of more than \(FileLines.longestLine) bytes")
    case .notText: return fault("not UTF-8 text, or with a NUL")
    }
  }

  private static func graded(_ line: String, with run: GradingRun) throws(JSONLineError) -> String {
    func grade(_ text: String, _ client: String?) -> Grade {
      let words = TranscriptMarks.spoken(text, to: client)
      return run.grade(words.text, client: words.client)
    }
    return switch try ScoreLine(line) {
    case .record(let record):
      GradedRecord(id: record.id, grade: grade(record.text, record.client)).line
    case .transcript(let transcript):
      transcript.graded(transcript.replies.map { grade($0.text, $0.client) })
    }
  }

  private static func fault(_ reason: String, in line: String = "") -> Answer {
    struct Known: Decodable { var id: RecordID? }
    struct Fault: Encodable {
      var id: RecordID
      var error: String
    }
    let id = (try? JSONLine.decode(Known.self, from: line))?.id ?? .null
    let answer = JSONLine.encode(Fault(id: id, error: reason))
    return Answer(line: answer + "\n", isFault: true)
  }
}
