/// How a reply owns a miss, by its words.
///
///     Amends("I'm sorry, I rushed you there. How was that for you?").names  // true
public struct Amends {
  /// Whether it says what was done, and not only that something was wrong.
  public let names: Bool
  /// Whether it asks for the client's view of it.
  public let invites: Bool

  /// Whether it says that something has come between the two, without owning it.
  public let notices: Bool

  /// Reads a reply.
  public init(_ reply: String) {
    let sentences = reply.split { ".!?;\n".contains($0) }
    notices = Wording(reply).noticesRupture
    names = sentences.contains { Self.namesMiss(String($0)) }
    invites =
      reply.contains("?")
      || sentences.contains { Self.inviting.range(in: Words.all(of: String($0))) != nil }
  }

  private static func namesMiss(_ sentence: String) -> Bool {
    let words = Words.all(of: sentence)
    guard speaksOfMiss.range(in: words) != nil else { return false }
    // 'Sorry, Ruth' names the client.
    let names = sentence.split(whereSeparator: \.isWhitespace).dropFirst()
      .filter { $0.first?.isUppercase == true }.flatMap { Words.all(of: String($0)) }
    return words.contains { !stock.contains($0) && !names.contains($0) }
  }

  /// A sentence about what the trainee did.
  private static let speaksOfMiss = Phrase.list(
    """
    i|im|ive|id|my|me
    sorry|apologise|apologize|apologies|apology
    ^ that|it was|wasnt
    """)

  /// What an apology is made of, whatever it is for.
  private static let stock = Words.common.union(
    """
    id im ive ill youre youve youd thats its wasnt didnt dont isnt hasnt havent let try tried again \
    start sorry apologise apologize apologies apology afraid wrong wrongly unfair bad badly poorly \
    clumsy clumsily fault miss missed mistake mistaken mark messed sense landed land lands landing \
    came comes come across went gone said saying put question questions answer words hear heard \
    hurt hurting upset harsh harshly please forgive take back hope wish realise realize notice \
    noticed wonder think thought maybe perhaps too there then honestly truly bit little never \
    moment today hello thank thanks yes okay lets
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Asking for a view without a question mark.
  private static let inviting = Phrase.list(
    """
    tell|show|stop|correct me
    let me know
    i|id would? like|want|love to hear|know|understand
    if im|i am|got|have wrong
    """)
}
