/// Words for the size of a figure. They are conventions, not thresholds that anything passes.
public enum Interpretation {
  /// Kappa after Landis & Koch 1977.
  public static func kappa(_ value: Double) -> String {
    switch value {
    case ..<0: "poor"
    case ...0.2: "slight"
    case ...0.4: "fair"
    case ...0.6: "moderate"
    case ...0.8: "substantial"
    default: "almost perfect"
    }
  }

  /// An intraclass correlation after Cicchetti 1994; none where its interval spans three words or more.
  public static func correlation(_ value: Double, in interval: Interval? = nil) -> String {
    let words = ["poor", "fair", "good", "excellent"]
    func place(_ value: Double) -> Int { [0.4, 0.6, 0.75].count { value >= $0 } }
    if let interval, place(interval.upper) - place(interval.lower) > 1 { return "" }
    return words[place(value)]
  }
}
