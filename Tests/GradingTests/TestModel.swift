import Foundation
import TestSupport
import Testing

import Grading

/// The model that ships with Attune.
enum TestModel {
  static let file = Repository.modelFile

  static let bytes = (try? Data(contentsOf: file)) ?? Data()

  private static let model = Result { try Model(bytes) }

  static func grader() throws -> Grader { Grader(model: try model.get()) }
}
