extension String {
  /// The text as it stands at the beginning of a line: with a capital.
  public var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
