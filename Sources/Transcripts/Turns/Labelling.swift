/// How the speakers of a text are labelled.
///
/// Whom `Ada:` and `Ben:` stand for is known or said. Whether another beginning of a line is a label
/// at all (`Ben: …`, or `Hamlet: …` in a line that goes on) shows in the whole: where a turn can
/// begin, it is one, and so it is where it begins two lines or more, or where it is written as the
/// labels of known speakers are and could be nothing else.
struct Labelling {
  /// The narrowest text, in characters, whose lines may have been broken.
  private static let narrowest = 40

  private let names: SpeakerNames
  /// The labels of people whom nobody knows, and who they are where that can be told.
  private var people: [String: Speaker?] = [:]
  /// The numbers of lines at the beginning in which nobody speaks, though they have labels.
  private var headings: Set<Int> = []
  /// Labels that lines begin with, as they are compared.
  private var labels: Set<String> = []
  /// The forms in which speakers whose side is known have theirs.
  private var forms: Set<SpeakerLabel.Form>
  /// Whether every line has a label among those from which this was learned.
  private let isLabelledThroughout: Bool
  /// The longest line so far, in characters.
  private var width: Int
  /// The names of those who speak in the lines from which this was learned, where nobody else has a
  /// label there.
  private(set) var met: [String] = []

  /// Learns it from the lines with which a text begins.
  init(of lines: [SpokenLine], names: SpeakerNames) {
    self.names = names
    width = lines.reduce(Self.narrowest) { max($0, $1.length) }
    let known = lines.compactMap(\.label).filter { $0.side(in: names) != nil }
    forms = Set(known.compactMap(\.form))
    isLabelledThroughout = lines.drop { $0.label == nil }.allSatisfy { line in
      guard let label = line.label else { return line.voice != nil }
      return label.isName || label.form == .comma || label.side(in: names) != nil
    }
    let titles = findTitles(in: lines)
    let headings = titles.union(findWhoIsWho(in: lines, besides: titles))
    self.headings = headings
    findPeople(in: lines.filter { !headings.contains($0.number) })
  }

  /// The label with which a line begins, where it is a speaker's.
  func speakersLabel(of line: SpokenLine) -> SpeakerLabel? {
    guard let label = line.label, !isHeading(line), isSpeaker(label, line) else { return nil }
    return label
  }

  /// On which side the speaker is who has this label, where that is known.
  func side(of label: SpeakerLabel) -> Speaker? {
    label.side(in: names) ?? people[label.key] ?? nil
  }

  /// Whether nobody speaks in a line that begins with a label.
  func isHeading(_ line: SpokenLine) -> Bool { headings.contains(line.number) }

  /// Whether a line may begin with a name with a comma in it, and is not taken to.
  func mayBeginWithComma(_ line: SpokenLine) -> Bool {
    guard let label = line.label, label.form == .comma else { return false }
    return mayStart(line) && !isSpeaker(label, line)
  }

  /// A label that stands within what is said, with a colon behind it.
  func labelWithin(_ words: Substring) -> String? { slips.labelWithin(words) }

  /// A label with which what is said in a line begins, and behind which the colon lacks.
  func labelWithoutColon(_ words: Substring, of line: SpokenLine) -> String? {
    line.label?.isName == true ? nil : slips.labelWithoutColon(words, mayStart(line))
  }

  /// What looks for labels that were meant and not written as such.
  private var slips: LabelSlips { LabelSlips(labels: labels, names: names) }

  /// Takes notice of a speaker's label.
  mutating func hear(_ label: SpeakerLabel) {
    labels.insert(label.key)
    if let form = label.form, label.side(in: names) != nil { forms.insert(form) }
  }

  /// Takes notice of how long a line is.
  mutating func measure(_ line: SpokenLine) { width = max(width, line.length) }

  /// The lines above the first speaker who is known that hold a label alone, `Zurich, Switzerland:`,
  /// which no other line has, and below which nothing is said.
  private func findTitles(in lines: [SpokenLine]) -> Set<Int> {
    let counts = lines.compactMap(\.label).reduce(into: [:] as [String: Int]) { counts, label in
      counts[label.key, default: 0] += 1
    }
    let above = lines.prefix { $0.voice == nil && $0.label?.side(in: names) == nil }
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
  private func findWhoIsWho(in lines: [SpokenLine], besides titles: Set<Int>) -> Set<Int> {
    guard let block = lines.first?.block, lines.last?.block != block else { return [] }
    let head = lines.prefix { $0.block == block }
    let roles = head.filter { $0.label?.side(in: names) != nil }
    guard !roles.isEmpty, roles.count < head.count, head.allSatisfy({ $0.voice == nil }),
      Set(roles.compactMap(\.label?.key)).count == roles.count,
      roles.allSatisfy({ line in
        line.label.map { Self.isWhoIsWho($0) && !names.isGiven($0.name) } ?? false
      })
    else { return [] }
    let others = head.filter { line in !roles.contains { $0.number == line.number } }
    guard
      others.allSatisfy({ line in
        let isAbove = line.number < roles[0].number
        guard let label = line.label else { return isAbove }
        // A title may end with a time.
        return titles.contains(line.number) || SpeakerLabel.isRemark(label.key)
          || (isAbove && label.endsWithTime)
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

  /// Labels of speakers who are not known, or of nobody.
  private struct Unknown {
    /// How many lines begin with each that may be a speaker's.
    var lines: [String: Int] = [:]
    /// Those that stand where a turn can begin, or are written as those of known speakers are.
    var certain: Set<String> = []
    /// Those that are names as names go.
    var named: Set<String> = []
    /// Those that nobody could have as a name.
    var regular = RegularLabels()
  }

  /// Finds whose labels there are in lines without headings.
  private mutating func findPeople(in lines: [SpokenLine]) {
    let sides = Set(lines.compactMap { knownSide(of: $0) })
    labels = Set(lines.compactMap(\.label).filter { $0.side(in: names) != nil }.map(\.key))
    let unknown = countUnknown(in: lines)
    let repeated = unknown.lines.filter { $0.value > 1 }.map(\.key)
    for name in unknown.certain.union(repeated) { people[name] = .some(nil) }
    // With one side there, by a person's word or by its role where nobody is named, the other is
    // whoever there is beside, if that is one and has a name. A lone 'Note: …' is not.
    let speakers = people.keys.filter { !SpeakerLabel.isRemark($0) }
    let returning = repeated.filter { !SpeakerLabel.isRemark($0) }
    if let others = names.others ?? otherRole(sides), !sides.isEmpty, !sides.contains(others),
      speakers.count == 1 || returning.count == 1, let other = returning.first ?? speakers.first,
      unknown.named.contains(other)
    {
      people[other] = others
    } else if speakers.isEmpty {
      met = lines.compactMap { line in
        line.voice ?? line.label.flatMap { $0.side(in: names) == nil ? nil : $0.name }
      }
    }
    // Nobody has such a name, so that nobody is taken for one of the sides by it.
    for key in unknown.regular.keys { people[key] = .some(nil) }
  }

  private func countUnknown(in lines: [SpokenLine]) -> Unknown {
    var unknown = Unknown()
    for line in lines {
      if knownSide(of: line) != nil {
        unknown.regular.someoneElse()
      } else if let label = line.label, label.isName || fits(label, line) {
        unknown.lines[label.key, default: 0] += 1
        if label.isName { unknown.named.insert(label.key) }
        if mayBegin(line, label) || fits(label, line) { unknown.certain.insert(label.key) }
      } else if let label = line.label, mayStart(line) {
        unknown.regular.take(label)
      }
    }
    return unknown
  }

  /// On which side a line's speaker is, where a name or a role tells.
  private func knownSide(of line: SpokenLine) -> Speaker? {
    line.voice.flatMap(names.known) ?? line.label?.side(in: names)
  }

  /// The side that is not there, where a role tells the only one that is and nobody is named.
  private func otherRole(_ sides: Set<Speaker>) -> Speaker? {
    guard !names.areGiven, sides.count == 1 else { return nil }
    return sides.contains(.client) ? .trainee : .client
  }

  private func isSpeaker(_ label: SpeakerLabel, _ line: SpokenLine) -> Bool {
    // Past what this was learned from, the place and the form decide.
    label.side(in: names) != nil || people[label.key] != nil || mayBegin(line, label)
      || fits(label, line)
  }

  /// Whether a label is written as those of speakers whose side is known, and is one whatever the
  /// name.
  private func fits(_ label: SpeakerLabel, _ line: SpokenLine) -> Bool {
    switch label.form {
    case .bracketed: forms.contains(.bracketed)
    case .chat: forms.contains(.chat)
    case .apart: forms.contains(.apart) || forms.contains(.close)
    case .close: forms.contains(.close) && !label.asksForTime && mayStart(line)
    case .comma: isLabelledThroughout && !label.isListed && mayStart(line)
    case nil: false
    }
  }

  /// Whether a turn can begin with a line that begins with a label.
  private func mayBegin(_ line: SpokenLine, _ label: SpeakerLabel) -> Bool {
    label.isName && !label.isListed && mayStart(line)
  }

  private func mayStart(_ line: SpokenLine) -> Bool { line.mayStart(in: width) }
}
