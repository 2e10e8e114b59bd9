import Files
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
  /// A turn that cannot be kept is as if it had never been: the reply is 450 and says why. One whose
  /// saved session is damaged gets 513.
  ///
  /// - Returns: The reply, and whether to close after it.
  public func handle(_ command: Command) -> (reply: Reply, closes: Bool) {
    let before = session
    do {
      return try carryOut(session.receive(command), opened: nil)
    } catch {
      session = before
      return (Reply(error.isDamage ? .cannotGoOn : .notSaved, error.description), false)
    }
  }

  /// Carries an effect out, and those that follow from it; `opened` has been opened to go on with.
  private func carryOut(_ effect: Session.Effect, opened: (file: SessionFile, id: String)?)
    throws(FileError) -> (reply: Reply, closes: Bool)
  {
    switch effect {
    case .answer(let reply):
      if reply.code == .resumed, let opened { (file, id) = opened }
      return (reply, false)
    case .append(let events, let reply) where reply.code == .resumed:
      try opened?.file.append(events)
      return try carryOut(.answer(reply), opened: opened)
    case .close(let reply):
      return (reply, true)
    case .create(let stem, let events):
      let (file, id) = try store.create(stem: stem, events: events)
      (self.file, self.id) = (file, id)
      return (session.created(as: id), false)
    case .append(let events, let reply):
      try file?.append(events)
      return (reply, false)
    case .fetch(let id, toContinue: true):
      let (opened, events) = try load(id)
      return try carryOut(session.fetched(events, id: id), opened: opened)
    case .fetch(let id, toContinue: false):
      let events = try store.events(of: id)
      return try carryOut(session.fetched(events, id: id), opened: opened)
    }
  }

  /// Opens a saved session to go on with; nothing where there is none.
  private func load(_ id: String) throws(FileError)
    -> (opened: (SessionFile, String)?, events: [SessionEvent]?)
  {
    guard store.admits(id) else { return (nil, nil) }
    if id == self.id, let file {
      // The session is this seat's own and has ended: its file is open already.
      return ((file, id), try file.recoverWholeTurns(store.path(of: id)))
    }
    do {
      let reopened = try SessionFile.reopen(store.path(of: id))
      return ((reopened.file, id), reopened.events)
    } catch  where error.isMissing {
      return (nil, nil)
    }
  }
}
