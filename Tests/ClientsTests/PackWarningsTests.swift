import Clients
import Diagnostics
import PackFormat
import Scenarios
import TestSupport
import Testing

@Suite("What is told of packs that load")
struct PackWarningsTests {
  @Test(
    "Of the packs that come with Attune there is nothing to tell",
    arguments: PackLoader.loadAll(in: Repository.scenarios).packs)
  func shipped(pack: Pack) {
    #expect((pack.lint() + pack.warningsFromPlay()).map(\.description) == [])
  }
}
