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

  /// An intraclass correlation after Cicchetti 1994.
  public static func correlation(_ value: Double) -> String {
    switch value {
    case ..<0.4: "poor"
    case ..<0.6: "fair"
    case ..<0.75: "good"
    default: "excellent"
    }
  }
}
