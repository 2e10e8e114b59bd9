extension Words {
  private static let announcing = Phrase.list(
    """
    ill tell|show|give|try|bring|send|do|move
    ill go round|where
    i will tell|show|give
    let|permit me
    can|may i
    i can do|give|offer
    something|somewhere else
    a? different
    ive got something|nearby
    got the next
    heres what
    and go on
    """)

  /// Whether words that pass over a question promise something else in its place, and so cannot stand
  /// alone.
  static func announces(_ text: String) -> Bool { announcing.range(in: all(of: text)) != nil }
}
