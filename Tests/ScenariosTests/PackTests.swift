import Testing

import Scenarios

@Suite("The packs at hand")
struct LibraryTests {
  static func pack(_ id: String, _ vignettes: [String]) -> Pack {
    var pack = Pack()
    pack.id = id
    pack.vignettes = vignettes.map {
      var vignette = Vignette()
      vignette.id = $0
      return vignette
    }
    return pack
  }

  static let library = Library(packs: [
    pack("grief", ["maya", "omar"]), pack("foundations", ["jonas", "maya"]),
  ])

  @Test("Packs are in order of their names, vignettes in that of their pack")
  func order() {
    #expect(
      Self.library.entries.map(\.name) == [
        "foundations/jonas", "foundations/maya", "grief/maya", "grief/omar",
      ])
  }

  @Test(
    "A vignette is found by its full name, or by a short one that only one pack has",
    arguments: [
      ("foundations/maya", "foundations/maya"), ("grief/maya", "grief/maya"),
      ("jonas", "foundations/jonas"), ("omar", "grief/omar"), ("maya", nil), ("ruth", nil),
      ("grief", nil), ("", nil), ("/maya", nil),
    ])
  func find(name: String, found: String?) {
    #expect(Self.library.find(name)?.name == found)
  }

  @Test("Every vignette can be named in full or in short")
  func names() {
    #expect(
      Self.library.names.prefix(4) == ["foundations/jonas", "jonas", "foundations/maya", "maya"])
    #expect(Library().names.isEmpty)
  }
}
