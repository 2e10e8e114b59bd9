import Diagnostics
import Testing

struct OccurrencesTests {
  @Test("The first place is kept, and the others are counted")
  func others() {
    var places = Occurrences<Int>()
    #expect(places.first == nil && places.count == 0 && places.others("nor in") == "")
    places.note(7)
    #expect(places.first == 7 && places.others("nor in") == "")
    for line in [9, 3] { places.note(line) }
    #expect(places.first == 7 && places.count == 3 && places.others("nor in") == ", nor in 2 more")
  }
}
