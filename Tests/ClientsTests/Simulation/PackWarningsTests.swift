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

  @Test("A word of a topic or a fact that a client never hears is told where it stands")
  func deadWords() throws {
    let topic = "about: [Here, car park, mother's, word11, word12, "
    let fact = "{ask: [name], of: [girl-friend, he], about: [now, ’], text: Ines.}"
    var yaml = ""
    let files = PackSkeleton(title: "Test", client: "Sam").files.map { name, text -> PackFile in
      yaml = text.replacing("about: [word11, word12, ", with: topic)
        .replacing("\nreactions:\n", with: "\nfacts:\n  - \(fact)\nreactions:\n")
      return PackFile(path: name, label: name, content: .success(Array(yaml.utf8)))
    }
    let pack = try PackLoader.load(name: "test", label: "test", files: files)
    let found = pack.warningsFromPlay().map(\.description)
    // The vignette is the last file.
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let places = try [topic, fact].map { text in
      try #require(lines.firstIndex { $0.contains(text) }) + 1
    }
    let expected: [String] = [
      "sam.yaml:\(places[0]):13: warning: 'here' is too common a word to name the topic "
        + "'topic-1'; take it out, or write one that speaks of this alone [dead-word]",
      "sam.yaml:\(places[0]):19: warning: no reply holds 'car park' as one word; write the one "
        + "that tells most, or each by itself: car, park [dead-word]",
      "sam.yaml:\(places[0]):29: warning: no reply holds 'mother's' as one word; write it as "
        + "'mothers' [dead-word]",
      "sam.yaml:\(places[1]):24: warning: no reply holds 'girl-friend' as one word; write the one "
        + "that tells most, or each by itself: girl, friend [dead-word]",
      "sam.yaml:\(places[1]):55: warning: no reply holds '’' as one word; write a word, of letters "
        + "or digits [dead-word]",
    ]
    #expect(found == expected)
  }
}
