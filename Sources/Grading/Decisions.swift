import Listening

/// What the model decides on a reply, head by head, made into codes that do not contradict each
/// other.
struct Decisions {
  /// The codes decided on.
  private(set) var codes = Codes()
  /// How sure the model is of each code decided on, 0 to 1.
  private(set) var confidence: [CodeName: Double] = [:]
  /// The value of the head behind each code.
  private(set) var values: [CodeName: Int] = [:]
  /// Codes whose decision was close.
  private(set) var unsure: [CodeName] = []

  /// A decision with less confidence than this is unsure.
  static let unsureBelow = 0.6

  init(_ reading: Reading, model: Model) {
    guard reading.reply.tokens.contains(where: { $0.kind == .word }) else { return }
    for head in Head.allCases where head != .judgmentKind && head != .input {
      let calibration = model.calibrations[head.rawValue]
      let outputs = reading.outputs[head.outputs]
      let value = calibration.decision(outputs)
      codes.set(head, to: value)
      guard let code = head.code else { continue }
      let probability = Double(calibration.probabilities(outputs)[value])
      if probability < Self.unsureBelow { unsure.append(code) }
      guard value > 0 else { continue }
      confidence[code] = (probability * 100).rounded() / 100
      values[code] = value
    }
    settle(reading, model: model)
  }

  private mutating func settle(_ reading: Reading, model: Model) {
    if codes.judgment != .none {
      let head = Head.judgmentKind
      let outputs = reading.outputs[head.outputs]
      codes.set(head, to: model.calibrations[head.rawValue].decision(outputs))
    }
    // A misreading in the form of a reflection is no reflection.
    if codes.misreading { drop(.reflection) { $0.reflection = .none } }
  }

  private mutating func drop(_ code: CodeName, _ change: (inout Codes) -> Void) {
    change(&codes)
    confidence[code] = nil
    values[code] = nil
    unsure.removeAll { $0 == code }
  }
}
