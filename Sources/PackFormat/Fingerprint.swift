import Repeatable
import Yams

/// A short fingerprint of what a vignette says and of what decides it, in hexadecimal.
///
/// It tells whether a session that was saved can still be played as it was; it is no defence against
/// somebody who wants two vignettes to have the same one. What is for the trainee's eyes alone, and
/// how the file is written (comments, quotation marks, the order of keys), is left out, so that an
/// author can mend it while sessions are under way.
enum Fingerprint {
  /// The keys whose text the client neither says nor goes by.
  private static let aside: Set<String> = [
    "title", "summary", "warnings", "objectives", "feelings", "meaning", "example", "why",
  ]

  /// The fingerprint of a vignette's root.
  static func of(_ root: Node) -> String {
    FNV1a.hash(canonical(root).utf8).hexadecimal
  }

  /// A node in one form, whichever way it is written.
  private static func canonical(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
      let text = FormReader.tidy(scalar.string)
      // With its length before it no text can be taken for two, or for a list.
      return "\(text.utf8.count):\(text)"
    case .sequence(let sequence):
      return "[" + sequence.map(canonical).joined() + "]"
    case .mapping(let mapping):
      let pairs = mapping.compactMap { key, value -> (key: String, value: String)? in
        guard let key = key.scalar?.string, !aside.contains(key) else { return nil }
        return (key, canonical(value))
      }
      return "{" + pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined() + "}"
    case .alias:
      return "*"
    }
  }
}
