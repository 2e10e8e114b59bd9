import Diagnostics

/// Makes turns of lines that begin with their speakers' labels.
///
/// Whom `Ada:` and `Ben:` stand for is known or said. Whether another beginning of a line is a label
/// at all (`Ben: …`, or `Hamlet: …` in a line that goes on) shows in the whole: where a turn can
/// begin, it is one, and so it is where it begins two lines or more, or where it is written as the
/// labels of known speakers are and could be nothing else. Lines are therefore held, up to a bound.
struct SpokenLines {
  /// The most bytes that are held before it is decided who speaks: about an hour of talk.
  static let held = 1 << 16
  /// The narrowest text, in characters, whose lines may have been broken.
  private static let narrowest = 40

  private struct Line {
    var text: Substring
    var number: Int
    /// The speaker, where something other than a label tells.
    var voice: String?
    var label: SpeakerLabel?
    /// How long the line before is, in characters; 0 where it is the first, comes after a gap or
    /// after the end of a sentence, so that a turn may well begin here.
    var before: Int
    /// How many gaps come before it.
    var block: Int
  }

  private enum Item {
    case line(Line)
    /// Something is left out, for a reason that is to be told or has been.
    case gap(Diagnostic?)
  }

  private let faults: Faults
  /// What to do about a line of which nobody is the speaker.
  private let mend: String
  /// What to do about a line that begins as with a speaker, and with whom it does not.
  private let strangerMend: String
  private var turns: TurnJoiner
  private(set) var cast: Cast
  private var items: [Item] = []
  private var size = 0
  private var hasDecided = false
  /// The labels of people whom nobody knows, and who they are where that can be told.
  private var people: [String: Speaker?] = [:]
  private var before = 0
  private var block = 0
  /// The numbers of lines at the beginning in which nobody speaks, though they have labels.
  private var headings: Set<Int> = []
  /// Labels that lines begin with, as they are compared.
  private var labels: Set<String> = []
  /// The forms in which speakers whose side is known have theirs.
  private var forms: Set<SpeakerLabel.Form> = []
  /// Whether every line that was held has a label.
  private var isLabelledThroughout = false
  /// The longest line so far, in characters.
  private var width = narrowest
  private var speaker: Speaker?
  /// The last speaker's side is only assumed.
  private var isAssumed = false
  /// The last speaker is on neither side.
  private var isStranger = false
  /// The first of the lines before any speaker, and how many there are.
  private var unspoken = Occurrences<Int>()
  /// Whether one of them is more than a heading.
  private var isSentenceUnspoken = false
  /// The role that one of them begins with, where a tab stands behind it.
  private var tabbed: String?

  init(
    file: String, names: SpeakerNames, separator: String, mend: String,
    strangerMend: String = "join the line to the one before if it is no name"
  ) {
    faults = Faults(file: file)
    self.mend = mend
    self.strangerMend = strangerMend
    turns = TurnJoiner(file: file, separator: separator)
    cast = Cast(file: file, names: names)
  }

  /// Takes the next line, trimmed; `voice` is its speaker where something other than a label tells.
  mutating func take(_ text: Substring, at number: Int, voice: String? = nil) -> [Decoded] {
    let line = Line(
      text: text, number: number, voice: voice, label: voice == nil ? label(of: text) : nil,
      before: before, block: block)
    let length = text.count
    width = max(width, length)
    before = Self.endsSentence(text) ? 0 : length
    if hasDecided { return said(line) }
    items.append(.line(line))
    size += text.utf8.count
    return size > Self.held ? decide() : []
  }

  /// The label with which a line may begin: a person's, a role alone on its line, or whatever stands
  /// before a colon or a time.
  private func label(of text: Substring) -> SpeakerLabel? {
    let label = SpeakerLabel(text, names: cast.names)
    if let label, label.isName || label.form != nil || known(label) != nil { return label }
    if let role = SpeakerLabel(role: text, names: cast.names) { return role }
    return SpeakerLabel(anythingBeforeColonOf: text) ?? label
      ?? SpeakerLabel(anythingBeforeTimeOf: text)
  }

  /// Takes notice of a gap after which a new turn may begin.
  mutating func skip() {
    before = 0
    block += 1
  }

  /// Takes notice of something that is left out, and keeps the reason in its place among the lines
  /// where it has not been told.
  mutating func leaveOut(_ fault: Diagnostic? = nil) -> [Decoded] {
    if hasDecided { return leftOut(fault) }
    items.append(.gap(fault))
    return []
  }

  mutating func finish() -> [Decoded] {
    var result = hasDecided ? [] : decide()
    result += tellUnspoken(as: .error).map(Decoded.fault)
    result += turns.finishFile()
    return result + cast.finish(leftOut: turns.unnamed).map(Decoded.fault)
  }

  private static func endsSentence(_ text: Substring) -> Bool {
    let end = text.last { !"\"”’'»*_".contains($0) }
    return end.map { ".?!…—–-)]>。？！」』".contains($0) } ?? true
  }

  /// The lines that wait.
  private var heldLines: [Line] {
    items.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// Learns how the lines that wait are labelled.
  private mutating func findForms() {
    let lines = heldLines
    let known = lines.compactMap(\.label).filter { self.known($0) != nil }
    forms = Set(known.compactMap(\.form))
    isLabelledThroughout = lines.drop { $0.label == nil }.allSatisfy { line in
      guard let label = line.label else { return line.voice != nil }
      return label.isName || label.form == .comma || self.known(label) != nil
    }
  }

  /// Decides who speaks, and goes on with the lines that waited for it.
  private mutating func decide() -> [Decoded] {
    var lines: [String: Int] = [:]
    var beginning: Set<String> = []
    /// Labels that are names as names go.
    var named: Set<String> = []
    var sides: Set<Speaker> = []
    var regular = RegularLabels()
    var met: [(name: String, roles: [String])] = []
    findForms()
    let titles = findTitles()
    headings = titles.union(findHeadings(besides: titles))
    for case .line(let line) in items where !headings.contains(line.number) {
      if let name = line.voice ?? line.label.flatMap({ known($0) == nil ? nil : $0.name }) {
        met.append((name, []))
      }
      if let side = line.voice.flatMap(cast.names.known) ?? line.label.flatMap(known) {
        sides.insert(side)
        regular.someoneElse()
        if let label = line.label { labels.insert(label.key) }
      } else if let label = line.label, label.isName || fits(label, line) {
        lines[label.key, default: 0] += 1
        if label.isName { named.insert(label.key) }
        if mayBegin(line, label) || fits(label, line) { beginning.insert(label.key) }
      } else if let label = line.label, mayStart(line) {
        regular.take(label)
      }
    }
    let repeated = lines.filter { $0.value > 1 }.map(\.key)
    for name in beginning.union(repeated) { people[name] = .some(nil) }
    // With one side there, by a person's word or by its role where nobody is named, the other is
    // whoever there is beside, if that is one and has a name. A lone 'Note: …' is not.
    let speakers = people.keys.filter { !SpeakerLabel.isRemark($0) }
    let returning = repeated.filter { !SpeakerLabel.isRemark($0) }
    if let others = cast.names.others ?? otherRole(sides), !sides.isEmpty, !sides.contains(others),
      speakers.count == 1 || returning.count == 1, let other = returning.first ?? speakers.first,
      named.contains(other)
    {
      people[other] = others
    } else if speakers.isEmpty {
      cast.meet(met)
    }
    // Nobody has such a name, so that nobody is taken for one of the sides by it.
    for key in regular.keys { people[key] = .some(nil) }
    hasDecided = true
    let waiting = items
    items = []
    return waiting.flatMap { item in
      switch item {
      case .line(let line): said(line)
      case .gap(let fault): leftOut(fault)
      }
    }
  }

  private mutating func leftOut(_ fault: Diagnostic?) -> [Decoded] {
    turns.leaveOut()
    guard let fault else { return [] }
    return (tellUnspoken() + [fault]).map(Decoded.fault)
  }

  /// The side that is not there, where a role tells the only one that is and nobody is named.
  private func otherRole(_ sides: Set<Speaker>) -> Speaker? {
    guard !cast.names.areGiven, sides.count == 1 else { return nil }
    return sides.contains(.client) ? .trainee : .client
  }

  /// The lines above the first speaker who is known that hold a label alone, `Zurich, Switzerland:`,
  /// which no other line has, and below which nothing is said.
  private func findTitles() -> Set<Int> {
    let lines = heldLines
    let counts = lines.compactMap(\.label).reduce(into: [:] as [String: Int]) { counts, label in
      counts[label.key, default: 0] += 1
    }
    let above = lines.prefix { $0.voice == nil && $0.label.flatMap(known) == nil }
    let titles = zip(above, lines.dropFirst()).filter { line, next in
      guard let label = line.label, label.rest.isEmpty, counts[label.key] == 1,
        label.form == nil || label.form == .comma, isSpeaker(label, line)
      else { return false }
      return next.voice != nil || next.label.map { isSpeaker($0, next) } ?? false
    }
    return Set(titles.map { line, _ in line.number })
  }

  /// The lines of roles in the block that heads a transcript, where the block tells who is who.
  ///
  /// It ends with a gap. A line without a speaker, or a heading, shows that it is one, and so does
  /// that everybody is named once and says no sentence. Whom a person names speaks.
  private func findHeadings(besides titles: Set<Int>) -> Set<Int> {
    let lines = heldLines
    guard let block = lines.first?.block, lines.last?.block != block else { return [] }
    let head = lines.prefix { $0.block == block }
    let roles = head.filter { line in line.label.map { known($0) != nil } ?? false }
    guard !roles.isEmpty, roles.count < head.count, head.allSatisfy({ $0.voice == nil }),
      Set(roles.compactMap(\.label?.key)).count == roles.count,
      roles.allSatisfy({ line in
        line.label.map { Self.isWhoIsWho($0) && !cast.names.isGiven($0.name) } ?? false
      })
    else { return [] }
    let others = head.filter { line in !roles.contains { $0.number == line.number } }
    guard
      others.allSatisfy({ line in
        let isAbove = line.number < roles[0].number
        guard let label = line.label else { return isAbove }
        // A title may end with a time.
        return titles.contains(line.number) || SpeakerLabel.isRemark(label.key)
          || (isAbove && endsWithTime(label))
      })
    else { return [] }
    return Set(roles.map(\.number))
  }

  /// Whether what follows a role is hardly something said: a name, a code, what stands in brackets.
  private static func isWhoIsWho(_ label: SpeakerLabel) -> Bool {
    let words = label.rest.prefix { $0 != "(" && $0 != "," }.split(whereSeparator: \.isWhitespace)
    return (1...4).contains(words.count) && !(label.rest.last.map { ".?!…".contains($0) } ?? true)
      && words.allSatisfy { $0.first?.isLowercase == false }
  }

  private func known(_ label: SpeakerLabel) -> Speaker? {
    // 'I saw the / doctor 10:30' is said.
    if endsWithTime(label), label.name.first?.isLowercase == true,
      !cast.names.isGiven(label.name)
    {
      return nil
    }
    return cast.names.known(label.name) ?? label.direction.flatMap(cast.names.known)
  }

  /// Whether a label is but a line that ends with a time, and none by its name.
  private func endsWithTime(_ label: SpeakerLabel) -> Bool {
    !label.isName && (label.form == .apart || label.form == .close)
  }

  private mutating func said(_ line: Line) -> [Decoded] {
    var result: [Diagnostic] = []
    var text = line.text
    if let voice = line.voice {
      result += tellUnspoken()
      let found = cast.speaker(voice, at: line.number)
      (speaker, isAssumed) = (found?.side, found?.isAssumed == true)
      isStranger = speaker == nil
      if isStranger {
        turns.leaveOut()
        result += cast.stranger(voice, at: line.number)
      }
    } else if let label = line.label, headings.contains(line.number) {
      (speaker, isStranger) = (nil, true)
      result += tellUnspoken() + cast.heading(label.name, at: line.number)
    } else if let label = line.label, isSpeaker(label, line) {
      result += tellUnspoken()
      cast.hear(label.name)
      labels.insert(label.key)
      text = label.rest
      if let form = label.form, known(label) != nil { forms.insert(form) }
      speaker = known(label) ?? people[label.key] ?? nil
      isAssumed = false
      isStranger = speaker == nil
      if isStranger, SpeakerLabel.isRemark(label.key) {
        // Nobody speaks in it, so it ends nobody's turn.
        result += cast.heading(label.name, at: line.number)
      } else if isStranger {
        turns.leaveOut()
        result += cast.stranger(label.name, at: line.number, mend: strangerMend)
      }
    }
    if isStranger || (line.voice != nil && text.isEmpty) { return result.map(Decoded.fault) }
    guard let speaker else {
      unspoken.note(line.number)
      if text.last.map({ ".?!…".contains($0) }) ?? false { isSentenceUnspoken = true }
      tabbed = tabbed ?? roleBeforeTab(text)
      return result.map(Decoded.fault)
    }
    if line.voice == nil, let name = slips.labelWithin(text) {
      result.append(
        faults.make(
          "label-within", line.number, "'\(name):' stands within the line",
          mend: "it goes on with what was said before it; where a turn begins, begin a line",
          as: .warning))
    } else if let label = line.label, label.form == .comma, mayStart(line), !isSpeaker(label, line)
    {
      result.append(
        faults.make(
          "comma", line.number, "'\(label.name):' may be a speaker's label",
          mend: "it goes on with what was said before it; where it is a name, write it without a "
            + "comma, or say --therapist or --client with it", as: .warning))
    }
    let isUnlabelled = line.voice == nil && line.label?.isName != true
    if isUnlabelled, let name = slips.labelWithoutColon(text, mayStart(line)) {
      // What the client may have said must not be graded as the therapist's words.
      let isClients = speaker == .trainee && LabelSlips.roles.known(name) == .client
      result.append(
        faults.make(
          "no-colon", line.number, "the line begins with '\(name)', and no colon follows",
          mend: (isClients
            ? "passed over up to the next speaker" : "it goes on with what was said before")
            + "; write '\(name):' where a turn begins",
          as: .warning))
      if isClients {
        (self.speaker, isStranger) = (nil, true)
        return turns.leaveOut(telling: result)
      }
    }
    return result.map(Decoded.fault)
      + turns.take(
        Utterance(
          speaker: speaker, text: String(text), line: line.number, isAssumed: isAssumed))
  }

  /// A role with which a line begins, where a tab parts it from what is said, as in a table that was
  /// pasted as text.
  private func roleBeforeTab(_ text: Substring) -> String? {
    guard let tab = text.firstIndex(of: "\t") else { return nil }
    let name = text[..<tab].trimmed
    return cast.names.known(name) == nil ? nil : String(name)
  }

  /// Tells of lines without a speaker that stand together, once for all: above the first speaker as
  /// of a heading, where no sentence ends in them.
  private mutating func tellUnspoken(as severity: Diagnostic.Severity? = nil) -> [Diagnostic] {
    guard let line = unspoken.first else { return [] }
    let more = unspoken.count > 1 ? unspoken.others("nor of") + " after it" : ""
    let told = severity ?? (isSentenceUnspoken ? .error : .warning)
    let mend =
      tabbed.map { "a tab stands behind '\($0)'; write '\($0):', and so with whoever else speaks" }
      ?? mend
    (unspoken, isSentenceUnspoken, tabbed) = (Occurrences(), false, nil)
    return [
      faults.make(
        "no-speaker", line, "nobody is named as the speaker of this line\(more)", mend: mend,
        as: told)
    ]
  }

  /// What looks for labels that were meant and not written as such.
  private var slips: LabelSlips { LabelSlips(labels: labels, names: cast.names) }

  private func isSpeaker(_ label: SpeakerLabel, _ line: Line) -> Bool {
    // Past what was held, the place and the form decide.
    known(label) != nil || people[label.key] != nil || mayBegin(line, label) || fits(label, line)
  }

  /// Whether a label is written as those of speakers whose side is known, and is one whatever the
  /// name.
  private func fits(_ label: SpeakerLabel, _ line: Line) -> Bool {
    switch label.form {
    case .bracketed: forms.contains(.bracketed)
    case .chat: forms.contains(.chat)
    case .apart: forms.contains(.apart) || forms.contains(.close)
    case .close: forms.contains(.close) && !label.asksForTime && mayStart(line)
    case .comma: isLabelledThroughout && !label.isListed && mayStart(line)
    case nil: false
    }
  }

  /// Whether a turn can begin with a line. Where its first word would have fitted on the line
  /// before, it has not come down from there.
  private func mayBegin(_ line: Line, _ label: SpeakerLabel) -> Bool {
    label.isName && !label.isListed && mayStart(line)
  }

  private func mayStart(_ line: Line) -> Bool {
    let word = line.text.prefix { !$0.isWhitespace }.count
    return line.before == 0 || line.before + 1 + word <= width
  }
}
