import Foundation
import TestSupport
import Testing

@testable import Scoring

@Suite("Work on several threads, in order")
struct OrderedWorkTests {
  @Test("Results come in the order of the pieces, whichever is done first", arguments: [1, 2, 5])
  func order(threads: Int) {
    let work = OrderedWork<Void, Int>(threads: threads) {}
    var generator = Seeded(seed: 7)
    var results: [Int] = []
    for number in 0..<200 {
      let pause = UInt32.random(in: 0...300, using: &generator)
      work.add { _ in
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
    let work = OrderedWork<Void, Int>(threads: 3) {}
    var count = 0
    while !work.isFull, count < 1_000 {
      work.add { _ in 0 }
      count += 1
    }
    #expect((3...100).contains(count))
  }

  @Test("A thread's tool goes from one piece to the next, and no two threads share one")
  func tools() {
    final class Tool { var uses = 0 }
    let work = OrderedWork<Tool, Int>(threads: 2) { Tool() }
    var uses: [Int] = []
    for _ in 0..<100 {
      work.add { tool in
        tool.uses += 1
        return tool.uses
      }
      if work.isFull, let result = work.next() { uses.append(result) }
    }
    while let result = work.next() { uses.append(result) }
    // Each tool counts its own uses from 1, so a number comes once for each tool that got so far.
    #expect(uses.filter { $0 == 1 }.count <= 2)
    #expect(uses.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.allSatisfy { $0 <= 2 })
  }
}
