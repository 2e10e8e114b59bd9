/// Contractions and chat spellings, and the words they stand for.
///
/// Spelling them out makes `don't`, `dont` and `do not` one and the same to the grader.
enum Contractions {
  /// The words that a spelling stands for, or `nil` where it stands for itself.
  ///
  /// - Parameters:
  ///   - letters: The normalised letters, without apostrophes.
  ///   - hash: Their hash.
  ///   - apostrophe: How many letters stand before the last apostrophe, if there is one.
  /// - Returns: The words, as letters.
  static func expansion(of letters: [UInt8], hash: UInt64, apostrophe: Int?) -> [[UInt8]]? {
    if letters.count <= longest, let number = whole.numbers[hash] { return whole.words[number] }
    guard let apostrophe else { return nil }
    let stem = Array(letters.prefix(apostrophe))
    let ending = letters.dropFirst(apostrophe)
    if ending.elementsEqual("t".utf8), stem.last == UInt8(ascii: "n"), stem.count > 2 {
      return [Array(stem.dropLast()), Array("not".utf8)]
    }
    if ending.elementsEqual("s".utf8) {
      return isSubjects.contains(Hashing.hash(stem)) ? [stem, Array("is".utf8)] : [stem]
    }
    return endings.first { ending.elementsEqual($0.ending.utf8) }.map {
      [stem, Array($0.word.utf8)]
    }
  }

  /// No contraction in the table is longer.
  private static let longest = 10

  private static let endings: [(ending: String, word: String)] = [
    ("re", "are"), ("ve", "have"), ("ll", "will"), ("d", "would"), ("m", "am"),
  ]

  /// Words after which 's stands for 'is' rather than for possession.
  private static let isSubjects = Set(
    ("it that this he she what who where how when why there here everything nothing something "
      + "everyone nobody somebody one").split(separator: " ").map { Hashing.hash($0.utf8) })

  private static let whole: (numbers: HashIndex, words: [[[UInt8]]]) = {
    var table: [UInt64: [[UInt8]]] = [:]
    for entry in spellings.split(separator: ";") {
      let words = entry.split(separator: " ").map { Array($0.utf8) }
      if let spelling = words.first { table[Hashing.hash(spelling)] = Array(words.dropFirst()) }
    }
    let entries = table.sorted { $0.key < $1.key }
    return (HashIndex(entries.map(\.key)), entries.map(\.value))
  }()

  /// Spellings that are never another word, and what they stand for.
  private static let spellings = """
    dont do not;doesnt does not;didnt did not;cant can not;cannot can not;wont will not;\
    couldnt could not;wouldnt would not;shouldnt should not;isnt is not;arent are not;\
    wasnt was not;werent were not;hasnt has not;havent have not;hadnt had not;aint is not;\
    mustnt must not;neednt need not;mightnt might not;shant shall not;youre you are;youve you have;\
    youll you will;youd you would;theyre they are;theyve they have;theyll they will;\
    theyd they would;weve we have;im i am;ive i have;thats that is;thatll that will;\
    whats what is;whos who is;wheres where is;hows how is;theres there is;heres here is;\
    itll it will;itd it would;couldve could have;wouldve would have;shouldve should have;\
    mustve must have;mightve might have;lets let us;yall you all;gonna going to;\
    wanna want to;gotta got to;gimme give me;lemme let me;dunno do not know;kinda kind of;\
    sorta sort of;coz because;cos because;cuz because;tho though;thru through;u you;ur your;\
    r are;pls please;plz please;ya you;yer your;yourself your self;yourselves your self;\
    myself my self;didja did you;dyou do you;dya do you;whatcha what are you;wasnae was not;\
    didnae did not;cannae can not;dinnae do not;wouldnae would not;havenae have not;\
    isnae is not;ok okay;alright all right;mum mother;mom mother;dad father;summat something;nowt nothing;owt anything
    """
}
