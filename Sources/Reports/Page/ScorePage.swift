import Diagnostics
import Listening
import Transcripts

/// A page that opens from disk with no network: figures over all replies and sessions, the lists of
/// trainees and of sessions, and transcripts with the words marked that earned each code. Its last
/// part is what has a row of its own.
///
/// It holds no script and loads nothing. What comes from a transcript is escaped.
struct ScorePage: ScoreReport {
  /// The most sessions that are shown in full.
  static let transcriptLimit = 100
  /// The most replies of a session (and single ones) that are shown.
  static let replyLimit = 300
  /// The most sessions in the list; the figures count all. Chromium takes 2.5 s of a processor and
  /// 1.1 GB to lay out ten thousand rows, 25 s and 5 GB for fifty thousand.
  static let listLimit = 10_000

  private let unit: ScoreUnit
  private var sessions = SessionGrouper()
  /// The replies to be shown of the session that goes on.
  private var replies: [ScoredReply] = []
  private var figures = PageFigures()
  private var list = PageList(PageColumn<SessionRow>.sessions)
  /// The files of the sessions in the list.
  private var files: [String] = []
  private var trainees = TraineeRows()
  private var transcripts = ""
  private var transcriptCount = 0
  private var singles: [ScoredReply] = []
  private let templates = PageTemplates()

  init(per unit: ScoreUnit) {
    self.unit = unit
  }

  mutating func begin(into output: inout some TextOutputStream) {}

  mutating func add(_ scored: ScoredReply, into output: inout some TextOutputStream) {
    if scored.reply.session == nil, unit != .reply { return }
    if let ended = sessions.add(scored).ended { take(ended) }
    figures.add(scored.grade)
    guard scored.reply.session == nil else {
      if isShown, replies.count < Self.replyLimit { replies.append(scored) }
      return
    }
    figures.singles += 1
    if singles.count < Self.replyLimit { singles.append(scored) }
  }

  mutating func end(into output: inout some TextOutputStream) {
    if let ended = sessions.end() { take(ended) }
    if !singles.isEmpty {
      transcripts += templates.session(PageModel.Session(singles: singles, of: figures.singles))
    }
    output.write(templates.head(head))
    output.write(transcripts)
    output.write(PageTemplates.foot)
  }

  /// Whether the session that goes on is shown in full.
  private var isShown: Bool { unit == .reply && transcriptCount < Self.transcriptLimit }

  private mutating func take(_ session: ScoredSession) {
    defer { replies.removeAll() }
    let row = SessionRow(session)
    figures.add(row)
    trainees.add(session)
    guard unit != .trainee, list.count < Self.listLimit else { return }
    var target: String?
    if isShown {
      transcriptCount += 1
      let anchor = "session-\(transcriptCount)"
      transcripts += templates.session(
        PageModel.Session(session.name, row, showing: replies, anchor: anchor))
      target = anchor
    }
    list.add(row, named: session.name, target: target, vignette: session.saved?.vignette)
    if let file = session.file { files.append(file) }
  }

  private var head: PageModel.Head {
    let count = figures.sessions
    let folder = unit == .trainee ? trainees.folder : CommonFolder(of: files)
    let (heads, rows) = list.model(shorten: folder.rest(of:))
    let byTrainee = traineeList.model(shorten: folder.rest(ofTrainee:))
    let place = folder.path.isEmpty ? [] : ["The sessions are in \(folder.path)."]
    var (notes, traineeNotes): ([String], [String]) =
      unit == .trainee ? ([], place) : (place, [])
    if trainees.rows.count > Self.listLimit {
      traineeNotes.append("The first \(Self.listLimit) of \(trainees.rows.count) are listed.")
    }
    if unit != .trainee, count > rows.count {
      notes.append(
        "The first \(rows.count) of \(count) sessions; the figures above count all. "
          + "'attune score --per session --format csv' lists every one.")
    }
    let conduct = figures.conductChart.map { [$0] } ?? []
    return PageModel.Head(
      style: PageStyle.css, summary: figures.summary, scores: figures.scoreCharts,
      measures: figures.measureCharts, conduct: conduct,
      explainsConduct: !conduct.isEmpty || transcriptCount > 0,
      heads: heads, rows: rows, hasSessions: count > 0,
      listsSessions: unit != .trainee || count == 0,
      traineeHeads: byTrainee.heads, trainees: byTrainee.rows,
      hasTrainees: !byTrainee.rows.isEmpty,
      traineeNote: traineeNotes.isEmpty ? nil : traineeNotes.joined(separator: " "),
      listNote: notes.isEmpty ? nil : notes.joined(separator: " "),
      transcriptNote: count > transcriptCount
        ? "The first \(transcriptCount) of \(count) sessions are shown in full. "
          + "To see another, name it with --session." : nil,
      hasTranscripts: !transcripts.isEmpty)
  }

  /// The list of trainees; empty where all sessions lie in one folder, and have rows of their own.
  private var traineeList: PageList<TraineeRow> {
    var list = PageList(PageColumn<TraineeRow>.trainees)
    guard trainees.rows.count > 1 || unit == .trainee else { return list }
    for trainee in trainees.rows.prefix(Self.listLimit) { list.add(trainee, named: trainee.name) }
    return list
  }
}

extension PageModel.Session {
  fileprivate init(_ name: String, _ row: SessionRow, showing shown: [ScoredReply], anchor: String)
  {
    let m = row.measures
    let rest = m.replies - shown.count
    let means = ScoreName.allCases.map { score in
      "\(score.label) \(score.mean(in: m).map(tenths) ?? "–")"
    }
    self.init(
      anchor: anchor, heading: name,
      overview: counted(m.replies, "reply", "replies")
        + ", mean \(means.joined(separator: ", "))",
      facts: MarkedMeasure.shown.map { PageModel.Measure($0, in: m) },
      counts: "\(m.simpleReflections) simple and \(m.complexReflections) complex reflections, "
        + "\(m.openQuestions) open and \(m.closedQuestions) closed questions, "
        + "\(m.adherent) MI-adherent and \(m.nonAdherent) non-adherent moves, "
        + "\(m.traineeWords) words of the therapist's and \(m.clientWords) of the client's",
      conductWords: row.conductWords,
      savedWords: row.saved?.inWords, verdictName: row.judgement?.verdict.rawValue,
      chart: shown.count > 2 ? TurnChart.svg(shown.map(\.grade)) : nil,
      turns: shown.enumerated().map { PageModel.Turn(number: $0 + 1, $1) },
      lastWords: rest > 0 ? nil : shown.last?.reply.closing,
      cut: rest > 0 ? "\(rest) further replies are not shown; they count in the measures." : nil,
      isSession: true)
  }

  fileprivate init(singles: [ScoredReply], of count: Int) {
    let rest = count - singles.count
    self.init(
      anchor: "single-replies", heading: "Single replies",
      overview: counted(count, "reply", "replies"), facts: [], counts: "",
      conductWords: "", savedWords: nil, verdictName: nil, chart: nil,
      turns: singles.enumerated().map { PageModel.Turn(number: $0 + 1, $1) }, lastWords: nil,
      cut: rest > 0 ? "\(rest) further replies are not shown; they count in the figures." : nil,
      isSession: false)
  }
}
