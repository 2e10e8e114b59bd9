import CZlib
import Lines

/// Bytes of another source, unpacked where they begin as gzip does (RFC 1952); others pass as they
/// are. Several packed parts in a row make one text, as `cat a.gz b.gz` has them.
package final class UnpackedBytes: ByteSource {
  private enum State {
    case unknown, plain, packed, ended
    /// Data that is not gzip follows a packed part.
    case followed
  }

  private let source: any ByteSource
  private var state = State.unknown
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  /// What has been read and waits to be handed on.
  private var waiting = 0..<0
  /// zlib keeps a pointer to its stream, which therefore has a place of its own.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var streamIsOpen = false
  /// The last call of zlib's filled its room, so that it may hold more.
  private var wasFilled = false
  /// Why nothing more can be unpacked; it is thrown once what stands before the damage is handed on.
  private var damage: ReadFailure?

  package init(_ source: any ByteSource) {
    self.source = source
    stream.initialize(to: z_stream())
  }

  deinit {
    if streamIsOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  package var isReady: Bool { source.isReady }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if state == .unknown { try begin() }
    switch state {
    case .unknown, .ended: return 0
    case .followed:
      throw ReadFailure(description: "something else follows the gzip data; fetch the file again")
    case .plain: return try pass(into: buffer)
    case .packed: return try unpack(into: buffer)
    }
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
    state = .packed
  }

  private func fill(from offset: Int) throws(ReadFailure) -> Int {
    try input.withUnsafeMutableBufferPointer { bytes throws(ReadFailure) in
      try source.read(
        into: UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: bytes[offset...])))
    }
  }

  private func pass(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if waiting.isEmpty { return try source.read(into: buffer) }
    let count = min(waiting.count, buffer.count)
    buffer.copyBytes(from: input[waiting.lowerBound..<waiting.lowerBound + count])
    waiting = waiting.lowerBound + count..<waiting.upperBound
    return count
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if let damage { throw damage }
    while true {
      if waiting.isEmpty, !wasFilled {
        let count = try fill(from: 0)
        guard count > 0 else {
          throw ReadFailure(description: "the gzip data ends in the middle; fetch the file again")
        }
        waiting = 0..<count
      }
      let (result, written) = step(into: buffer)
      switch result {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: try nextPart()
      default:
        let reason = stream.pointee.msg.map { ": " + String(cString: $0) } ?? ""
        let failure = ReadFailure(
          description: "the gzip data is damaged\(reason); fetch the file again")
        guard written > 0 else { throw failure }
        damage = failure
      }
      if written > 0 || state == .ended { return written }
      if state == .followed { return try read(into: buffer) }
    }
  }

  /// One call of zlib's; what it said and how many bytes it wrote.
  private func step(into buffer: UnsafeMutableRawBufferPointer) -> (Int32, Int) {
    input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress.map { $0 + waiting.lowerBound }
      stream.pointee.avail_in = UInt32(waiting.count)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(clamping: buffer.count)
      let result = inflate(stream, Z_NO_FLUSH)
      waiting = waiting.upperBound - Int(stream.pointee.avail_in)..<waiting.upperBound
      wasFilled = stream.pointee.avail_out == 0
      return (result, min(buffer.count, Int(UInt32.max)) - Int(stream.pointee.avail_out))
    }
  }

  /// After one packed part: another, the end, or zeros that fill up a block of a tape.
  private func nextPart() throws(ReadFailure) {
    if waiting.isEmpty { waiting = 0..<(try fill(from: 0)) }
    guard let next = waiting.first.map({ input[$0] }), next != 0 else {
      state = .ended
      return
    }
    if next != 0x1F || inflateReset(stream) != Z_OK { state = .followed }
  }
}
