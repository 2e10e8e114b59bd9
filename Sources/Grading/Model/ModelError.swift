/// Why bytes are no usable model.
public enum ModelError: Error, Equatable, Sendable {
  /// The bytes do not begin as a model file does.
  case notAModel
  /// The file's format is another than this version of Attune reads.
  case unsupportedFormat(found: Int, supported: Int)
  /// The file ends before its contents do.
  case truncated
  /// The contents contradict themselves; the text says where.
  case corrupt(String)
}

extension ModelError: CustomStringConvertible {
  /// What is wrong and what mends it.
  public var description: String {
    switch self {
    case .notAModel:
      "this is not an Attune model; give a file made by 'attune model train'"
    case .unsupportedFormat(let found, let supported) where found > supported:
      """
      the model has format \(found) and this version of Attune reads format \(supported); \
      use a newer Attune
      """
    case .unsupportedFormat(let found, let supported):
      """
      the model has format \(found) and this version of Attune reads format \(supported); \
      train it again with 'attune model train'
      """
    case .truncated:
      "the model file ends too early; copy it again or train it again"
    case .corrupt(let what):
      "the model file is damaged (\(what)); copy it again or train it again"
    }
  }
}
