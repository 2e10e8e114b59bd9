/// A value that a code can have.
package protocol CodeValue: Codable, Hashable, Sendable {
  /// Every value; the first says that the code is absent.
  static var all: [Self] { get }
  /// The value's name in tables and evidence.
  var name: String { get }
}

extension CodeValue {
  /// The value's place among all; 0 where the code is absent.
  package var index: Int { Self.all.firstIndex(of: self) ?? 0 }

  /// The value at a place; there is none outside the vocabulary.
  init(index: Int) {
    let all = Self.all
    self = all[all.indices.contains(index) ? index : 0]
  }
}

extension CodeValue where Self: CaseIterable, AllCases == [Self] {
  package static var all: [Self] { allCases }
}

extension CodeValue where Self: RawRepresentable, RawValue: CustomStringConvertible {
  package var name: String { rawValue.description }
}

extension Reflection: CodeValue {}
extension Question: CodeValue {}
extension Judgment: CodeValue {}
extension Advice: CodeValue {}
extension SelfDisclosure: CodeValue {}
extension Level: CodeValue {}

extension Bool: CodeValue {
  package static var all: [Bool] { [false, true] }
  package var name: String { self ? "yes" : "no" }
}
