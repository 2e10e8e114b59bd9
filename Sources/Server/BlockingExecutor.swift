import NIOPosix

/// Runs tasks on threads that may wait.
///
/// Grading takes its time and so does a disk. On these threads neither keeps the sockets waiting,
/// and each task still does one thing after the other.
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
