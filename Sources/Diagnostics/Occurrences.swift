/// The places where one thing occurs: it is told at the first, once, with how many there are.
public struct Occurrences<Place> {
  /// The first place; `nil` where there is none.
  public private(set) var first: Place?
  /// How many there are.
  public private(set) var count = 0

  /// No places yet.
  public init() {}

  /// Adds a place.
  public mutating func note(_ place: Place) {
    first = first ?? place
    count += 1
  }

  /// How many there are besides the first, behind a conjunction: `, nor in 3 more`; nothing where
  /// there is none.
  public func others(_ conjunction: String) -> String {
    count > 1 ? ", \(conjunction) \(count - 1) more" : ""
  }
}

extension Occurrences: Sendable where Place: Sendable {}
