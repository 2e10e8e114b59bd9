import Foundation
import TestSupport
import Testing

@testable import Grading

/// The model that ships with Attune.
enum TestModel {
  static let file = Repository.modelFile

  static let bytes: [UInt8] = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []

  private static let model = Result { try Model(bytes: bytes) }

  static func grader() throws -> Grader { Grader(model: try model.get()) }
}
