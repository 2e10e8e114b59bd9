import Diagnostics
import Files
import Grading
import Reports
import Transcripts

/// Grades replies on several threads and writes their scores in the order in which they came: the
/// same bytes, whatever the number of threads.
///
///     let run = ScoreRun(grader: grader, format: .ndjson, threads: 2, output: output)
///     for reply in replies { try run.add(reply) }
///     try run.finish()
public final class ScoreRun {
  /// Replies between two checkpoints of a result file.
  static let checkpointInterval = 1 << 12

  /// What comes of a piece of work.
  private struct Piece: Sendable {
    enum Content: Sendable {
      case lines([UInt8])
      case scores([ScoredReply])
    }

    var content: Content
    var count: Int
    /// All replies up to the piece's last one.
    var chain: ReplyChain
    /// Saved sessions of which a reply is graded otherwise now, each with the first.
    var regraded: [(session: String?, warning: Diagnostic)]
  }

  private let format: ScoreFormat
  private let explains: Bool
  private let hasLinesOfTheirOwn: Bool
  private let output: BufferedOutput
  private let file: ResultFile?
  private let work: OrderedWork<GradingRun, Piece>
  private var report: any ScoreReport
  private var replies: [ReplyToScore] = []
  private var replyBytes = 0
  private var chain = ReplyChain()
  private var marked = 0
  /// The last session of which a reply was graded otherwise.
  private var lastRegraded: String?

  /// Replies whose scores have been written, by an earlier run too.
  public private(set) var written = 0
  /// Called each time that scores have been written, with how many there are.
  public var onProgress: ((_ written: Int) -> Void)?
  /// Called once for each saved session of which a reply has another grade in its file than now.
  public var onRegraded: ((Diagnostic) -> Void)?

  /// A run that writes to standard output or another open file, with the reasons for each code if
  /// it explains; `folder` is the one that all sessions lie in.
  public convenience init(
    grader: Grader, format: ScoreFormat, per unit: ScoreUnit = .reply,
    in folder: CommonFolder = .none, explains: Bool = false, threads: Int, output: BufferedOutput
  ) {
    self.init(grader, format, unit, folder, explains, threads, output, file: nil)
  }

  /// A run that writes a result file.
  public convenience init(
    grader: Grader, format: ScoreFormat, per unit: ScoreUnit = .reply,
    in folder: CommonFolder = .none, explains: Bool = false, threads: Int, file: ResultFile
  ) {
    self.init(grader, format, unit, folder, explains, threads, file.output, file: file)
  }

  private init(
    _ grader: Grader, _ format: ScoreFormat, _ unit: ScoreUnit, _ folder: CommonFolder,
    _ explains: Bool, _ threads: Int, _ output: BufferedOutput, file: ResultFile?
  ) {
    self.format = format
    self.explains = explains
    hasLinesOfTheirOwn = format.hasLinesOfTheirOwn(per: unit)
    self.output = output
    self.file = file
    work = OrderedWork(threads: threads) { GradingRun(grader) }
    report = format.makeReport(per: unit, in: folder)
    if let resumed = file?.resumed {
      written = resumed.replies
      marked = resumed.replies
    } else {
      var output = output
      report.begin(into: &output)
    }
  }

  /// Whether the replies that come are those that an earlier run has scored.
  public var isCatchingUp: Bool { file != nil && chain.count < (file?.resumed?.replies ?? 0) }

  /// Takes the next reply.
  ///
  /// - Throws: `FileError` where the output cannot be written; `DiagnosticList` where an earlier
  ///   run had other replies.
  public func add(_ reply: ReplyToScore) throws {
    let isScored = isCatchingUp
    if file != nil { chain.add(reply) }
    if isScored {
      if !isCatchingUp { try checkCaughtUp() }
      return
    }
    replies.append(reply)
    replyBytes += reply.text.utf8.count + (reply.client?.utf8.count ?? 0)
    if replies.count == PieceOfWork.items || replyBytes >= PieceOfWork.bytes { try handOver() }
  }

  /// Writes what is left and completes the output.
  ///
  /// - Throws: As `add`.
  public func finish() throws {
    if isCatchingUp { try checkCaughtUp() }
    try writeAll()
    var output = output
    report.end(into: &output)
    if let file { try file.complete() } else { try output.flush() }
  }

  /// Writes the scores of the replies taken so far, and leaves it at that for now.
  ///
  /// - Returns: Whether a later run can go on from here.
  /// - Throws: `FileError` where the output cannot be written.
  public func suspend() throws -> Bool {
    try writeAll()
    guard let file else {
      try output.flush()
      return false
    }
    guard hasLinesOfTheirOwn else {
      file.discard()
      return false
    }
    if !isCatchingUp { try file.mark(chain) }
    return true
  }

  private func writeAll() throws {
    if !replies.isEmpty { try handOver() }
    while try writeNext() {}
  }

  private func handOver() throws {
    while work.isFull { _ = try writeNext() }
    let (replies, chain, format, explains) = (replies, chain, format, explains)
    let hasLinesOfTheirOwn = hasLinesOfTheirOwn
    let bytes = replyBytes
    self.replies.removeAll(keepingCapacity: true)
    replyBytes = 0
    work.add(bytes: bytes) { run in
      // A report that needs all its replies is made of them as they are written.
      var report = hasLinesOfTheirOwn ? format.makeReport() : nil
      var lines = CollectedText()
      var scores: [ScoredReply] = []
      var regraded: [(session: String?, warning: Diagnostic)] = []
      for reply in replies {
        let (text, client) = reply.spoken
        let (grade, reasons) =
          explains
          ? run.explain(text, client: client) : (run.grade(text, client: client), [])
        if let warning = reply.regradeWarning(grade), reply.session != regraded.last?.session {
          regraded.append((reply.session, warning))
        }
        let score = ScoredReply(reply: reply, grade: grade, reasons: reasons)
        if report == nil { scores.append(score) } else { report?.add(score, into: &lines) }
      }
      return Piece(
        content: hasLinesOfTheirOwn ? .lines(lines.bytes) : .scores(scores),
        count: replies.count, chain: chain, regraded: regraded)
    }
  }

  /// Writes the piece that is next; false where there is none.
  private func writeNext() throws(FileError) -> Bool {
    guard let piece = work.next() else { return false }
    switch piece.content {
    case .lines(let bytes):
      output.write(bytes)
    case .scores(let scores):
      var output = output
      for score in scores { report.add(score, into: &output) }
    }
    try output.check()
    for (session, warning) in piece.regraded where session != lastRegraded {
      lastRegraded = session
      onRegraded?(warning)
    }
    written += piece.count
    if let file, hasLinesOfTheirOwn, written - marked >= Self.checkpointInterval {
      marked = written
      try file.mark(piece.chain)
    }
    onProgress?(written)
    return true
  }

  private func checkCaughtUp() throws {
    guard let resumed = file?.resumed, chain.count != resumed.replies || chain.hash != resumed.hash
    else { return }
    let message =
      chain.count < resumed.replies
      ? "the input holds \(chain.count) replies, and \(resumed.replies) have been scored"
      : "the first \(resumed.replies) replies of the input are not those that have been scored"
    throw DiagnosticList([
      Diagnostic(
        .error, "resume", message,
        mend: "give the same input, or delete the unfinished result to start anew")
    ])
  }
}

/// Text kept in memory as UTF-8.
private struct CollectedText: TextOutputStream {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }
}
