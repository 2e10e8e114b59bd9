import LineProtocol
import Practice
import Transcripts

/// One practising client of the engine: a session whose turns are kept before they are answered.
///
/// Every front end sits in one: the shell in process, each connection of a server.
public final class Seat {
  private var session: Session
  private let store: SessionStore
  /// The file of the session under way.
  var file: SessionFile?

  /// The name of the session under way.
  public private(set) var id: String?

  /// A seat that keeps its sessions in a store.
  public init(session: Session, store: SessionStore) {
    self.session = session
    self.store = store
  }

  /// What a server says first.
  public var greeting: Reply { session.greeting }

  /// Carries a command out.
  ///
  /// A turn that cannot be kept is as if it had never been: the reply is 450 and says why.
  ///
  /// - Returns: The reply, and whether to close after it.
  public func handle(_ command: Command) -> (reply: Reply, closes: Bool) {
    let before = session
    do {
      switch session.receive(command) {
      case .answer(let reply):
        return (reply, false)
      case .close(let reply):
        return (reply, true)
      case .create(let stem, let events):
        let (file, id) = try store.create(stem: stem, events: events)
        (self.file, self.id) = (file, id)
        return (session.created(as: id), false)
      case .append(let events, let reply):
        try file?.append(events)
        return (reply, false)
      case .load(let id):
        return (try load(id), false)
      }
    } catch {
      session = before
      return (Reply(.notSaved, error.description), false)
    }
  }

  private func load(_ id: String) throws(StoreError) -> Reply {
    guard SessionStore.isValid(id) else { return session.loaded(nil, id: "?") }
    if id == self.id, let file {
      // The session is this seat's own and has ended: its file is open already.
      return session.loaded(try file.wholeTurns(store.path(of: id)), id: id)
    }
    let reopened: (file: SessionFile, events: [SessionEvent])
    do {
      reopened = try SessionFile.reopen(store.path(of: id))
    } catch  where error.isMissing {
      return session.loaded(nil, id: id)
    }
    let reply = session.loaded(reopened.events, id: id)
    if reply.code == .resumed { (file, self.id) = (reopened.file, id) }
    return reply
  }
}
