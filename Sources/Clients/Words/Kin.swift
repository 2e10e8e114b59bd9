/// What people, or a dog, are to somebody: 'his wife', 'my boss'.
enum Kin {
  /// Each in the singular, and what has a plural of its own.
  static let words: Set<String> = [
    "apprentice", "aunt", "auntie", "boss", "boy", "boyfriend", "brother", "child", "children",
    "colleague", "cousin", "dad", "daughter", "deputy", "dog", "father", "friend", "girlfriend",
    "gran", "grandad", "granddaughter", "grandfather", "grandmother", "grandson", "husband", "kid",
    "mam", "manager", "mother", "mum", "nan", "neighbour", "nephew", "niece", "parent", "partner",
    "sister", "son", "uncle", "wife",
  ]

  /// The same as alternatives in a phrase.
  static let alternatives = words.sorted().joined(separator: "|")
}
