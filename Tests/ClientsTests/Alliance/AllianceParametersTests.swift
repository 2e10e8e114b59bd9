import Foundation
import TestSupport
import Testing

@testable import Clients

@Suite("The alliance model's document")
struct AllianceParametersTests {
  static let document = text("Documentation/AllianceModel.md")
  static let source = text("Sources/Clients/Alliance/AllianceParameters.swift")

  static func text(_ path: String) -> String {
    (try? String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8))
      ?? ""
  }

  /// Each parameter of the source with the numbers of its definition, in order.
  static let parameters: [(name: String, numbers: [String])] = {
    var found: [(name: String, numbers: [String])] = []
    for line in source.split(separator: "\n") where !line.contains("///") {
      if let match = line.firstMatch(of: /static (?:let|func) (\w+)/) {
        found.append((String(match.1), []))
      }
      guard !found.isEmpty, let value = line.firstMatch(of: /[:=] (-?\d+(?:\.\d+)?)$/) else {
        continue
      }
      found[found.count - 1].numbers.append(String(value.1))
    }
    return found
  }()

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
      let stated = cells[1].split { " ,;()".contains($0) }.map(String.init)
        .filter { Double($0) != nil }
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
