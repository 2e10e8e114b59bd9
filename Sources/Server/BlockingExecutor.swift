import NIOPosix

/// Runs tasks on threads that may block.
///
/// Grading and disk access take time; on these threads they do not delay the event loops.
final class BlockingExecutor: TaskExecutor {
  /// The threads of the whole program: more than there are processors, since most of them wait.
  static let shared = BlockingExecutor(threads: 16)

  private let pool: NIOThreadPool

  private init(threads: Int) {
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
