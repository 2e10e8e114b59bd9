/// Reads text into words, sentences and their contexts, in one pass over its bytes.
///
///     Tokenizer.read("You didn't go. Why?").sentences.count  // 2
package struct Tokenizer {
  /// Reads a text; any text will do.
  package static func read(_ text: String) -> Utterance {
    var tokenizer = Tokenizer()
    var utterance = Utterance()
    tokenizer.read(text, into: &utterance)
    return utterance
  }

  /// The words of all texts read so far.
  package private(set) var words: WordTable
  /// The text being read. It belongs to the caller before and after.
  private var utterance = Utterance()
  private var sentenceStart = 0
  /// The letters of the word being read, their hash, and the word's place.
  private var letters: [UInt8] = []
  private var hash = Hashing.seed
  private var wordStart = 0
  private var wordEnd = 0
  /// How many letters stand before the word's last apostrophe, or -1.
  private var apostrophe = -1
  private var pendingApostrophe = false
  /// The first token inside an open quotation, double and single.
  private var quotationStart: Int?
  private var singleQuotationStart: Int?
  private var pause = false
  /// Whether the last word was a filler, which is left out together with the comma after it.
  private var afterFiller = false

  /// A tokenizer that reads words as they are spelled where there is no `spelling`.
  package init(spelling: Spelling? = nil) {
    words = WordTable(spelling: spelling)
  }

  /// See `WordTable.makeRoom()`.
  mutating func makeRoom() -> Bool { words.makeRoom() }

  /// Reads a text into an utterance, whose memory it takes over.
  package mutating func read(_ text: String, into utterance: inout Utterance) {
    swap(&self.utterance, &utterance)
    defer { swap(&self.utterance, &utterance) }
    self.utterance.removeAll()
    sentenceStart = 0
    quotationStart = nil
    singleQuotationStart = nil
    pause = false
    afterFiller = false
    var text = text
    text.withUTF8 { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(bytes.count, Grader.byteLimit)
    var position = 0
    while position < end {
      let byte = bytes[position]
      if let small = Self.letter(byte) {
        if letters.isEmpty, let wordEnd = readKnownWord(bytes[position..<end]) {
          position = wordEnd
          continue
        }
        beginLetter(at: position)
        append(small)
        position += 1
        wordEnd = position
      } else if byte == 0x20 {
        endWord()
        position += 1
      } else if byte == 0x0a {
        let isParagraph = Self.isBlank(bytes, from: position + 1)
        take(isParagraph ? .stop : .space, at: position, length: 1)
        position += 1
      } else if byte < 0x80 {
        if !Self.joinsDigits(bytes, at: position) {
          take(Characters.role(ascii: byte), at: position, length: 1)
        }
        position += 1
      } else {
        let (scalar, length) = Self.scalar(in: bytes, at: position)
        take(Characters.role(scalar), at: position, length: length)
        position += length
      }
    }
    endWord()
    supplyQuestionMark()
    endSentence()
  }

  /// Ends a text that asks by its form with the mark that its writer left out: people who type leave
  /// out the last one.
  private mutating func supplyQuestionMark() {
    guard utterance.asksByForm(sentenceStart..<utterance.tokens.count) else { return }
    appendMark(.question, at: wordEnd..<wordEnd)
  }

  /// The small letter of an ASCII letter.
  @inline(__always)
  private static func letter(_ byte: UInt8) -> UInt8? {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7a ? small : nil
  }

  /// Reads the word that some bytes begin with where it is of ASCII letters alone and known already:
  /// most are, and need not be taken letter by letter.
  ///
  /// - Returns: Where the word ends; `nil` where nothing has been read.
  private mutating func readKnownWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var hash = Hashing.seed
    var end = bytes.startIndex
    while end < bytes.endIndex, let small = Self.letter(bytes[end]) {
      hash = Hashing.add(small, to: hash)
      end += 1
    }
    if end < bytes.endIndex, Characters.goesOn(ascii: bytes[end]) { return nil }
    guard let spelled = words.known(hash: hash) else { return nil }
    (wordStart, wordEnd) = (bytes.startIndex, end)
    append(spelled)
    return end
  }

  /// Whether a full stop, comma or colon stands between two digits, as in 3.5 and 1,140.
  private static func joinsDigits(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let mark = bytes[position]
    guard mark == 0x2e || mark == 0x2c || mark == 0x3a, position > 0, position + 1 < bytes.count
    else { return false }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return digits.contains(bytes[position - 1]) && digits.contains(bytes[position + 1])
  }

  /// Whether a line that begins at a position has nothing on it and ends: it parts paragraphs, where
  /// a mere line break may stand within a sentence.
  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Bool {
    bytes[position...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d } == 0x0a
  }

  /// Decodes the character at a position of valid UTF-8.
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = UInt32(bytes[position])
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    var value = lead & (0x7f >> UInt32(length))
    for offset in 1..<length where position + offset < bytes.count {
      value = value << 6 | UInt32(bytes[position + offset]) & 0x3f
    }
    return (Unicode.Scalar(value) ?? "\u{fffd}", length)
  }

  private mutating func take(_ role: Characters.Role, at position: Int, length: Int) {
    switch role {
    case .letter(let value):
      beginLetter(at: position)
      if value < 0x80 {
        append(UInt8(value))
      } else if let scalar = Unicode.Scalar(value) {
        for byte in UTF8.encode(scalar) ?? .init() { append(byte) }
      }
      wordEnd = position + length
    case .ligature(let parts):
      beginLetter(at: position)
      for byte in parts.utf8 { append(byte) }
      wordEnd = position + length
    case .combining:
      if !letters.isEmpty { wordEnd = position + length }
    case .apostrophe where !letters.isEmpty && !pendingApostrophe:
      pendingApostrophe = true
    case .space:
      endWord()
    default:
      endWord()
      takeMark(role, at: position..<position + length)
    }
  }

  private mutating func beginLetter(at position: Int) {
    if letters.isEmpty { wordStart = position }
    if pendingApostrophe {
      apostrophe = letters.count
      pendingApostrophe = false
    }
  }

  private mutating func append(_ byte: UInt8) {
    letters.append(byte)
    hash = Hashing.add(byte, to: hash)
  }

  private mutating func takeMark(_ role: Characters.Role, at span: Range<Int>) {
    switch role {
    case .questionMark:
      appendMark(.question, at: span)
    case .fullStop:
      if utterance.tokens.last?.classes.contains(.abbreviation) != true {
        appendMark(.stop, at: span)
      }
    case .stop:
      appendMark(.stop, at: span)
    case .pause:
      if !afterFiller, !dropMarker() { pause = true }
    case .quotation:
      takeQuotation(\.quotationStart)
    case .apostrophe:
      takeQuotation(\.singleQuotationStart)
    default:
      break
    }
  }

  /// Leaves out a marker of talk that begins the sentence and is set off from it ('Well, …'), with the
  /// comma after it: it only gains time, whatever comes.
  ///
  /// - Returns: Whether there was one.
  private mutating func dropMarker() -> Bool {
    let sentence = utterance.tokens[sentenceStart...]
    guard Self.markers.contains(where: { $0.elementsEqual(sentence.lazy.map(\.hash)) })
    else { return false }
    utterance.tokens.removeSubrange(sentenceStart...)
    return true
  }

  private static let markers = ["well", "i mean", "well i mean", "you know", "well you know"]
    .map { $0.split(separator: " ").map { Hashing.hash($0.utf8) } }

  /// Appends the mark that ends a sentence; further marks in a row join it.
  private mutating func appendMark(_ kind: Token.Kind, at span: Range<Int>) {
    pause = false
    if let last = utterance.tokens.last, last.kind != .word {
      let index = utterance.tokens.count - 1
      if kind == .question { utterance.tokens[index].kind = .question }
      utterance.tokens[index].hash = Self.markHash(utterance.tokens[index].kind)
      return
    }
    guard !utterance.tokens.isEmpty else { return }
    utterance.tokens.append(Token(kind: kind, hash: Self.markHash(kind), span: span))
    endSentence()
  }

  private static func markHash(_ kind: Token.Kind) -> UInt64 {
    kind == .question ? Hashing.hash("?") : Hashing.hash(".")
  }

  /// Opens a quotation, or closes the open one and marks the words inside it.
  private mutating func takeQuotation(_ opening: WritableKeyPath<Tokenizer, Int?>) {
    guard let start = self[keyPath: opening] else {
      self[keyPath: opening] = utterance.tokens.count
      return
    }
    for index in start..<max(start, utterance.tokens.count) {
      utterance.tokens[index].context = .quoted
    }
    self[keyPath: opening] = nil
  }

  private mutating func endWord() {
    guard !letters.isEmpty else { return }
    append(words.find(letters, hash: hash, apostrophe: apostrophe))
    if pendingApostrophe, singleQuotationStart != nil { takeQuotation(\.singleQuotationStart) }
    apostrophe = -1
    pendingApostrophe = false
    hash = Hashing.seed
    letters.removeAll(keepingCapacity: true)
  }

  /// Appends what a spelling stands for.
  private mutating func append(_ spelled: WordTable.Spelled) {
    switch spelled {
    case .word(let number): append(word: number)
    case .words(let numbers): for number in numbers { append(word: number) }
    }
  }

  private mutating func append(word number: Int32) {
    let word = words.words[Int(number)]
    afterFiller = word.classes.contains(.filler)
    if afterFiller { return }
    utterance.tokens.append(
      Token(
        kind: .word, hash: word.hash, word: number, span: wordStart..<wordEnd,
        classes: word.classes, stem: word.stem, afterPause: pause))
    pause = false
  }

  private mutating func endSentence() {
    let range = sentenceStart..<utterance.tokens.count
    sentenceStart = utterance.tokens.count
    guard !range.isEmpty else { return }
    utterance.sentences.append(range)
    markContexts(in: range)
  }

  /// Marks what is negated ('not a coward') and what is somebody's saying ('he says you are').
  private mutating func markContexts(in sentence: Range<Int>) {
    var negated = 0
    var reported = false
    for index in sentence {
      let token = utterance.tokens[index]
      if token.afterPause { negated = 0 }
      if token.classes.contains(.contrast) {
        negated = 0
        reported = false
      }
      if token.context == .plain, negated > 0 || reported {
        utterance.tokens[index].context = negated > 0 ? .negated : .reported
      }
      negated = token.classes.contains(.negation) ? 5 : max(0, negated - 1)
      if token.classes.contains(.saying), index > sentence.lowerBound,
        !utterance.tokens[index - 1].classes.contains(.firstPerson)
      {
        reported = true
      }
    }
  }
}
