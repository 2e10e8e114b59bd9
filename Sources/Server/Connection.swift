import LineProtocol
import NIOCore
import Records

/// A client that has connected.
struct Connection: Sendable {
  /// How long a client may take to read its last replies when the server stops, and to close its
  /// own side after `QUIT`.
  static let grace = TimeAmount.seconds(1)

  private typealias Arrivals = NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator

  private let channel: NIOAsyncChannel<ByteBuffer, Never>

  /// Takes a channel over, on its event loop.
  static func open(_ channel: any Channel) -> EventLoopFuture<Connection> {
    channel.eventLoop.makeCompletedFuture {
      Connection(channel: try NIOAsyncChannel(wrappingChannelSynchronously: channel))
    }
  }

  /// Runs the conversation to its end or until the task is cancelled.
  ///
  /// A client that disconnects just ends it; every answered turn is saved.
  func converse(_ makeSessionHost: @Sendable () -> SessionHost) async {
    await withTaskCancellationHandler {
      try? await channel.executeThenClose { inbound in
        var arrivals = inbound.makeAsyncIterator()
        try await talk(&arrivals, makeSessionHost)
        try await takeLeave(&arrivals)
      }
    } onCancel: {
      closeSoon()
    }
  }

  /// Answers commands until `QUIT`, the end of the input, or until the task is cancelled.
  ///
  /// The session host is released on return, so that its session can be resumed.
  private func talk(_ arrivals: inout Arrivals, _ makeSessionHost: @Sendable () -> SessionHost)
    async throws
  {
    var conversation = Conversation(sessionHost: makeSessionHost())
    try await send(conversation.greeting)
    while !conversation.isOver, let bytes = try await arrivals.next() {
      conversation.receive(bytes.readableBytesView)
      while !Task.isCancelled, let answer = conversation.nextAnswer() {
        try await send(answer)
      }
    }
  }

  /// Sends an answer and waits until it is on its way.
  ///
  /// Nothing more is read meanwhile, so that a client which does not read its replies waits too.
  private func send(_ answer: String) async throws {
    try await channel.channel.writeAndFlush(ByteBuffer(string: answer))
  }

  /// Says that nothing more will come, and waits for the client to close its side.
  ///
  /// Closing while something unread is still coming in would reset the connection, and the client
  /// might lose the last reply.
  private func takeLeave(_ arrivals: inout Arrivals) async throws {
    try await channel.channel.close(mode: .output)
    closeSoon()
    while try await arrivals.next() != nil {}
  }

  private func closeSoon() {
    let channel = channel.channel
    channel.eventLoop.scheduleTask(in: Self.grace) { channel.close(promise: nil) }
  }
}
