import Files
import LineProtocol
import Practice
import Transcripts

/// Hosts the engine for one trainee: a session whose turns are saved before they are answered.
///
/// Every front end uses one: the shell in process, each connection of a server.
public final class SessionHost {
  private var session: Session
  private let store: SessionStore
  /// The file of the current session while it goes on. At its end others may have it.
  private var file: SessionFile?
  /// How many bytes the file held when the session ended here.
  private var lengthAtEnd: Int?

  /// The name of the current session.
  public private(set) var id: String?

  /// Creates a host that saves its sessions in a store.
  public init(session: Session, store: SessionStore) {
    self.session = session
    self.store = store
  }

  /// What a server says first.
  public var greeting: Reply { session.greeting }

  /// Carries a command out.
  ///
  /// If saving fails, the turn is rolled back: the reply is 450 and says why, or 451 where another has
  /// the session or has put another file in the place of its own. A damaged saved session gets 513.
  ///
  /// - Returns: The reply, and whether to close after it.
  public func handle(_ command: Command) -> (reply: Reply, closes: Bool) {
    let before = session
    do {
      return try carryOut(session.receive(command), opened: nil)
    } catch {
      session = before
      return (Reply(Self.code(of: error), error.description), false)
    }
  }

  private static func code(of error: FileError) -> ReplyCode {
    switch error {
    case .damaged: .cannotResume
    case .held: .inUse
    case .system, .unreadable, .notRegular, .noFolder: .notSaved
    }
  }

  /// Carries an effect out, and those that follow from it; `opened` has been opened to be
  /// continued or followed.
  private func carryOut(_ effect: Session.Effect, opened: (file: SessionFile, id: String)?)
    throws(FileError) -> (reply: Reply, closes: Bool)
  {
    switch effect {
    case .answer(let reply):
      return (reply, false)
    case .close(let reply):
      return (reply, true)
    case .create(let stem, let events):
      let (file, id) = try store.create(stem: stem, events: events)
      (self.file, self.id) = (file, id)
      return (session.created(as: id), false)
    case .append(let events, let reply):
      let file = try currentFile()
      try file?.append(events)
      keep(file)
      return (reply, false)
    case .open(let id):
      let (opened, events) = try load(id)
      return try carryOut(session.fetched(events, id: id), opened: opened)
    case .read(let id):
      let events = try store.events(of: id)
      return try carryOut(session.fetched(events, id: id), opened: opened)
    case .resume(let lost, let reply):
      if !lost.isEmpty { try opened?.file.append(lost) }
      if let opened {
        id = opened.id
        keep(opened.file)
      }
      return (reply, false)
    }
  }

  /// The file of the current session. That of one which has ended is opened anew: its last turn is
  /// taken back.
  ///
  /// - Throws: `FileError` where another has it open, or has gone on with the session.
  private func currentFile() throws(FileError) -> SessionFile? {
    guard file == nil, let id else { return file }
    let label = store.label(of: id)
    let reopened = try SessionFile.reopen(store.path(of: id), label: label).file
    guard reopened.length == lengthAtEnd else {
      throw .held("\(label) has been gone on with by another attune")
    }
    return reopened
  }

  /// Keeps the current session's file for as long as the session goes on.
  private func keep(_ file: SessionFile?) {
    self.file = session.isOver ? nil : file
    lengthAtEnd = session.isOver ? file?.length : nil
  }

  /// Opens a saved session to continue or to follow it; `nil` if there is none.
  private func load(_ id: String) throws(FileError)
    -> (opened: (SessionFile, String)?, events: [SessionEvent]?)
  {
    guard store.canServe(id) else { return (nil, nil) }
    do {
      let reopened = try SessionFile.reopen(store.path(of: id), label: store.label(of: id))
      return ((reopened.file, id), reopened.events)
    } catch  where error.isMissing {
      return (nil, nil)
    }
  }
}
