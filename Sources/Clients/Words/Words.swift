import Listening

/// The words of texts, for a client to notice what a reply is about.
enum Words {
  /// Words that name no subject.
  static let common: Set<String> = Set(
    """
    a about after again all also am an and any are as at be because been before being but by can \
    could did do does doing don down feel feeling feels for from get go going got had has have he \
    her here him his how i if in into is it its just kind know like lot made make me mean more much \
    my no not now of oh ok okay on one or other others our out over really right said say see she \
    should so some something sort sound sounds still such tell than that the their them then there these \
    they thing think this those though to too up us very want was way we well were what when where \
    which who why will with would yeah yes you your yourself
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that two texts share by chance: short forms, little words and the commonest verbs.
  static let slight: Set<String> = Set(
    """
    always another anyway around away back bit both cant came come couldnt day didnt doesnt dont \
    each else enough even ever every everything few find first found gave give given goes gone \
    hadnt half havent hed hes id ill im isnt ive keep keeps kept knew last left let lets little \
    long maybe moment most much nearly never next nobody nothing often once only part put quite \
    rather same sat shed shes since stay stayed stays take taken takes theres theyd theyre thing \
    things thought time times told took true until wanted wants wasnt went weve while whole \
    without wont wouldnt yet youd youre youve
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Indefinite words, whose meaning names no topic.
  static let indefinite: Set<String> = [
    "anybody", "anyone", "anything", "everybody", "everyone", "everything", "nobody", "none",
    "nothing", "somebody", "someone", "talk", "talking", "tell", "telling",
  ]

  /// The words of a text in lower case, without apostrophes.
  static func all(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": word.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case _ where scalar.isApostrophe: continue
      case _ where scalar.isASCII: close()
      default:
        // An accent that stands by itself belongs to the letter before it.
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil
          || !word.isEmpty && properties.isGraphemeExtend
        {
          word += properties.lowercaseMapping.utf8
        } else {
          close()
        }
      }
    }
    close()
    return words
  }

  /// The words that name a subject.
  static func naming(in text: String) -> [String] {
    naming(among: all(of: text))
  }

  /// Those of some words that name a subject.
  static func naming(among words: [String]) -> [String] { words.filter { !common.contains($0) } }

  /// The stems of words that name a subject.
  static func content(of text: String) -> Set<String> { Set(naming(in: text).map(stem)) }

  /// The stems of the words by which a text tells something particular.
  static func telling(of text: some StringProtocol) -> Set<String> {
    Set(naming(among: all(of: text)).filter { !slight.contains($0) }.map(stem))
  }

  /// Whether a text tells most of what another one tells, in two of its telling words or more.
  static func tells(_ text: some StringProtocol, mostOf other: some StringProtocol) -> Bool {
    let wanted = telling(of: other)
    let shared = wanted.intersection(telling(of: text)).count
    return shared > 1 && 2 * shared > wanted.count
  }

  private static let notKnowing = Phrase.list(
    """
    dunno
    ^ um|well|oh? dont know
    i dont|couldnt|cant honestly|quite|really|rightly? know|say|tell
    not sure
    """)

  /// Whether a line says that its speaker does not know.
  static func saysNotKnowing(_ line: String) -> Bool { notKnowing.range(in: all(of: line)) != nil }

  /// Whether a line remarks on a silence, and so answers nothing that was said.
  static func namesSilence(_ line: String) -> Bool {
    !Set(all(of: line)).isDisjoint(with: ["silence", "silent", "quiet"])
  }

  /// Words that deny, or say that something is not there.
  static let negations: Set<String> = Set(
    """
    aint arent cannot cant couldnt didnt doesnt dont gone hadnt hardly hasnt havent isnt neither never no \
    nobody none nor not nothing nowhere shouldnt wasnt werent without wont wouldnt
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Those of them that tell of something not being so, and not only of how much there is of it.
  static let tellingAbsence = negations.subtracting(["hardly", "never", "no", "none", "without"])

  /// Whether a clause binds what it says to something not being so: 'when it doesn't come'.
  static func supposesAbsence(_ clause: [String]) -> Bool {
    guard let place = clause.firstIndex(where: conditions.contains) else { return false }
    return !tellingAbsence.isDisjoint(with: clause[place...])
  }

  private static let conditions: Set<String> = ["if", "once", "when", "whenever"]

  private static let choice = Phrase.list(
    """
    choose|choosing|choice|pick|consulted
    a say
    up|down to me
    for me to
    leave|left|leaving
    asking me
    being asked
    how far
    let me|that
    """)

  /// Whether a line speaks of a choice, and so answers no praise.
  static func namesChoice(_ line: String) -> Bool { choice.range(in: all(of: line)) != nil }

  /// Past forms that no ending tells of and that are no other word's as well, each with its verb.
  private static let irregular: [String: String] = {
    let pairs = """
      ate eat broke break broken break brought bring built build burnt burn caught catch chose \
      choose chosen choose drove drive driven drive eaten eat fed feed flew fly flown fly forgot \
      forget forgotten forget fought fight froze freeze frozen freeze grew grow grown grow hid \
      hide hidden hide kept keep knelt kneel learnt learn lent lend met meet paid pay rang ring \
      sang sing sung sing sent send shook shake shaken shake slept sleep sold sell spent spend \
      spoke speak spoken speak stole steal stolen steal swam swim swum swim swept sweep taught \
      teach threw throw thrown throw wept weep woke wake woken wake wore wear worn wear wrote \
      write written write
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    return stride(from: 0, to: pairs.count, by: 2).reduce(into: [:]) { verbs, place in
      verbs[pairs[place]] = pairs[place + 1]
    }
  }()

  /// The verb of such a past form, 'shake' of 'shaken'; any other word as it is.
  static func verb(of word: String) -> String { irregular[word] ?? word }

  /// A word without the commonest English endings, and a past form as its verb, so that 'messages'
  /// matches 'message' and 'met' 'meet'.
  static func stem(_ word: String) -> String { withoutEnding(verb(of: word)) }

  private static func withoutEnding(_ word: String) -> String {
    var stem = word
    func drop(_ ending: String, leaving least: Int = 3) -> Bool {
      guard stem.hasSuffix(ending), stem.count - ending.count >= least else { return false }
      stem.removeLast(ending.count)
      return true
    }
    if !stem.hasSuffix("ss") { _ = drop("s") }
    _ = drop("ing") || drop("ied") || drop("ed") || drop("ie") || drop("e") || drop("y")
    return stem
  }

  /// Whether a reply only repeats the client's words: three words or more that are all the
  /// client's, or six or more of which nine in ten are.
  static func parrots(_ said: [String], _ line: String) -> Bool {
    let swap = ["you": "i", "your": "my", "youre": "im", "yourself": "myself", "youve": "ive"]
    let theirs = Set(all(of: line))
    let taken = said.count { theirs.contains($0) || theirs.contains(swap[$0] ?? $0) }
    let least = said.count >= 6 ? 0.9 * Double(said.count) : Double(said.count)
    return said.count >= 3 && Double(taken) >= least
  }

  /// Whether a reply has been given before: the very last one again, or an earlier one of more than
  /// six words.
  static func repeats(_ words: [String], _ earlier: [[String]]) -> Bool {
    (words.count > 6 ? earlier[...] : earlier.suffix(1)).contains(words)
  }
}
