import ArgumentParser
import Diagnostics
import Files
import Foundation
import Grading
import Listening
import Practice
import Records
import Reports
import Terminal
import Transcripts

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Show a saved session again and grade it anew, or list the saved sessions.",
    discussion: """
      Without a name it lists the saved sessions, the one that was touched last first. Reads a \
      saved session, or text with speaker labels (Client:, Therapist:, C:, T:, or names that \
      --therapist and --client give); either may be packed with gzip. Where the end is cut short \
      it is told, what stands before it is shown, and the exit code is 65.

        attune replay
        attune replay Examples/talk.txt
      """)

  @Argument(help: "A transcript file, or the name of a saved session.")
  var session: String?

  @Option(help: "Colour: auto, always or never (default: auto).")
  var color: ColorChoice?

  @OptionGroup var speakers: SpeakerOptions

  @OptionGroup var model: ModelOptions

  func validate() throws {
    if session == nil, color != nil || !speakers.isEmpty || model.model != nil {
      throw ValidationError(
        "--color, --therapist, --client and --model go with a transcript or session; name one")
    }
  }

  func run() throws {
    try reportingFailures { try replay() }
  }

  /// Lists the saved sessions, the latest first.
  private func list() throws {
    let store = Installation.current.sessions
    var table = SavedSessionTable()
    for saved in try store.latestFirst(damaged: { warn("\($0); skipped") }) {
      table.add(saved.id, saved.transcript, touched: saved.touched)
    }
    try put(table, terminator: "")
    try put("The sessions' files lie in \(store.folder.path.replacingControls()).")
  }

  private func replay() throws {
    guard let session else { return try list() }
    let names = try speakers.names()
    let grader = try model.loadGrader()
    let saved = Installation.current.sessions.path(of: session)
    guard let path = [session, saved].first(where: FileManager.default.fileExists) else {
      throw Failure("there is no transcript and no saved session '\(session)'", .noInput)
    }
    let file = try NamedFile.reading(path) { lines, name -> TranscriptFile in
      do throws(Diagnostic) {
        return try TranscriptFile(lines, name: name, speakers: names)
      } catch {
        throw Failure(error, .dataError)
      }
    }
    for fault in file.faults { warn(fault.description) }
    guard !file.transcript.clientLines.isEmpty || !file.transcript.exchanges.isEmpty else {
      throw Failure("\(path): there is nothing to replay", .dataError)
    }
    let screen = Screen(color: color ?? .auto, environment: Installation.current.environment)
    try show(file.transcript, grader, screen)
    if file.faults.contains(where: { $0.severity == .error }) {
      throw ExitCode(.dataError)
    }
  }

  private func show(
    _ transcript: Transcript, _ grader: Grader, _ screen: Screen
  ) throws(FileError) {
    let name = transcript.header?.client ?? "Client"
    let typesetter = Typesetter(width: screen.width, style: screen.style)
    var before: AllianceReading?
    var turns: [GradeTurn] = []
    var told: [String] = []
    var changed = 0
    if let header = transcript.header {
      let about = "\(header.vignette), seed \(header.seed), graded by \(header.model)"
      try screen.show(typesetter.paragraph(about, indent: 0) + [""])
    }
    var clientLines = transcript.clientLines[...]
    // In text, not every turn has a line of the client's.
    func showWhatFollowed(_ turn: Int) throws(FileError) {
      if let line = clientLines.first, line.turn == turn {
        clientLines.removeFirst()
        try screen.show(typesetter.client(name, line, before: before))
        // Text without a header tells of no alliance.
        if transcript.header != nil { before = line.alliance }
      }
      for aside in transcript.asides where aside.turn == turn {
        try screen.show(typesetter.aside(aside))
      }
    }
    try showWhatFollowed(0)
    for exchange in transcript.exchanges {
      let grade = grader.grade(spoken: exchange.reply, to: exchange.client)
      let turn = turn(
        of: exchange, grade, spelling: grader.spelling, told: told, before: turns.last?.grade)
      turns.append(turn)
      told.append(turn.coach)
      try screen.show(typesetter.trainee(exchange.reply))
      try screen.show(typesetter.grade(turn))
      if let saved = exchange.grade?.grade, saved.scores != grade.scores {
        changed += 1
        try screen.show(
          typesetter.paragraph("Saved grade: \(saved.scores), by \(saved.model)") + [""])
      }
      try showWhatFollowed(exchange.turn)
    }
    if let end = transcript.end {
      try screen.show(typesetter.end(end, name: name, turns: turns))
    }
    let count = transcript.exchanges.count
    let replies = counted(count, "reply", "replies")
    let same = "\(replies) graded anew by \(grader.modelName); \(changed) scored otherwise."
    try screen.show(typesetter.paragraph(same, indent: 0))
    if transcript.end == nil, count > 0 {
      let lines = transcript.clientLines.map(\.text)
      let measures = SessionMeasures(
        spoken: zip(transcript.exchanges, turns).map { ($0.reply, $1.grade) }, clientLines: lines)
      try screen.show([""] + typesetter.summary(measures, of: turns))
    }
  }
}

/// What is told of a reply: what was told in the session where the grade is the same, with what only
/// the vignette knows.
private func turn(
  of exchange: Transcript.Exchange, _ grade: Grade, spelling: Spelling?, told: [String],
  before: Grade?
) -> GradeTurn {
  if let saved = exchange.grade, saved.grade == grade { return saved }
  let feedback = Feedback(
    reply: exchange.reply, turn: exchange.turn, grade: grade, client: exchange.client,
    spelling: spelling, told: told, before: before)
  return GradeTurn(
    turn: exchange.turn, grade: grade, coach: feedback.coach, remark: feedback.remark)
}

extension Grade {
  /// The three scores, in words.
  fileprivate var scores: String {
    ScoreName.allCases.map { "\($0.label) \($0.value(in: self))" }.joined(separator: ", ")
  }
}
