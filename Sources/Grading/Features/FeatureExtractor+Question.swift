/// How sentences ask: by their mark, a wh-word, turning the verb round, or an invitation.
extension FeatureExtractor {
  /// The form of a question, as far as its words show it.
  enum QuestionForm: Int, CaseIterable {
    /// Does not ask.
    case none
    /// 'What…', 'Why…'
    case whWord
    /// 'How…' with a verb; 'How old…' wants an amount.
    case how, amount
    /// 'Did you…', 'Is it…'
    case inversion
    /// '…, isn't it?'
    case tag
    /// 'Tell me…'
    case invitation
    /// A statement with a question mark.
    case statement
  }

  mutating func addQuestionForm(of sentence: Range<Int>, hasMark: Bool, isLast: Bool) {
    let (form, place) = questionForm(of: sentence, hasMark: hasMark)
    let code = form.rawValue * 2 + (hasMark ? 1 : 0)
    add(.question, labels.form, code, place)
    if isLast { add(.question, labels.lastForm, code, place) }
    if reply.sentences.count == 1 { add(.question, labels.onlyForm, code, place) }
    if form != .none {
      let length = min(sentence.count / 4, 5)
      add(.question, labels.formByLength, code * 8 + length, place)
      let second = place.contains { reply.tokens[$0].classes.contains(.secondPerson) }
      add(.question, labels.formByPerson, code * 2 + (second ? 1 : 0), place)
    }
    addWhClauses(in: sentence, hasMark: hasMark)
  }

  @inline(__always)
  private func questionForm(
    of sentence: Range<Int>, hasMark: Bool
  ) -> (form: QuestionForm, place: Range<Int>) {
    let tokens = reply.tokens
    // 'And so how did…': little words before the first telling word do not count.
    var opening = sentence.lowerBound
    while opening < sentence.upperBound, tokens[opening].classes.contains(.lead) { opening += 1 }
    for start in sentence where start == opening || tokens[start].afterPause {
      let first = tokens[start]
      let next = start + 1 < sentence.upperBound ? tokens[start + 1] : nil
      let place = start..<min(start + 3, sentence.upperBound)
      if first.classes.contains(.whWord), hasMark || start == opening {
        guard first.hash == labels.how else { return (.whWord, place) }
        return (next?.classes.contains(.amount) == true ? .amount : .how, place)
      }
      if first.classes.contains(.auxiliary), let next, isSubject(next) {
        let isTag = start > opening && sentence.upperBound - start <= 5
        return (isTag ? .tag : .inversion, place)
      }
      if start == opening, first.classes.contains(.invitation) { return (.invitation, place) }
    }
    return hasMark ? (.statement, sentence.suffix(3)) : (.none, sentence.prefix(1))
  }

  /// Whether a token can be the subject after a turned-round verb.
  private func isSubject(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.firstPerson, .secondPerson, .thirdPerson])
      || token.classes.contains(.negation) || token.classes.contains(.determiner)
  }

  /// Adds each wh-word of the sentence with the two words after it, wherever it stands.
  private mutating func addWhClauses(in sentence: Range<Int>, hasMark: Bool) {
    for index in sentence where reply.tokens[index].classes.contains(.whWord) {
      var hash = Hashing.join(labels.wh, hasMark ? 1 : 0)
      for next in index..<min(index + 3, sentence.upperBound) {
        hash = Hashing.join(hash, reply.tokens[next].hash)
        add(.question, hash, index, next)
      }
    }
  }
}
