import Foundation
import TestSupport
import Testing

@testable import Scoring

@Suite("Work on several threads, in order")
struct OrderedWorkTests {
  @Test("Results come in the order of the pieces, whichever is done first", arguments: [1, 2, 5])
  func order(threads: Int) {
    let work = OrderedWork<Int>(threads: threads)
    var generator = Seeded(seed: 7)
    var results: [Int] = []
    for number in 0..<200 {
      let pause = UInt32.random(in: 0...300, using: &generator)
      work.add {
        usleep(pause)
        return number
      }
      if work.isFull, let result = work.next() { results.append(result) }
    }
    while let result = work.next() { results.append(result) }
    #expect(results == Array(0..<200))
    #expect(work.next() == nil)
  }

  @Test("The pieces that wait are bounded, and enough for each thread")
  func bounded() {
    let work = OrderedWork<Int>(threads: 3)
    var count = 0
    while !work.isFull, count < 1_000 {
      work.add { 0 }
      count += 1
    }
    #expect((3...100).contains(count))
  }
}
