import Repeatable

/// What the outputs of a head say.
///
/// Most heads are multinomial: an output is the log-odds of its value against value 0. A code whose
/// forms are more and less of one thing (a reflection is simple or complex, a judgment mild or
/// strong) is a nested logit instead: the first output is the log-odds of the code being there in any
/// form, the second that of the later form given that it is there. So whatever shows a reflection
/// counts for finding one, whichever form it has. Open and closed questions look too different for
/// that; there it made figures worse.
extension Head {
  /// Whether value 0 is the code's absence and the two others are less and more of it.
  package var hasForms: Bool {
    self == .reflection || self == .judgment || self == .spokenReflection
  }

  /// The log-odds of each value against value 0, which stands first with 0.
  package func logOdds(of outputs: HeadNumbers) -> HeadNumbers {
    guard hasForms else { return outputs.afterZero }
    let (presence, form) = (outputs[0], outputs[1])
    return HeadNumbers([0, presence - softplus(form), presence - softplus(-form)])
  }

  /// By how much the log-odds of a value grow with each output.
  func shares(of value: Int, in outputs: HeadNumbers) -> HeadNumbers {
    var shares = HeadNumbers(count: outputs.count)
    if hasForms {
      let later = 1 / (1 + Elementary.exp(-outputs[1]))
      shares[0] = 1
      shares[1] = value == 2 ? 1 - later : -later
    } else if value > 0 {
      shares[value - 1] = 1
    }
    return shares
  }

  /// The value decided on, given the log-odds of each value with its lean.
  ///
  /// A code that has forms is there when all forms together outweigh its absence, and then in the
  /// likelier form.
  package func decision(on logits: HeadNumbers) -> Int {
    var best = 0
    for index in logits.indices where logits[index] > logits[best] { best = index }
    guard hasForms, best == 0,
      Elementary.exp(logits[1]) + Elementary.exp(logits[2]) > Elementary.exp(logits[0])
    else { return best }
    return logits[2] > logits[1] ? 2 : 1
  }

  private func softplus(_ value: Float) -> Float {
    value > 20 ? value : Elementary.log(1 + Elementary.exp(value))
  }
}
