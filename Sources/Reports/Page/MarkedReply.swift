import Listening

/// A reply cut into pieces, so that the words that earned a code can be marked and named.
struct MarkedReply {
  /// A piece of the reply.
  struct Piece {
    var text: String
    /// How it is marked, or `nil` where it earned nothing: `raises`, `costs` or `plain`.
    var mark: String?
    /// The codes whose evidence ends here.
    var codes: [String]
  }

  let pieces: [Piece]

  /// Cuts a reply by the evidence of its grade.
  init(_ text: String, _ grade: Grade) {
    let evidence = grade.evidence.compactMap {
      item -> (span: Range<Int>, phrase: String, mark: String)? in
      guard CodeName.shown.contains(item.code), !item.span.isEmpty, item.words(in: text) != nil,
        let phrase = grade.codes.phrase(for: item.code)
      else { return nil }
      return (item.span, phrase, Self.mark(grade.codes.keeping([item.code])))
    }
    let bytes = Array(text.utf8)
    let cuts = Set(
      evidence.flatMap { [$0.span.lowerBound, $0.span.upperBound] } + [0, bytes.count]
    )
    .sorted()
    pieces = zip(cuts, cuts.dropFirst()).map { start, end in
      let here = evidence.filter { $0.span.lowerBound <= start && end <= $0.span.upperBound }
      let marks = here.map(\.mark)
      let codes = evidence.filter { $0.span.upperBound == end }.map(\.phrase)
      return Piece(
        text: String(decoding: bytes[start..<end], as: UTF8.self),
        mark: ["costs", "raises", "plain"].first(where: marks.contains),
        codes: codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }

  /// Whether a code raises the scores or costs points.
  static func mark(_ codes: Codes) -> String {
    let effect = Scores.effect(codes)
    return effect > 0 ? "raises" : effect < 0 ? "costs" : "plain"
  }
}
