import Foundation
import Repeatable
import TestSupport
import Testing

import Scoring

@Suite("Work on several threads, in order")
struct OrderedWorkTests {
  @Test("Results come in the order of the pieces, whichever is done first", arguments: [1, 2, 5])
  func order(threads: Int) {
    let work = OrderedWork<Void, Int>(threads: threads) {}
    var generator = Seeded(seed: 7)
    var results: [Int] = []
    for number in 0..<200 {
      let pause = UInt32.random(in: 0...300, using: &generator)
      work.add(bytes: 8) { _ in
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
      work.add(bytes: 8) { _ in 0 }
      count += 1
    }
    #expect((3...100).contains(count))
  }

  @Test("Long pieces that wait are bounded by their bytes")
  func boundedBytes() {
    let work = OrderedWork<Void, Int>(threads: 3) {}
    work.add(bytes: 1 << 24) { _ in 0 }
    #expect(work.isFull)
    #expect(work.next() == 0)
    #expect(!work.isFull)
  }

  @Test("A thread's tool goes from one piece to the next, and no two threads share one")
  func tools() {
    final class Tool {}
    let work = OrderedWork<Tool, (tool: ObjectIdentifier, thread: ObjectIdentifier)>(threads: 2) {
      Tool()
    }
    // Both threads are in a piece at once, again and again, so that neither does the other's work.
    let here = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    var uses: [(tool: ObjectIdentifier, thread: ObjectIdentifier)] = []
    for _ in 0..<50 {
      for own in 0...1 {
        work.add(bytes: 8) { tool in
          here[own].signal()
          let met = here[1 - own].wait(timeout: .now() + 60)
          #expect(met == .success)
          return (ObjectIdentifier(tool), ObjectIdentifier(Thread.current))
        }
      }
      for _ in 0...1 {
        if let use = work.next() { uses.append(use) }
      }
    }
    #expect(uses.count == 100)
    let byThread = Dictionary(grouping: uses, by: \.thread).mapValues { Set($0.map(\.tool)) }
    #expect(byThread.count == 2 && byThread.values.allSatisfy { $0.count == 1 })
    #expect(Set(byThread.values).count == 2)
  }
}
