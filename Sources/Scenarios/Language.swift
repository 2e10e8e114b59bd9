/// The languages of packs.
public enum Language {
  /// Whether a language tag is that of English, in which replies are graded.
  public static func isEnglish(_ tag: String) -> Bool {
    tag.lowercased().split(separator: "-").first == "en"
  }
}
