/// Something to do with the value of a code, whichever type it has.
protocol CodeOperation {
  associatedtype Result
  associatedtype Failure: Error
  func callAsFunction<Value: CodeValue>(_ value: inout Value) throws(Failure) -> Result
}

extension Codes {
  /// Does something with the value of a code.
  ///
  /// This alone says which property holds which code. Values, records, tables and the model's
  /// decisions follow from it.
  @inline(__always) @discardableResult
  mutating func apply<Operation: CodeOperation>(
    _ operation: Operation, to code: CodeName
  ) throws(Operation.Failure) -> Operation.Result {
    switch code {
    case .reflection: try operation(&reflection)
    case .question: try operation(&question)
    case .judgment: try operation(&judgment)
    case .advice: try operation(&advice)
    case .information: try operation(&information)
    case .affirmation: try operation(&affirmation)
    case .collaboration: try operation(&collaboration)
    case .autonomy: try operation(&autonomy)
    case .transparency: try operation(&transparency)
    case .selfDisclosure: try operation(&selfDisclosure)
    case .repair: try operation(&repair)
    case .falseReassurance: try operation(&falseReassurance)
    case .misreading: try operation(&misreading)
    case .emotionalReaction: try operation(&emotionalReaction)
    case .interpretation: try operation(&interpretation)
    case .exploration: try operation(&exploration)
    }
  }
}

struct ReadValue: CodeOperation {
  func callAsFunction<Value: CodeValue>(_ value: inout Value) -> any CodeValue { value }
}

struct ReadName: CodeOperation {
  /// The value's name, or `nil` where the code is absent.
  func callAsFunction<Value: CodeValue>(_ value: inout Value) -> String? {
    value.index == 0 ? nil : value.name
  }
}

struct ReadIndex: CodeOperation {
  func callAsFunction<Value: CodeValue>(_ value: inout Value) -> Int { value.index }
}

struct WriteIndex: CodeOperation {
  var index: Int
  func callAsFunction<Value: CodeValue>(_ value: inout Value) { value = Value(index: index) }
}
