import Diagnostics
import Lines
import Listening

/// Reads saved sessions, one event a line; a header begins the next session.
///
/// A session is held until it ends, because a turn can still be taken back.
struct SessionDecoder: TranscriptDecoder {
  private let file: String
  private let faults: Faults
  private var transcript = Transcript()
  private var count = 1
  /// How many turns of the session were taken back.
  private var retries = 0
  /// The line of the session's last end.
  private var endLine: Int?
  /// The lines of events that cannot follow what came before, and what is wrong with the first: where
  /// a line is lost, none of those behind it can.
  private var misfits = Occurrences<Int>()
  private var misfit = ""
  /// The lines of events that no session's header stands before.
  private var headless = Occurrences<Int>()
  /// Whether a line of the session could not be read, which has been told.
  private var hasUnread = false
  /// The line of the session's last reply.
  private var replyLine = 0
  /// The lines of replies that the client has answered and that have no grade: Attune saves all three
  /// at once.
  private var ungraded = Occurrences<Int>()

  init(file: String) {
    self.file = file
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank { return [] }
    var result: [Decoded] = []
    do {
      let event = try JSONLine.decode(SessionEvent.self, from: line)
      if case .session = event {
        // What is wrong before it is so of another session, also of one whose header is not read.
        let isNext = transcript.header != nil || misfits.count > 0
        result = finish()
        if isNext { count += 1 }
      } else if transcript.header == nil, misfits.count == 0 {
        headless.note(number)
        return result + Decoded.noticing(headless, withoutHeader)
      }
      try transcript.append(event)
      switch event {
      case .retry: retries += 1
      case .end: endLine = number
      case .reply: replyLine = number
      case .client:
        if let reply = transcript.exchanges.last, reply.grade == nil { ungraded.note(replyLine) }
      default: break
      }
    } catch let error as TranscriptError {
      if misfits.count == 0 { misfit = error.description }
      misfits.note(number)
      result += Decoded.noticing(misfits, outOfOrder)
    } catch {
      hasUnread = true
      result.append(.fault(faults.noEvent(number, "\(error)")))
    }
    return result
  }

  mutating func skipLine() -> [Decoded] {
    hasUnread = true
    return []
  }

  mutating func finish() -> [Decoded] {
    defer {
      (transcript, misfits, retries, endLine) = (Transcript(), Occurrences(), 0, nil)
      (hasUnread, ungraded, headless) = (false, Occurrences(), Occurrences())
    }
    let session = TurnJoiner.session(count == 1 ? nil : String(count), in: file)
    var replies = transcript.exchanges.map { exchange in
      ReplyToScore(
        session: session, file: file, turn: exchange.turn,
        id: .string("\(session)#\(exchange.turn)"), client: exchange.client,
        text: exchange.reply, graded: exchange.grade?.grade)
    }
    let after = transcript.clientLines.dropFirst(replies.count).map(\.text)
    let words = (after + [transcript.end?.text ?? ""]).filter { !$0.isEmpty }
    if !replies.isEmpty, !words.isEmpty {
      replies[replies.count - 1].closing = words.joined(separator: "\n")
    }
    if !replies.isEmpty { replies[replies.count - 1].saved = saved }
    return replies.map(Decoded.reply)
      + [withoutHeader, outOfOrder, unlikeEnd, lostGrades].compactMap { $0.map(Decoded.fault) }
  }

  /// What is told of events that cannot follow what came before.
  private var outOfOrder: Diagnostic? {
    misfits.first.map {
      faults.noEvent(
        $0, misfit + misfits.others("as where a line is lost, and so it is with"))
    }
  }

  /// What is told of events without a header, of which nothing can be scored.
  private var withoutHeader: Diagnostic? {
    headless.first.map {
      faults.make(
        "header-missing", $0,
        "this line is of a saved session whose first line, the header, is missing"
          + headless.others("and so are"),
        mend: "put the header back, or score another copy of the session",
        outcome: Faults.passedOver)
    }
  }

  /// What is told where the end has another bond than the client's last line, which Attune never
  /// writes.
  private var unlikeEnd: Diagnostic? {
    guard misfits.count == 0, let endLine, let end = transcript.end,
      let last = transcript.clientLines.last, last.alliance.bond != end.outcome.bond
    else { return nil }
    return faults.make(
      "end-differs", endLine,
      "the session's end tells trust \(end.outcome.bond.percent), and the client's last line "
        + "\(last.alliance.bond.percent)",
      mend: "the file was changed; what it says of the session is given as the end has it",
      as: .warning)
  }

  /// What is told where grades are gone, of which Attune saves one with each reply.
  private var lostGrades: Diagnostic? {
    guard misfits.count == 0, !hasUnread else { return nil }
    return ungraded.first.map {
      faults.make(
        "grade-missing", $0,
        "the client has answered this reply, and it has no grade\(ungraded.others("and so it is with"))",
        mend: "the file was changed; what is written is graded anew, and trust and depth are the "
          + "file's", as: .warning)
    }
  }

  private var saved: SavedSession? {
    transcript.header.map { header in
      // Where something is missing, what the session came to is not what is left of it.
      let outcome = misfits.count > 0 ? nil : transcript.end?.outcome
      return SavedSession(
        vignette: header.vignette, seed: header.seed,
        bond: outcome?.bond ?? transcript.clientLines.last?.alliance.bond ?? 0,
        ruptures: outcome?.ruptures ?? transcript.ruptures, outcome: outcome,
        ending: misfits.count > 0 ? nil : transcript.end?.reason, retries: retries)
    }
  }
}
