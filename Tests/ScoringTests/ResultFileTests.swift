import Foundation
import Synchronization
import Testing

@testable import Scoring

@Suite("A result that is written aside")
struct ResultFileTests {
  @Test("Of runs that begin and end at once, one at a time has the result")
  func alone() throws {
    struct Runs {
      var now = 0
      var most = 0
      var all = 0
    }
    let folder = try Folder()
    let path = folder.path("out")
    let runs = Mutex(Runs())
    let ended = DispatchSemaphore(value: 0)
    // More threads than processors, so that some are stopped between two steps.
    let threads = 8
    for _ in 0..<threads {
      Thread.detachNewThread {
        for _ in 0..<1000 {
          guard
            let file = try? ResultFile(path: path, identity: Fixtures.identity, resume: false)
          else { continue }
          runs.withLock {
            $0.now += 1
            $0.all += 1
            $0.most = max($0.most, $0.now)
          }
          runs.withLock { $0.now -= 1 }
          file.discard()
        }
        ended.signal()
      }
    }
    for _ in 0..<threads { ended.wait() }
    let seen = runs.withLock { $0 }
    #expect(seen.all > 0 && seen.most == 1)
    #expect(folder.names.isEmpty)
  }
}
