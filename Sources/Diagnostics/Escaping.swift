extension String {
  /// The text with some signs written otherwise, scalar by scalar.
  ///
  /// `replacing` goes by characters, and would pass over a quotation mark that has an accent upon it.
  public func escaping(_ written: (Unicode.Scalar) -> String?) -> String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if let text = written(scalar) {
        result.append(contentsOf: text.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
