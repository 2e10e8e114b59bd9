import Diagnostics

/// A pack's version as Semantic Versioning 2.0.0 orders it (https://semver.org); what follows a plus
/// sign does not count.
public struct PackVersion: Comparable, Sendable {
  private let numbers: [Int]
  /// The identifiers of a version before a release; none for a release.
  private let early: [Substring]

  /// Reads a version of the form `1.0.0`; `nil` for another.
  public init?(_ text: String) {
    let halves = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = (halves.first ?? "").split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = Self.fields(of: parts.first ?? "")
    numbers = fields.compactMap(Self.number)
    early = parts.dropFirst().flatMap { Self.fields(of: $0) }
    let build = halves.dropFirst().flatMap { Self.fields(of: $0) }
    guard numbers.count == 3, fields.count == 3, (early + build).allSatisfy(Self.isIdentifier)
    else { return nil }
  }

  private static func fields(of part: Substring) -> [Substring] {
    part.split(separator: ".", omittingEmptySubsequences: false)
  }

  /// The number that a field of digits alone is; `nil` for a word, as '-5' is one.
  private static func number(_ field: Substring) -> Int? {
    field.isDigits ? Int(field) : nil
  }

  /// Whether a field is an identifier: not empty, of the letters a to z, digits and hyphens.
  private static func isIdentifier(_ field: Substring) -> Bool {
    !field.isEmpty
      && field.allSatisfy { $0.isASCII && ($0.isLetter || $0.isWholeNumber) || $0 == "-" }
  }

  /// Whether a version comes before another.
  public static func < (a: PackVersion, b: PackVersion) -> Bool {
    if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
    // A version before a release comes before it.
    if a.early.isEmpty || b.early.isEmpty { return !a.early.isEmpty && b.early.isEmpty }
    return a.early.lexicographicallyPrecedes(b.early, by: precedes)
  }

  /// Numbers come before words, and in the order of their size.
  private static func precedes(_ a: Substring, _ b: Substring) -> Bool {
    switch (number(a), number(b)) {
    case (let a?, let b?): a < b
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): a < b
    }
  }
}
