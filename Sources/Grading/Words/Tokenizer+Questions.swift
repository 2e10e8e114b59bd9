/// Questions that are written without their mark.
extension Utterance {
  /// Whether a sentence asks, by its form alone: a verb turned round before its subject ('Did he
  /// call', 'How was it', 'Wouldn't you say …'), or a tag behind a statement ('…, isn't it').
  ///
  /// What may as well be something else is left to the model: 'Should you need …' (if you do), 'Had I
  /// known', 'Do it', 'Don't you worry'.
  func asksByForm(_ sentence: Range<Int>) -> Bool {
    opensWithInversion(sentence) || endsInTag(sentence)
  }

  private func opensWithInversion(_ sentence: Range<Int>) -> Bool {
    guard var place = sentence.first(where: { !tokens[$0].classes.contains(.lead) }) else {
      return false
    }
    let isWh = tokens[place].classes.contains(.whWord)
    if isWh { place += 1 }
    guard place + 1 < sentence.upperBound, Forms.verbs.contains(tokens[place].hash) else {
      return false
    }
    let verb = tokens[place].hash
    let isDenied = tokens[place + 1].hash == Forms.not
    let subject = place + (isDenied ? 2 : 1)
    guard subject < sentence.upperBound else { return false }
    let noun = tokens[subject]
    if Forms.persons.contains(noun.hash) {
      if isWh { return true }
      if !isDenied { return !Forms.conditional.contains(verb) }
      let next = subject + 1 < sentence.upperBound ? tokens[subject + 1].hash : 0
      return verb != Forms.do || !Forms.urged.contains(next)
    }
    let isThing = Forms.things.contains(noun.hash)
    if isWh { return isThing || noun.classes.contains(.determiner) }
    return isThing
      && (isDenied || !Forms.conditional.contains(verb) && !Forms.commands.contains(verb))
  }

  /// A tag that denies is one wherever it ends a sentence; any other, where it is set off.
  private func endsInTag(_ sentence: Range<Int>) -> Bool {
    let last = sentence.upperBound - 1
    guard sentence.count >= 4, Forms.isSubject(tokens[last].hash) else {
      return false
    }
    let isDenied = tokens[last - 1].hash == Forms.not
    let verb = tokens[last - (isDenied ? 2 : 1)]
    return Forms.verbs.contains(verb.hash) && (isDenied || verb.afterPause)
  }

  /// The words by which it is told.
  private enum Forms {
    static let verbs = hashes(
      """
      do does did is are was were am have has had can could would will should must might may need
      """)
    /// 'Had I known', 'Should you …', 'Were he …', 'May they …'.
    static let conditional = hashes("had should were may might must need")
    /// 'Do it', 'Have this one'; 'Would that he …'.
    static let commands = hashes("do have would")
    static let persons = hashes("i you he she they we")
    static let things = hashes("it this that there these those")

    static func isSubject(_ word: UInt64) -> Bool {
      persons.contains(word) || things.contains(word)
    }

    static let not = Hashing.hash("not")
    static let `do` = Hashing.hash("do")
    /// 'Don't you dare', 'Don't you worry about that'.
    static let urged = hashes("dare worry ever go let forget start fret mind bother be")

    private static func hashes(_ words: String) -> Set<UInt64> {
      Set(words.split(whereSeparator: \.isWhitespace).map { Hashing.hash($0.utf8) })
    }
  }
}
