/// A fact of the client's life, and the plain questions by which it is asked for.
public struct Fact: Hashable, Sendable {
  /// What is asked for: any of these.
  public var asks: [Ask]
  /// Words for whom or what it is about, in lower case; none where it is about the client.
  public var of: [String]
  /// Words of which the question holds one, in lower case; none where it is told by the others.
  public var about: [String]
  /// How deep it goes, in `ClientLine.depths`.
  public var depth: Int
  /// The client's words.
  public var text: String

  package init(asks: [Ask], of: [String], about: [String], depth: Int, text: String) {
    (self.asks, self.of, self.about) = (asks, of, about)
    (self.depth, self.text) = (depth, text)
  }

  /// What a plain question asks for.
  public enum Ask: String, CaseIterable, Sendable {
    /// A name.
    case name
    /// How old somebody is.
    case age
    /// What somebody does for a living.
    case work
    /// A time or a date.
    case time = "when"
    /// A place.
    case place = "where"
    /// How long something took or has been going on.
    case duration = "how-long"
    /// A number or a measure.
    case amount = "how-many"
    /// Who somebody is.
    case person = "who"
    /// Which of several.
    case choice = "which"
    /// A thing, or what somebody said or did.
    case thing = "what"
    /// In which way.
    case manner = "how"
    /// Yes or no.
    case truth = "whether"
  }
}
