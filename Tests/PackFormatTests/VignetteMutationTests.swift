import Diagnostics
import PackFormat
import Scenarios
import TestSupport
import Testing

@Suite("Vignettes with accidents")
struct VignetteMutationTests {
  /// A shipped vignette, shortened.
  static func short(_ name: String) throws -> [Substring] {
    Accidents.shortened(try Shipped.text(name))
  }

  static func complain(_ yaml: String) -> [Diagnostic]? {
    do throws(DiagnosticList) {
      _ = try Vignette(yaml: yaml, id: "v", file: "v.yaml")
      return nil
    } catch {
      return error.diagnostics
    }
  }

  @Test("A shortened vignette is whole", arguments: Shipped.names)
  func shortened(name: String) throws {
    let lines = try Self.short(name)
    #expect(Self.complain(lines.joined(separator: "\n")) == nil)
    #expect((60..<240).contains(lines.count))
  }

  @Test("One accident anywhere: the vignette loads, or says why not", arguments: Shipped.names)
  func accidents(name: String) throws {
    let lines = try Self.short(name)
    var generator = Seeded(seed: UInt64(lines.count))
    var loaded = 0
    for round in 0..<400 {
      let yaml = Accidents.one(to: lines, &generator)
      guard let diagnostics = Self.complain(yaml) else {
        loaded += 1
        continue
      }
      #expect(!diagnostics.isEmpty, "round \(round)")
      Self.check(diagnostics, of: yaml, "round \(round)")
    }
    // Most accidents break something; some only change what is said.
    #expect((20..<380).contains(loaded))
  }

  @Test("Accident upon accident: the file is refused in good order", arguments: Shipped.names)
  func heaps(name: String) throws {
    let original = try Self.short(name)
    var generator = Seeded(seed: UInt64(original.count) &* 31)
    for round in 0..<40 {
      let yaml = Accidents.several(12, to: original.joined(separator: "\n"), &generator)
      let diagnostics = try #require(Self.complain(yaml), "round \(round)")
      Self.check(diagnostics, of: yaml, "round \(round)")
    }
  }

  /// Expects every complaint to have a place in the file, a mend, and to come in order.
  static func check(_ diagnostics: [Diagnostic], of yaml: String, _ round: Comment) {
    // YAML ends a line with CR, NEL and LS, too: the last bytes of those are 85 and A8.
    let lines = yaml.utf8.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 } + 1
    var last = (0, 0)
    for diagnostic in diagnostics {
      let place = (diagnostic.location?.line ?? 0, diagnostic.location?.column ?? 0)
      let fit = diagnostic.location?.file == "v.yaml" && diagnostic.mend != nil
      if !fit || place.0 > lines + 1 || place < last { Issue.record("\(round): \(diagnostic)") }
      last = place
    }
  }
}
