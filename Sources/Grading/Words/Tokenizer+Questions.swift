/// Questions that are written without their mark.
extension Utterance {
  /// Whether a sentence asks, by its form alone: a verb turned round before its subject ('Did he
  /// call', 'How was it', 'You left, did you tell her'), or a tag behind a statement ('…, isn't it').
  ///
  /// What may as well be something else is left to the model: 'Should you need …' (if you do), 'Had I
  /// known', 'Do it', 'Don't you worry', and what somebody asks themselves ('You think, did I …').
  func asksByForm(_ sentence: Range<Int>) -> Bool {
    let opening = sentence.first { !tokens[$0].classes.contains(.lead) } ?? sentence.upperBound
    return sentence.contains { place in
      let isOpening = place == opening
      return (isOpening || place > opening && tokens[place].afterPause)
        && inverts(place..<sentence.upperBound, isOpening: isOpening)
    } || endsInTag(sentence)
  }

  /// Whether a clause begins with a verb turned round before its subject.
  private func inverts(_ clause: Range<Int>, isOpening: Bool) -> Bool {
    var place = clause.lowerBound
    let isWh = tokens[place].classes.contains(.whWord)
    if isWh {
      // '…, which is the worst of it' and '…, who did' tell; they do not ask.
      if !isOpening, Forms.relative.contains(tokens[place].hash) { return false }
      place += 1
    }
    guard place + 1 < clause.upperBound, Forms.verbs.contains(tokens[place].hash) else {
      return false
    }
    let verb = tokens[place].hash
    let isDenied = tokens[place + 1].hash == Forms.not
    place += isDenied ? 2 : 1
    guard place < clause.upperBound else { return false }
    let subject = tokens[place].hash
    if Forms.speaker.contains(subject) {
      return verb == Forms.shall || isOpening && verb != Forms.had
    }
    let next = place + 1 < clause.upperBound ? tokens[place + 1].hash : 0
    if Forms.persons.contains(subject) {
      if isWh { return true }
      guard isDenied else { return !Forms.conditional.contains(verb) }
      return verb != Forms.do || !Forms.urged.contains(next)
    }
    let isThing = Forms.things.contains(subject)
    guard isThing || isOpening && Forms.determiners.contains(subject) else { return false }
    return isWh || !Forms.conditional.contains(verb) && !Forms.commands.contains(verb)
  }

  /// A tag that denies is one wherever it ends a sentence; any other, where it is set off.
  private func endsInTag(_ sentence: Range<Int>) -> Bool {
    let last = sentence.upperBound - 1
    guard sentence.count > 3 else { return false }
    if tokens[last].afterPause { return Forms.tags.contains(tokens[last].hash) }
    guard Forms.pronouns.contains(tokens[last].hash) else { return false }
    let isDenied = tokens[last - 1].hash == Forms.not
    let place = last - (isDenied ? 2 : 1)
    guard Forms.verbs.contains(tokens[place].hash) else { return false }
    // 'You couldn't pretend it wasn't you' has its subject before the verb.
    return tokens[place].afterPause
      || isDenied && !Forms.pronouns.contains(tokens[place - 1].hash)
  }

  /// The words by which it is told.
  private enum Forms {
    static let verbs = hashes(
      "do does did is are was were am have has had can could will would should shall must might may"
    )
    /// 'Had I known', 'Should you …', 'Were he …', 'May they …'.
    static let conditional = hashes("had should were may might must")
    /// 'Do it', 'Have this one', 'Can it'; 'Would that he …'.
    static let commands = hashes("do have can would will could")
    static let speaker = hashes("i we")
    static let persons = hashes("you he she they")
    static let things = hashes(
      "it this that there these those yours mine his hers theirs anyone anybody someone somebody"
        + " everyone everybody anything something everything nobody nothing")
    /// What a tag ends in.
    static let pronouns = hashes("i we you he she they it there that this")
    static let determiners = hashes("the a an any my your his her their our its")
    static let relative = hashes("which who whose whom")
    static let tags = hashes("right correct huh innit")
    static let not = Hashing.hash("not")
    static let `do` = Hashing.hash("do")
    static let had = Hashing.hash("had")
    static let shall = Hashing.hash("shall")
    /// 'Don't you dare', 'Don't you worry about that'.
    static let urged = hashes("dare worry ever go let forget start fret mind bother be")

    private static func hashes(_ words: String) -> Set<UInt64> {
      Set(words.split(separator: " ").map { Hashing.hash($0.utf8) })
    }
  }
}
