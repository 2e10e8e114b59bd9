import NIOPosix

/// Runs tasks on threads that may wait.
///
/// Grading takes its time and so does a disk. On these threads neither keeps the sockets waiting,
/// and each task still does one thing after the other.
final class BlockingExecutor: TaskExecutor {
  /// The threads of the whole program.
  static let shared = BlockingExecutor()

  private let pool = NIOThreadPool.singleton

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
