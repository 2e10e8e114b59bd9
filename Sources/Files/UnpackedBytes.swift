import CZlib
import Lines

/// Bytes of another source, unpacked where they begin as gzip does (RFC 1952); others pass as they
/// are. Several packed parts in a row make one text, as `cat a.gz b.gz` has them.
package final class UnpackedBytes: ByteSource {
  private enum State {
    case unknown, plain
    /// Within a packed part.
    case packed
    /// Behind a packed part; what follows it has not been looked at.
    case between
    case ended
  }

  private let source: any ByteSource
  private var state = State.unknown
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  /// What has been read and waits to be unpacked, or to be handed on as it is.
  private var waiting = 0..<0
  private var output: [UInt8] = []
  /// What has been unpacked and waits to be handed on.
  private var unpacked = 0..<0
  /// zlib keeps a pointer to its stream, which therefore has a place of its own.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var streamIsOpen = false
  /// The last call of zlib's filled its room, so that it may hold more.
  private var wasFilled = false
  /// Why nothing more can be unpacked; it is thrown once what stands before is handed on.
  private var failure: ReadFailure?

  package init(_ source: any ByteSource) {
    self.source = source
    stream.initialize(to: z_stream())
  }

  deinit {
    if streamIsOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Whether a read would return at once. Of packed bytes unpacking alone tells, for some give nothing
  /// yet, as those of a header.
  package var isReady: Bool {
    while lacksBytes, !waiting.isEmpty || wasFilled || source.isReady { unpack() }
    return switch state {
    case .unknown, .plain: source.isReady
    case .packed, .between, .ended: !lacksBytes
    }
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if state == .unknown { try begin() }
    if state == .plain {
      if waiting.isEmpty { return try source.read(into: buffer) }
      return Self.hand(input, &waiting, to: buffer)
    }
    while lacksBytes { unpack() }
    if unpacked.isEmpty, let failure { throw failure }
    return Self.hand(output, &unpacked, to: buffer)
  }

  /// Hands on what waits, as far as there is room for it.
  private static func hand(
    _ bytes: [UInt8], _ waiting: inout Range<Int>, to buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    let piece = bytes[waiting].prefix(buffer.count)
    buffer.copyBytes(from: piece)
    waiting = piece.endIndex..<waiting.upperBound
    return piece.count
  }

  /// Tells from the first two bytes what the source holds.
  private func begin() throws(ReadFailure) {
    while waiting.count < 2 {
      let count = try fill(from: waiting.count)
      waiting = 0..<waiting.count + count
      if count == 0 || input[0] != 0x1F { break }
    }
    guard waiting.count >= 2, input[0] == 0x1F, input[1] == 0x8B else {
      state = .plain
      return
    }
    guard attune_inflate_gzip(stream) == Z_OK else {
      throw ReadFailure(description: "no memory is left to unpack it")
    }
    streamIsOpen = true
    output = [UInt8](repeating: 0, count: input.count)
    state = .packed
  }

  private func fill(from offset: Int) throws(ReadFailure) -> Int {
    try input.withUnsafeMutableBufferPointer { bytes throws(ReadFailure) in
      try source.read(
        into: UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: bytes[offset...])))
    }
  }

  /// Whether packed bytes are to be unpacked before anything can be handed on.
  private var lacksBytes: Bool {
    unpacked.isEmpty && failure == nil && (state == .packed || state == .between)
  }

  /// Unpacks what waits, or what the source has next; nothing may come of it yet.
  private func unpack() {
    do throws(ReadFailure) {
      if waiting.isEmpty, !wasFilled {
        waiting = 0..<(try fill(from: 0))
        if waiting.isEmpty, state == .packed {
          throw ReadFailure(description: "the gzip data ends in the middle; fetch the file again")
        }
      }
      if state == .between { try beginPart() }
      if state == .packed { try step() }
    } catch {
      failure = error
    }
  }

  /// After one packed part: another, the end, or zeros that fill up a block of a tape.
  private func beginPart() throws(ReadFailure) {
    guard let next = input[waiting].first, next != 0 else {
      state = .ended
      return
    }
    guard next == 0x1F, inflateReset(stream) == Z_OK else {
      throw ReadFailure(description: "something else follows the gzip data; fetch the file again")
    }
    state = .packed
  }

  /// One call of zlib's.
  private func step() throws(ReadFailure) {
    let result: Int32 = input.withUnsafeMutableBufferPointer { bytes in
      output.withUnsafeMutableBufferPointer { room in
        stream.pointee.next_in = bytes.baseAddress.map { $0 + waiting.lowerBound }
        stream.pointee.avail_in = UInt32(waiting.count)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    waiting = waiting.upperBound - Int(stream.pointee.avail_in)..<waiting.upperBound
    wasFilled = stream.pointee.avail_out == 0
    unpacked = 0..<output.count - Int(stream.pointee.avail_out)
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: (state, wasFilled) = (.between, false)
    default:
      let reason = stream.pointee.msg.map { ": " + String(cString: $0) } ?? ""
      throw ReadFailure(description: "the gzip data is damaged\(reason); fetch the file again")
    }
  }
}
