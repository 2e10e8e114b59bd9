import Scenarios

/// The names of people and places in a text.
enum Names {
  /// The words that begin with a capital within a sentence, in lower case.
  static func all(in text: String) -> Set<String> {
    let words = text.split(whereSeparator: \.isWhitespace)
    return Set(
      zip(words, words.dropFirst()).compactMap { before, word in
        before.last.map { ".!?:".contains($0) } == true ? nil : name(word)
      })
  }

  /// Those whom a text introduces: a name beside what somebody is to the speaker, 'Jan's my wife', 'my
  /// brother, Silas'.
  static func introduced(in text: String) -> Set<String> {
    let words = text.split(whereSeparator: \.isWhitespace)
    let plain = words.map { Words.all(of: $0).joined() }
    var names: Set<String> = []
    for place in words.indices where Kin.words.contains(plain[place]) {
      if place + 1 < words.count, words[place].last.map({ ".!?".contains($0) }) == false,
        let name = name(words[place + 1])
      {
        names.insert(name)
      }
      guard let owner = plain[..<place].suffix(3).lastIndex(where: owners.contains) else {
        continue
      }
      let isVerb = owner > 0 && ["is", "was"].contains(plain[owner - 1])
      let subject = isVerb ? owner - 2 : owner - 1
      if subject >= 0, isVerb || plain[subject].hasSuffix("s"), let name = name(words[subject]) {
        names.insert(name)
      }
    }
    return names
  }

  /// A word in lower case and without what follows its letters, if it begins with a capital and is not
  /// the speaker.
  private static func name(_ word: Substring) -> String? {
    let letters = word.prefix(while: \.isLetter)
    return letters.count > 1 && letters.first?.isUppercase == true ? letters.lowercased() : nil
  }

  private static let owners: Set<String> = ["my", "our"]
}

extension Vignette {
  /// Whether one of some words, in lower case, is a name in the client's story.
  func hasName(among words: [String]) -> Bool {
    let names = storyLines.reduce(into: Names.all(in: summary)) {
      $0.formUnion(Names.all(in: $1.text))
    }
    return !names.isDisjoint(with: words)
  }
}
