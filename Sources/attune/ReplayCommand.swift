import ArgumentParser
import Foundation
import Grading
import Listening
import Records
import Terminal
import Transcripts

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Show a saved session again and grade it anew.")

  @Argument(help: "A transcript file, or the name of a saved session.")
  var session: String

  @Option(help: "Colour: auto, always or never.")
  var color: ColorChoice = .auto

  @OptionGroup var model: ModelOptions

  func run() throws {
    try reportingFailures { try replay() }
  }

  private func replay() throws {
    ignoreWriteSignals()
    let environment = ProcessInfo.processInfo.environment
    let grader = try model.loadGrader(environment: environment)
    let path =
      FileManager.default.fileExists(atPath: session)
      ? session : SessionStore.standard(environment: environment).path(of: session)
    let transcript = try Transcript(file: path)
    let screen = Screen(color: color, environment: environment)
    do throws(Screen.Gone) {
      try show(transcript, grader, screen)
    } catch {
      throw ExitCode(Sysexit.ioError.rawValue)
    }
  }

  private func show(_ transcript: Transcript, _ grader: Grader, _ screen: Screen) throws(Screen
    .Gone)
  {
    let name = transcript.header?.client ?? "Client"
    let type = Typesetter(width: screen.width, style: screen.style)
    var before: AllianceReading?
    var regraded: [(text: String, grade: Grade)] = []
    var changed = 0
    if let header = transcript.header {
      let about = "\(header.vignette), seed \(header.seed), graded by \(header.model)"
      try screen.show(type.paragraph(about, indent: 0) + [""])
    }
    for line in transcript.clientLines.prefix(1) {
      try screen.show(type.client(name, line, before: before))
      before = line.alliance
    }
    for aside in transcript.asides where aside.turn == 0 { try screen.show(type.aside(aside)) }
    for exchange in transcript.exchanges {
      let grade = grader.grade(exchange.reply, client: exchange.client)
      regraded.append((exchange.reply, grade))
      try screen.show(type.trainee(exchange.reply))
      try screen.show(
        type.grade(GradeTurn(turn: exchange.turn, grade: grade, coach: Coaching.line(for: grade))))
      if let saved = exchange.grade?.grade, saved.scores != grade.scores {
        changed += 1
        try screen.show(type.paragraph("Saved grade: \(saved.scores), by \(saved.model)") + [""])
      }
      if transcript.clientLines.indices.contains(exchange.turn) {
        let line = transcript.clientLines[exchange.turn]
        try screen.show(type.client(name, line, before: before))
        before = line.alliance
      }
      for aside in transcript.asides where aside.turn == exchange.turn {
        try screen.show(type.aside(aside))
      }
    }
    if let end = transcript.end { try screen.show(type.end(end, name: name)) }
    let count = transcript.exchanges.count
    let same = "\(count) replies graded anew by \(grader.modelName); \(changed) scored otherwise."
    try screen.show(type.paragraph(same, indent: 0))
    if transcript.end == nil {
      let lines = transcript.clientLines.map(\.text)
      let measures = SessionMeasures(turns: regraded, clientLines: lines)
      try screen.show([""] + type.summary(measures))
    }
  }
}

extension Grade {
  /// The three scores, in words.
  fileprivate var scores: String {
    "empathy \(empathy), openness \(openness), non-judgment \(nonjudgment)"
  }
}

extension Transcript {
  /// Reads one conversation from a file of saved events or of text with speaker labels.
  ///
  /// - Throws: `Failure` where the file cannot be read or a line of it is damaged.
  init(file path: String) throws(Failure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): there is no such transcript", .noInput)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure("\(path): not UTF-8 text", .dataError)
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard text.trimmed.hasPrefix("{") else {
      let (transcript, faults) = LabelledText.parse(lines, file: path)
      if let fault = faults.first { throw Failure(fault.description, .dataError) }
      self = transcript
      return
    }
    self.init()
    for (number, line) in lines.enumerated() where !line.trimmed.isEmpty {
      do {
        try append(try JSONLine.decode(SessionEvent.self, from: line))
      } catch {
        throw Failure("\(path):\(number + 1): \(error)", .dataError)
      }
    }
  }
}
