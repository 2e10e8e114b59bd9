/// How what several heads say together becomes the outputs of one.
///
/// What a reply is on the whole tells whether it reflects, and the other way round: a judgment, a
/// misreading or a question looks like a reflection at times. Each output of the heads mixed is a
/// weighted sum of the outputs drawn upon, itself among them; all other outputs stay as they are.
/// The weights are fitted to outputs of examples that the weights of the features were not fitted to
/// (stacked generalisation, Wolpert 1992).
package struct Mixture: Equatable, Sendable {
  /// The heads whose outputs are mixed.
  package static let heads: [Head] = [.main, .reflection, .spokenReflection]
  /// The outputs drawn upon; as many as `HeadNumbers` holds at most.
  package static let inputs: [Int] = [
    Head.main, .reflection, .question, .judgment, .misreading, .input, .register,
    .spokenReflection, .spokenQuestion,
  ].flatMap(\.outputs)
  /// The outputs that are mixed.
  package static let outputs = heads.flatMap(\.outputs)

  /// The weights of the outputs drawn upon, by mixed output.
  package var rows: [HeadNumbers]
  /// Added to each mixed output.
  package var shifts: [Float]

  /// A mixture of each output with nothing else.
  package static let none = Mixture(
    rows: outputs.map { output in HeadNumbers(inputs.map { $0 == output ? 1 : 0 }) },
    shifts: outputs.map { _ in 0 })

  /// Mixes the outputs of a reply.
  func mix(_ outputs: inout [Float]) {
    let drawn = Self.drawn(from: outputs)
    for (index, output) in Self.outputs.enumerated() {
      outputs[output] = rows[index].product(with: drawn) + shifts[index]
    }
  }

  /// The outputs of a reply once they are mixed.
  package func mixed(_ outputs: [Float]) -> [Float] {
    var result = outputs
    mix(&result)
    return result
  }

  /// The outputs drawn upon, of all outputs of a reply.
  package static func drawn(from outputs: [Float]) -> HeadNumbers {
    var drawn = HeadNumbers(count: inputs.count)
    for (index, input) in inputs.enumerated() { drawn[index] = outputs[input] }
    return drawn
  }

  /// What a sum of a head's mixed outputs is made of: each output and its factor.
  ///
  /// - Parameters:
  ///   - head: The head.
  ///   - factors: What each of its outputs is multiplied by.
  /// - Returns: The outputs as they were before mixing, each with its factor.
  func parts(of head: Head, factors: HeadNumbers) -> [(output: Int, factor: Float)] {
    guard let first = Self.outputs.firstIndex(of: head.offset) else {
      return zip(head.outputs, factors).map { ($0, $1) }
    }
    return Self.inputs.enumerated().map { index, input in
      (input, factors.enumerated().reduce(0) { $0 + rows[first + $1.offset][index] * $1.element })
    }
  }
}
