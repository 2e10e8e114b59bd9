import Diagnostics
import Scenarios
import Yams

extension FormReader {
  /// A warning where a comment stands behind unquoted text: an author may have meant it as a part of
  /// the text, as in `flat #4`.
  ///
  /// - Parameters:
  ///   - scalar: The text.
  ///   - mayBeWord: Whether it may be a single word of a list of known ones, behind which a comment
  ///     is nothing else.
  /// - Returns: The warning, or nothing.
  func cutOff(_ scalar: Node.Scalar, mayBeWord: Bool) -> [Diagnostic] {
    guard let (comment, place) = comment(behind: scalar) else { return [] }
    let isWord = !scalar.string.contains(where: \.isWhitespace)
    // Whoever writes a remark leaves a blank after the sign.
    let isSpaced = comment.dropFirst().first.map(\.isWhitespace) ?? true
    if isWord, mayBeWord || isSpaced { return [] }
    return [
      .warning(
        .cutOff, at: place,
        "the text ends before '\(Self.excerpt(comment))', which YAML takes for a comment",
        mend: "put the text in double quotes; a remark of yours goes on a line of its own")
    ]
  }

  private static func excerpt(_ comment: String) -> String {
    comment.count <= 30 ? comment : comment.prefix(29) + "…"
  }

  /// The comment behind unquoted text in its last line, and its place.
  private func comment(behind scalar: Node.Scalar) -> (text: String, place: Location)? {
    guard scalar.style == .plain, let mark = scalar.mark else { return nil }
    // Unquoted text stands in the file as it is but for its white space.
    var rest = scalar.string.unicodeScalars.filter { !$0.properties.isWhitespace }[...]
    var column = mark.column - 1
    for index in lines.indices.dropFirst(mark.line - 1) {
      var behind = lines[index].dropFirst(column)
      while let next = behind.first, !rest.isEmpty || next.properties.isWhitespace {
        if !next.properties.isWhitespace, next != rest.popFirst() { return nil }
        behind.removeFirst()
      }
      guard rest.isEmpty else {
        column = 0
        continue
      }
      guard behind.first == "#" else { return nil }
      let place = Location(file: file, line: index + 1, column: behind.startIndex + 1)
      return (String(String.UnicodeScalarView(behind)), place)
    }
    return nil
  }
}
