import Clients
import Diagnostics
import PackFormat
import Scenarios
import TestSupport
import Testing

@Suite("What is told of packs that load")
struct PackWarningsTests {
  @Test("Of the packs that come with Attune there is nothing to tell")
  func shipped() {
    let packs = PackLoader.loadAll(in: Repository.scenarios).packs
    #expect(packs.count == 3)
    for pack in packs {
      #expect((pack.lint() + pack.warningsFromPlay()).map(\.description) == [])
    }
  }
}
