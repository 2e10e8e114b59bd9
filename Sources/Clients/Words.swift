/// Words as far as a client needs them: to notice what a reply is about.
enum Words {
  /// Words that name no subject.
  static let common: Set<String> = Set(
    """
    a about after again all also am an and any are as at be because been before being but by can \
    could did do does doing don down feel feeling feels for from get go going got had has have he \
    her here him his how i if in into is it its just kind know like lot made make me mean more much \
    my no not now of oh ok okay on one or other our out over really right said say see she should \
    so some something sort sound sounds still such tell than that the their them then there these \
    they thing think this those though to too up us very want was way we well were what when where \
    which who why will with would yeah yes you your yourself
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The words of a text in lower case, without apostrophes.
  static func all(of text: String) -> [String] {
    text.lowercased().replacing("'", with: "").replacing("’", with: "")
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The stems of words that name a subject.
  static func content(of text: String) -> Set<String> {
    Set(all(of: text).filter { !common.contains($0) }.map(stem))
  }

  /// A word without its commonest English endings; short words stay as they are.
  static func stem(_ word: String) -> String {
    for ending in ["ingly", "ing", "edly", "ed", "ies", "es", "s", "ly"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// Whether a reply hands back the client's own words and adds next to nothing: six words or
  /// more, nine in ten of them the client's.
  static func parrots(_ reply: String, _ line: String) -> Bool {
    let said = all(of: reply)
    guard said.count >= 6 else { return false }
    let swap = ["you": "i", "your": "my", "youre": "im", "yourself": "myself", "youve": "ive"]
    let theirs = Set(all(of: line))
    let taken = said.count { theirs.contains($0) || theirs.contains(swap[$0] ?? $0) }
    return Double(taken) >= 0.9 * Double(said.count)
  }
}
