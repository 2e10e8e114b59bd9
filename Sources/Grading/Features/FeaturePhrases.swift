/// Puts features into plain words, for people who ask why a reply was graded as it was: words and
/// forms that tell something each by itself, and the rest together.
struct FeaturePhrases {
  let text: String
  let utterance: Utterance

  /// What a feature says, for example `the words "you feel"` or `asks with a wh-word`.
  func phrase(for feature: Feature) -> String {
    if let phrase = Self.named[feature.key] { return phrase }
    if isLittleWord(feature) { return Self.untelling }
    switch feature.kind {
    case .word, .letters: return "the word \"\(words(of: feature))\""
    case .words: return "the words \"\(words(of: feature))\""
    case .opening: return "begins with \"\(words(of: feature))\""
    case .ending: return "ends with \"\(words(of: feature))\""
    case .shape: return "the way \"\(words(of: feature))\" is built"
    case .question: return "asks with \"\(words(of: feature))\""
    case .wordClass: return "the word \"\(words(of: feature))\""
    case .context: return "\"\(words(of: feature))\" \(context(of: feature))"
    case .feeling: return "the feeling in \"\(words(of: feature))\""
    case .overlap, .length, .client, .course: return Self.untelling
    }
  }

  /// What no person could learn from is told as one sum, whatever it says to the model.
  static let untelling = "the rest of it: length, order, little words"

  /// Whether a feature is of a single word that says nothing by itself: of such there is a sum.
  private func isLittleWord(_ feature: Feature) -> Bool {
    guard [.word, .letters, .wordClass].contains(feature.kind), feature.first == feature.last,
      utterance.tokens.indices.contains(Int(feature.first))
    else { return false }
    return utterance.tokens[Int(feature.first)].classes.contains(.function)
  }

  private func words(of feature: Feature) -> String {
    let first = Int(feature.first)
    let last = min(Int(feature.last), utterance.tokens.count - 1)
    guard first <= last else { return "" }
    return String(utterance.quote(first..<last + 1, of: text))
  }

  private func context(of feature: Feature) -> String {
    switch utterance.tokens[Int(feature.first)].context {
    case .plain: "as it stands"
    case .negated: "after a negation"
    case .quoted: "in quotation marks"
    case .reported: "as something thought or said"
    }
  }

  /// Phrases of features that stand for a count or a form rather than for words.
  private static let named: [UInt32: String] = {
    var phrases: [UInt32: String] = [:]
    let labels = FeatureLabels.all
    func name(_ kind: Feature.Kind, _ label: UInt64, _ number: Int, _ phrase: String) {
      let hash = Hashing.join(label, UInt64(truncatingIfNeeded: number))
      phrases[Feature.key(kind, hash)] = phrase
    }
    for form in FeatureExtractor.QuestionForm.allCases {
      for mark in 0...1 {
        let code = form.rawValue * 2 + mark
        for label in [labels.form, labels.lastForm, labels.onlyForm] {
          name(.question, label, code, form.phrase)
        }
        for length in 0...5 {
          name(.question, labels.formByLength, code * 8 + length, form.phrase)
        }
        for second in 0...1 {
          name(.question, labels.formByPerson, code * 2 + second, form.phrase)
        }
      }
    }
    for shared in 0...6 {
      name(
        .overlap, labels.shared, shared,
        shared == 0
          ? "shares no telling word with the client's line"
          : shared < 3
            ? "shares few words with the client's line"
            : "shares many words with the client's line")
    }
    for new in 0...12 {
      name(
        .overlap, labels.new, new,
        new < 3 ? "brings few words of its own" : "brings words that the client did not use")
    }
    for step in 0...4 {
      name(.overlap, labels.run, step, "repeats the client's words in their order")
    }
    for step in 0...14 {
      let phrase =
        step == 0 ? "holds only words that fit any client" : "says something particular"
      name(.overlap, labels.particularOfAll, step, phrase)
      for asking in 0...1 { name(.overlap, labels.particular, step * 2 + asking, phrase) }
    }
    let empty = "could be said to any client"
    for asking in 0...1 { name(.overlap, labels.empty, asking, empty) }
    name(.overlap, labels.allEmpty, 0, empty)
    name(.overlap, labels.clientAsks, 0, "the client had asked something")
    name(.feeling, labels.relation, 0, "names a feeling where the client named none")
    name(.feeling, labels.relation, 1, "names another feeling than the client did")
    name(.feeling, labels.relation, 2, "names the client's own feeling")
    return phrases
  }()
}

extension FeatureExtractor.QuestionForm {
  /// What it says of a sentence.
  fileprivate var phrase: String {
    switch self {
    case .none: "does not ask"
    case .whWord: "asks with a wh-word"
    case .how: "asks with 'how'"
    case .amount: "asks for an amount"
    case .inversion: "asks by turning the verb round"
    case .tag: "ends in a tag question"
    case .invitation: "invites with an imperative"
    case .statement: "puts a question mark after a statement"
    }
  }
}
