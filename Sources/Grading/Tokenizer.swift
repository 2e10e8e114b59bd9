/// Reads text into words, sentences and their contexts, in one pass over its bytes.
///
///     Tokenizer.read("You didn't go. Why?").sentences.count  // 2
struct Tokenizer {
  /// Texts are read up to this many bytes; what comes after does not count for the grade.
  static let byteLimit = 16_384

  /// Reads a text; any text will do.
  static func read(_ text: String) -> Utterance {
    var tokenizer = Tokenizer()
    var text = text
    text.withUTF8 { tokenizer.read($0) }
    return tokenizer.utterance
  }

  private var utterance = Utterance()
  private var sentenceStart = 0
  /// The letters of the word being read, its place and its apostrophe.
  private var wordLetters: [UInt8] = []
  private var wordStart: Int?
  private var wordEnd = 0
  private var apostrophe: Int?
  private var pendingApostrophe = false
  /// The first token inside an open quotation, double and single.
  private var quotationStart: Int?
  private var singleQuotationStart: Int?
  private var pause = false
  /// Whether the last word was a filler, which is left out together with the comma after it.
  private var afterFiller = false

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    utterance.tokens.reserveCapacity(min(bytes.count, Self.byteLimit) / 4 + 8)
    utterance.letters.reserveCapacity(min(bytes.count, Self.byteLimit) + 8)
    var position = 0
    while position < bytes.count {
      if position >= Self.byteLimit {
        utterance.isCut = true
        break
      }
      let byte = bytes[position]
      if byte < 0x80 {
        if Self.joinsDigits(bytes, at: position) {
          position += 1
          continue
        }
        take(Characters.role(ascii: byte), at: position, length: 1)
        position += 1
      } else {
        let (scalar, length) = Self.scalar(in: bytes, at: position)
        take(Characters.role(scalar), at: position, length: length)
        position += length
      }
    }
    endWord()
    endSentence()
  }

  /// Whether a full stop, comma or colon stands between two digits, as in 3.5 and 1,140.
  private static func joinsDigits(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let mark = bytes[position]
    guard mark == 0x2e || mark == 0x2c || mark == 0x3a, position > 0, position + 1 < bytes.count
    else { return false }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return digits.contains(bytes[position - 1]) && digits.contains(bytes[position + 1])
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
      if wordStart == nil { wordStart = position }
      if pendingApostrophe {
        apostrophe = wordLetters.count
        pendingApostrophe = false
      }
      append(value)
      wordEnd = position + length
    case .combining:
      if wordStart != nil { wordEnd = position + length }
    case .apostrophe where wordStart != nil && !pendingApostrophe:
      pendingApostrophe = true
    default:
      endWord()
      takeMark(role, at: position..<position + length)
    }
  }

  private mutating func append(_ value: UInt32) {
    if value < 0x80 {
      wordLetters.append(UInt8(value))
    } else if let scalar = Unicode.Scalar(value) {
      wordLetters.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private mutating func takeMark(_ role: Characters.Role, at span: Range<Int>) {
    switch role {
    case .questionMark:
      appendMark(.question, at: span)
    case .stop:
      appendMark(.stop, at: span)
    case .pause:
      if !afterFiller { pause = true }
    case .quotation:
      takeQuotation(\.quotationStart)
    case .apostrophe:
      takeQuotation(\.singleQuotationStart)
    default:
      break
    }
  }

  /// Appends the mark that ends a sentence; further marks in a row join it.
  private mutating func appendMark(_ kind: Token.Kind, at span: Range<Int>) {
    pause = false
    if let last = utterance.tokens.last, last.kind != .word {
      let index = utterance.tokens.count - 1
      if kind == .question { utterance.tokens[index].kind = .question }
      utterance.tokens[index].hash = Self.markHash(utterance.tokens[index].kind)
      return
    }
    guard let last = utterance.tokens.last, !Lexicon.abbreviations.contains(last.hash) else {
      return
    }
    let end = utterance.letters.count
    utterance.tokens.append(
      Token(kind: kind, hash: Self.markHash(kind), letters: end..<end, span: span))
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
    guard let start = wordStart else { return }
    let span = start..<wordEnd
    let hash = Hashing.hash(wordLetters)
    if let words = Contractions.expansion(of: wordLetters, hash: hash, apostrophe: apostrophe) {
      for word in words { appendWord(word, hash: Hashing.hash(word), at: span) }
    } else {
      appendWord(wordLetters, hash: hash, at: span)
    }
    if pendingApostrophe, singleQuotationStart != nil { takeQuotation(\.singleQuotationStart) }
    wordStart = nil
    apostrophe = nil
    pendingApostrophe = false
    wordLetters.removeAll(keepingCapacity: true)
  }

  private mutating func appendWord(_ letters: [UInt8], hash: UInt64, at span: Range<Int>) {
    let classes = Lexicon.classes(of: hash)
    afterFiller = classes.contains(.filler)
    if afterFiller { return }
    let start = utterance.letters.count
    letters.withUnsafeBufferPointer { utterance.letters.append(contentsOf: $0) }
    utterance.tokens.append(
      Token(
        kind: .word, hash: hash, letters: start..<start + letters.count, span: span,
        classes: classes, afterPause: pause))
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
      if token.context == .plain {
        utterance.tokens[index].context = negated > 0 ? .negated : reported ? .reported : .plain
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
