import Foundation
import Synchronization
import Testing

@testable import Scoring

@Suite("A result that is written aside")
struct ResultFileTests {
  @Test("Of runs that begin and end at once, one at a time has the result")
  func alone() throws {
    final class Runs: Sendable {
      let counts = Mutex((now: 0, most: 0, all: 0))
    }
    let folder = try Folder()
    let path = folder.path("out")
    let runs = Runs()
    let ended = DispatchGroup()
    // More threads than processors, so that some are stopped between two steps.
    for _ in 0..<8 {
      ended.enter()
      Thread.detachNewThread {
        for _ in 0..<1000 {
          guard
            let file = try? ResultFile(path: path, identity: Fixtures.identity, resume: false)
          else { continue }
          runs.counts.withLock { counts in
            counts.now += 1
            counts.all += 1
            counts.most = max(counts.most, counts.now)
          }
          runs.counts.withLock { $0.now -= 1 }
          file.discard()
        }
        ended.leave()
      }
    }
    ended.wait()
    let (all, most) = runs.counts.withLock { ($0.all, $0.most) }
    #expect(all > 0 && most == 1)
    #expect(folder.names.isEmpty)
  }
}
