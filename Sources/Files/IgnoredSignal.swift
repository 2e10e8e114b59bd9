import Foundation

/// Whether a signal is ignored, as by `nohup`, or by a shell for what it runs in the background.
///
/// Whoever started the program so wants it to outlive the signal, which is left ignored then.
public func isIgnored(_ signal: Int32) -> Bool {
  var action = sigaction()
  guard sigaction(signal, nil, &action) == 0 else { return false }
  // Handlers cannot be compared, their addresses can.
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    == unsafeBitCast(SIG_IGN, to: Int.self)
}
