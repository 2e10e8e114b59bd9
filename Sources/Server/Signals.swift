import Dispatch
import Files
import Foundation

/// The signals that ask a program to stop, caught from `init` to `release`.
struct Signals {
  private let numbers: [Int32]
  private let sources: [any DispatchSourceSignal]

  /// Yields whenever one of them arrives.
  let arrivals: AsyncStream<Void>

  /// Catches signals from now on; none of them ends the program any more. One that is ignored stays
  /// so.
  init(_ numbers: [Int32]) {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let numbers = numbers.filter { !isIgnored($0) }
    self.numbers = numbers
    self.arrivals = arrivals
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { arrived.yield() }
      source.resume()
      return source
    }
  }

  /// Lets them end the program again.
  func release() {
    for (source, number) in zip(sources, numbers) {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
