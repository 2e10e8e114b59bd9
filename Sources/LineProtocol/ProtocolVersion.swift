/// Versions of the line protocol, as greetings tell them.
public enum ProtocolVersion {
  /// The one that is spoken here.
  public static let own = "ALP/1"

  /// The one that a greeting tells of; `nil` where it tells of none.
  public static func told(in greeting: String) -> String? {
    let words = greeting.split(separator: " ").map(String.init)
    return words.first { $0.wholeMatch(of: #/ALP/[0-9.]{1,20}/#) != nil }
  }
}
