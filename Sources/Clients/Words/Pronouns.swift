/// The forms of the pronouns by which people and things are spoken of, as `Words.all(of:)` gives them.
enum Pronouns {
  static let you: Set<String> = [
    "you", "youd", "youll", "your", "youre", "yours", "yourself", "youve",
  ]
  /// Those of who speaks.
  static let oneself: Set<String> = [
    "i", "id", "ill", "im", "ive", "me", "mine", "my", "myself", "our", "us", "we", "weve",
  ]
  static let he: Set<String> = ["he", "hed", "hes", "him", "himself", "his"]
  static let she: Set<String> = ["her", "hers", "herself", "she", "shes"]
  static let they: Set<String> = [
    "their", "theirs", "them", "themself", "themselves", "they", "theyd", "theyll", "theyre",
    "theyve",
  ]
  static let it: Set<String> = ["it", "its", "itself"]

  /// Those of people who are not there.
  static let others = he.union(she).union(they)
}
