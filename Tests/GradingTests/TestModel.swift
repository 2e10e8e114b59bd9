import Foundation
import Testing

@testable import Grading

/// The model that ships with Attune, found from this file's place in the tree.
enum TestModel {
  static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models/attune.model")

  static let bytes: [UInt8] = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []

  private static let model = Result { try Model(bytes: bytes) }

  static func grader() throws -> Grader { Grader(model: try model.get()) }
}
