import Foundation
import Synchronization

/// Does pieces of work on several threads and gives the results back in the order in which the
/// pieces were handed over, whatever the order in which they are done.
///
///     let work = OrderedWork<Int>(threads: 2)
///     for number in 1...3 { work.add { number * number } }
///     work.next()  // 1
final class OrderedWork<Result: Sendable> {
  /// Where a thread leaves a result.
  private final class Place: Sendable {
    let result = Mutex<Result?>(nil)
  }

  private let queue = OperationQueue()
  private let limit: Int
  private var waiting: [(operation: Operation, place: Place)] = []

  init(threads: Int) {
    queue.maxConcurrentOperationCount = threads
    limit = threads * 4
  }

  /// Whether as much is waiting as there should be: enough to keep the threads busy, and no more,
  /// so that memory stays bounded.
  var isFull: Bool { waiting.count >= limit }

  /// Hands over a piece of work.
  func add(_ body: @escaping @Sendable () -> Result) {
    let place = Place()
    let operation = BlockOperation {
      let result = body()
      place.result.withLock { $0 = result }
    }
    waiting.append((operation, place))
    queue.addOperation(operation)
  }

  /// Waits for the result of the piece that was handed over first; `nil` where none is left.
  func next() -> Result? {
    guard !waiting.isEmpty else { return nil }
    let (operation, place) = waiting.removeFirst()
    operation.waitUntilFinished()
    return place.result.withLock { $0.take() }
  }
}
