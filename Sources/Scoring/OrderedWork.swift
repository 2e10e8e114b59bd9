import Dispatch
import Foundation
import Synchronization

/// How much makes a piece of work: as many items as this, or fewer once they have so many bytes.
enum PieceOfWork {
  static let items = 64
  static let bytes = 1 << 17
}

/// Does pieces of work on several threads and gives the results back in the order in which the
/// pieces were handed over, whatever the order in which they are done.
///
///     let work = OrderedWork<[Int], Int>(threads: 2) { [] }
///     for number in 1...3 { work.add(bytes: 8) { _ in number * number } }
///     work.next()  // 1
///
/// Each thread has a tool of its own, which goes from one piece of work to the next.
/// The threads are its own. A dispatch queue or a task group has no more than one for each core, and
/// counts one that waits, here or for input, as busy.
package final class OrderedWork<Tool, Output: Sendable> {
  /// A piece of work, and where its result is left.
  private final class Piece: Sendable {
    let bytes: Int
    let body: @Sendable (Tool) -> Output
    let result = Mutex<Output?>(nil)
    let isDone = DispatchSemaphore(value: 0)

    init(bytes: Int, _ body: @escaping @Sendable (Tool) -> Output) {
      (self.bytes, self.body) = (bytes, body)
    }
  }

  /// What the threads take pieces from: one for each signal, and the end where there is none.
  private final class Queue: Sendable {
    let pieces = Mutex<[Piece]>([])
    let signal = DispatchSemaphore(value: 0)

    func next() -> Piece? {
      signal.wait()
      return pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }

  private let queue = Queue()
  private let threads: Int
  private var waiting: [Piece] = []
  private var waitingBytes = 0

  package init(threads: Int, makeTool: @escaping @Sendable () -> Tool) {
    self.threads = threads
    for _ in 0..<threads {
      let thread = Thread { [queue] in
        let tool = makeTool()
        while let piece = queue.next() {
          let result = piece.body(tool)
          piece.result.withLock { $0 = result }
          piece.isDone.signal()
        }
      }
      thread.start()
    }
  }

  deinit {
    for _ in 0..<threads { queue.signal.signal() }
  }

  /// Whether as much is waiting as there should be: enough to keep the threads busy, and no more,
  /// so that memory stays bounded, however long the texts are.
  package var isFull: Bool {
    waiting.count >= threads * 4 || waitingBytes >= threads * 4 * PieceOfWork.bytes
  }

  /// Hands over a piece of work on so many bytes.
  package func add(bytes: Int, _ body: @escaping @Sendable (Tool) -> Output) {
    let piece = Piece(bytes: bytes, body)
    waiting.append(piece)
    waitingBytes += bytes
    queue.pieces.withLock { $0.append(piece) }
    queue.signal.signal()
  }

  /// Waits for the result of the piece that was handed over first; `nil` where none is left.
  package func next() -> Output? {
    guard !waiting.isEmpty else { return nil }
    let piece = waiting.removeFirst()
    waitingBytes -= piece.bytes
    piece.isDone.wait()
    return piece.result.withLock { $0.take() }
  }
}
