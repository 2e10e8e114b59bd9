import Foundation
import TestSupport
import Testing

@testable import Clients

@Suite("The alliance model's document")
struct AllianceParametersTests {
  static let document = text("Documentation/AllianceModel.md")

  static func text(_ path: String) -> String {
    (try? String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8))
      ?? ""
  }

  /// Each parameter of the code with its numbers, in order.
  static let parameters = Mirror(reflecting: AllianceParameters.standard).children.map {
    (name: $0.label ?? "", numbers: numbers(of: $0.value))
  }

  /// The numbers of a parameter, which may be a table of them.
  static func numbers(of value: Any) -> [Double] {
    switch value {
    case let number as Double: [number]
    case let number as Int: [Double(number)]
    case let number as UInt64: [Double(number)]
    default: Mirror(reflecting: value).children.flatMap { numbers(of: $0.value) }
    }
  }

  @Test("there are parameters, each with a number")
  func found() {
    #expect(Self.parameters.count > 30)
    #expect(Self.parameters.allSatisfy { !$0.numbers.isEmpty })
    #expect(Set(Self.parameters.map(\.name)).count == Self.parameters.count)
  }

  @Test("states every number of the code, and its source or that it is an assumption")
  func agrees() throws {
    for (name, numbers) in Self.parameters {
      let rows = Self.document.split(separator: "\n").filter { $0.hasPrefix("| `\(name)`") }
      #expect(rows.count == 1, "\(name) stands in \(rows.count) rows")
      let cells = (rows.first ?? "").split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 3 else { continue }
      let stated = cells[1].split { " ,;()".contains($0) }.compactMap { Double($0) }
      #expect(stated == numbers, "\(name)")
      #expect(
        cells[2].contains("assumption") || cells[2].contains("measured"),
        "\(name) says where its size comes from")
    }
  }

  @Test("names no parameter that the code does not have")
  func nothingElse() {
    let rows = Self.document.matches(of: /\| `(\w+)`[^|]*\| [^|]*\d[^|]*\|/).map { String($0.1) }
    #expect(Set(rows) == Set(Self.parameters.map(\.name)))
  }

  @Test("lists each work that the code cites")
  func sources() throws {
    let list = try #require(Self.document.components(separatedBy: "## Sources").last)
    let files = ["Alliance", "AllianceParameters", "Appraisal"].map {
      Self.text("Sources/Clients/Alliance/\($0).swift")
    }
    let comments = files.joined().split(whereSeparator: \.isWhitespace).filter { $0 != "///" }
    let cited = comments.joined(separator: " ").matches(
      of: /([A-Z]\w+)(?:,? (?:& )?(?:[A-Z]\w+|et al\.))* \(?((?:19|20)\d\d)/)
    #expect(cited.count > 10)
    for work in cited {
      let isListed = list.split(separator: "\n").contains {
        $0.contains(work.1) && $0.contains("(\(work.2))")
      }
      #expect(isListed, "\(work.0)")
    }
  }
}
