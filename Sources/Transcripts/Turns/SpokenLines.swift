import Diagnostics

/// Makes turns of lines that begin with their speakers' labels.
///
/// How the speakers are labelled shows in the whole. Lines are therefore held, with what is left out
/// among them, up to a bound.
struct SpokenLines {
  private enum Item {
    case line(SpokenLine)
    /// Something is left out, for a reason that is to be told or has been.
    case gap(Diagnostic?)
  }

  /// Who has the floor.
  private enum Floor {
    /// Nobody has spoken yet.
    case nobody
    /// Somebody on a side, which may only be assumed.
    case speaker(Speaker, isAssumed: Bool)
    /// Somebody on neither side, or nobody, as below a heading: what follows is passed over.
    case stranger
  }

  /// For how many bytes counts what holds no words.
  private static let wordlessSize = 64

  private let faults: Faults
  /// What to do about a line that begins as with a speaker, and with whom it does not.
  private let strangerMend: String
  private var turns: TurnJoiner
  private(set) var cast: Cast
  /// What waits for it to be decided who speaks; `nil` once it is.
  private var waiting: [Item]? = []
  /// How many bytes that holds.
  private var size = 0
  private var before = 0
  private var block = 0
  private var labelling: Labelling
  private var floor = Floor.nobody
  private var unspoken: UnspokenLines

  /// Begins a text.
  ///
  /// - Parameters:
  ///   - file: Its name, for faults.
  ///   - names: The names of its speakers.
  ///   - separator: What stands between the lines of a turn.
  ///   - mend: What to do about a line of which nobody is the speaker.
  ///   - strangerMend: What to do about a line that begins as with a speaker, and with whom it does
  ///     not.
  init(
    file: String, names: SpeakerNames, separator: String, mend: String,
    strangerMend: String = "join the line to the one before if it is no name"
  ) {
    faults = Faults(file: file)
    self.strangerMend = strangerMend
    turns = TurnJoiner(file: file, separator: separator)
    cast = Cast(file: file, names: names)
    labelling = Labelling(of: [], names: names)
    unspoken = UnspokenLines(faults: faults, mend: mend)
  }

  /// Takes the next line, trimmed; `voice` is its speaker where something other than a label tells.
  mutating func take(_ text: Substring, at number: Int, voice: String? = nil) -> [Decoded] {
    let label = voice == nil ? SpeakerLabel.possible(in: text, names: cast.names) : nil
    let line = SpokenLine(
      text: text, number: number, voice: voice, label: label, length: text.count, before: before,
      block: block)
    before = line.endsSentence ? 0 : line.length
    guard waiting != nil else {
      labelling.measure(line)
      return said(line)
    }
    return hold(.line(line), bytes: text.isEmpty ? Self.wordlessSize : text.utf8.count)
  }

  /// Takes notice of a gap after which a new turn may begin.
  mutating func skip() {
    before = 0
    block += 1
  }

  /// Takes notice of something that is left out, and keeps the reason in its place among the lines
  /// where it has not been told.
  mutating func leaveOut(_ fault: Diagnostic? = nil) -> [Decoded] {
    // Above the first line there is no order to keep.
    guard waiting?.isEmpty == false else { return leftOut(fault) }
    return hold(.gap(fault), bytes: Self.wordlessSize)
  }

  mutating func finish() -> [Decoded] {
    var result = decide()
    result += unspoken.tell(as: .error).map(Decoded.fault)
    result += turns.finishFile()
    return result + cast.finish(leftOut: turns.unnamed).map(Decoded.fault)
  }

  private mutating func hold(_ item: Item, bytes: Int) -> [Decoded] {
    waiting?.append(item)
    size += bytes
    return size > ScoreInput.mostHeld ? decide() : []
  }

  /// Decides who speaks, where that is still to be done, and goes on with what waited for it.
  private mutating func decide() -> [Decoded] {
    guard let items = waiting else { return [] }
    waiting = nil
    let lines: [SpokenLine] = items.compactMap { item in
      if case .line(let line) = item { line } else { nil }
    }
    labelling = Labelling(of: lines, names: cast.names)
    cast.meet(labelling.met.map { (name: $0, roles: [String]()) })
    return items.flatMap { item in
      switch item {
      case .line(let line): said(line)
      case .gap(let fault): leftOut(fault)
      }
    }
  }

  private mutating func leftOut(_ fault: Diagnostic?) -> [Decoded] {
    turns.leaveOut()
    guard let fault else { return [] }
    return (unspoken.tell() + [fault]).map(Decoded.fault)
  }

  /// Gives what is said in a line to whoever has the floor from here on.
  private mutating func said(_ line: SpokenLine) -> [Decoded] {
    let label = labelling.speakersLabel(of: line)
    var told = giveFloor(line, label)
    let words = label?.rest ?? line.text
    guard case .speaker(let speaker, let isAssumed) = floor else {
      if case .nobody = floor { unspoken.note(line, names: cast.names) }
      return told.map(Decoded.fault)
    }
    if line.voice == nil {
      told += doubts(line, words)
      if let name = labelling.labelWithoutColon(words, of: line) {
        // What the client may have said must not be graded as the therapist's words.
        let isClients = speaker == .trainee && LabelSlips.roles.known(name) == .client
        told.append(noColon(name, line.number, isClients: isClients))
        if isClients {
          floor = .stranger
          return turns.leaveOut(telling: told)
        }
      }
    } else if words.isEmpty {
      return told.map(Decoded.fault)
    }
    return told.map(Decoded.fault)
      + turns.take(
        Utterance(
          speaker: speaker, text: String(words), line: line.number, isAssumed: isAssumed))
  }

  /// Gives the floor to the speaker whom a line names, by a voice or by this label, or takes it away
  /// for a heading.
  private mutating func giveFloor(_ line: SpokenLine, _ label: SpeakerLabel?) -> [Diagnostic] {
    if let voice = line.voice {
      guard let (side, isAssumed) = cast.speaker(voice, at: line.number) else {
        floor = .stranger
        turns.leaveOut()
        return unspoken.tell() + cast.stranger(voice, at: line.number)
      }
      floor = .speaker(side, isAssumed: isAssumed)
      return unspoken.tell()
    }
    if let label {
      cast.hear(label.name)
      labelling.hear(label)
      if let side = labelling.side(of: label) {
        floor = .speaker(side, isAssumed: false)
        return unspoken.tell()
      }
      floor = .stranger
      // Nobody speaks in a remark, so it ends nobody's turn.
      if SpeakerLabel.isRemark(label.key) {
        return unspoken.tell() + cast.heading(label.name, at: line.number)
      }
      turns.leaveOut()
      return unspoken.tell() + cast.stranger(label.name, at: line.number, mend: strangerMend)
    }
    guard let heading = line.label, labelling.isHeading(line) else { return [] }
    floor = .stranger
    return unspoken.tell() + cast.heading(heading.name, at: line.number)
  }

  /// What may be a speaker's label in a line, and is not taken for one.
  private func doubts(_ line: SpokenLine, _ words: Substring) -> [Diagnostic] {
    if let name = labelling.labelWithin(words) {
      return [
        faults.make(
          "label-within", line.number, "'\(name):' stands within the line",
          mend: "it goes on with what was said before it; where a turn begins, begin a line",
          as: .warning)
      ]
    }
    guard let label = line.label, labelling.mayBeginWithComma(line) else { return [] }
    return [
      faults.make(
        "comma", line.number, "'\(label.name):' may be a speaker's label",
        mend: "it goes on with what was said before it; where it is a name, write it without a "
          + "comma, or say --therapist or --client with it", as: .warning)
    ]
  }

  private func noColon(_ name: String, _ line: Int, isClients: Bool) -> Diagnostic {
    faults.make(
      "no-colon", line, "the line begins with '\(name)', and no colon follows",
      mend: (isClients
        ? "passed over up to the next speaker" : "it goes on with what was said before")
        + "; write '\(name):' where a turn begins", as: .warning)
  }
}
