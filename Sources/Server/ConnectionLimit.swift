import Foundation
import NIOCore

/// How many connections a server holds at once.
///
/// At the limit of open files the listening socket would report a client that cannot be let in, again
/// and again, and no session could be saved any more. So the server stays well below it.
package enum ConnectionLimit {
  /// No more than these, however many files the system lets the program open.
  static let most = 1000

  /// The limit for this process, whose limit of open files is raised as far as the system allows.
  static func ofThisProcess() -> Int {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0 else { return most }
    limit.rlim_cur = limit.rlim_max
    if setrlimit(files, &limit) != 0 { _ = getrlimit(files, &limit) }
    return connections(within: Int(clamping: limit.rlim_cur))
  }

  /// How many connections go with a limit of open files.
  ///
  /// Each takes two, its socket and its session's file. The event loops take up to four for each
  /// processor; the rest is for what is open for a moment, and for clients that wait to be let in.
  package static func connections(within files: Int) -> Int {
    min(most, max(1, (files - 64 - 4 * System.coreCount) / 2))
  }
}
