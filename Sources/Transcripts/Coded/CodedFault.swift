import Diagnostics
import Listening

/// What can be wrong with a coder's codes, in whatever form they come.
enum CodedFault {
  static func code(_ name: String, _ place: Location) -> Diagnostic {
    let hint = NearName.hint(name, in: CodeVariable.all.map(\.name))
    return Diagnostic(
      .error, "unknown-code", at: place, "no code is named '\(name.excerpt)'", mend: hint,
      outcome: hint == nil ? "left out" : nil)
  }

  static func value(_ value: String, _ variable: CodeVariable, _ place: Location) -> Diagnostic {
    // No number is a slip for another.
    let isNumber = Double(value.trimmed) != nil
    let hint = isNumber ? nil : NearName.hint(value, in: variable.values)
    return Diagnostic(
      .error, "unknown-value", at: place,
      "'\(variable.name)' has no value '\(value.excerpt)'",
      mend: hint ?? "one of \(variable.values.joined(separator: ", "))")
  }

  static func speaker(_ name: String, _ place: Location) -> Diagnostic {
    Diagnostic(
      .error, "unknown-speaker", at: place,
      "whether '\(name.excerpt)' is the therapist or the client is not known",
      mend: "write 'therapist' or 'client' for it",
      outcome: "what '\(name.excerpt)' says is passed over")
  }

  static func score(_ name: ScoreName, _ place: Location) -> Diagnostic {
    Diagnostic(
      .error, "score", at: place, "'\(name.rawValue)' is no number from 0 to 100",
      outcome: "left out")
  }
}
