import CZlib
import Files
import Lines

/// Compression in the gzip format (RFC 1952), within limits.
package enum Gzip {
  /// Why bytes cannot be expanded.
  package enum Fault: Error {
    /// They are not gzip, are damaged or are cut short.
    case damaged
    /// They expand to more than is allowed.
    case tooLarge
  }

  /// Expands bytes to at most `most` of them; no more than a piece beyond is ever made.
  package static func expand(_ bytes: [UInt8], most: Int) throws(Fault) -> [UInt8] {
    // Others would pass as they are.
    guard bytes.starts(with: [0x1F, 0x8B]) else { throw .damaged }
    let unpacked = UnpackedBytes(HeldBytes(bytes))
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count: Int
      do {
        count = try piece.withUnsafeMutableBytes { try unpacked.read(into: $0) }
      } catch {
        throw .damaged
      }
      if count == 0 { return output }
      output += piece[..<count]
      if output.count > most { throw .tooLarge }
    }
  }

  /// Compresses bytes; the same bytes give the same result, for no name and no time goes in.
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    // zlib keeps a pointer to its stream, which therefore has a place of its own.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    defer { stream.deallocate() }
    stream.initialize(to: z_stream())
    // Memory is all that can be missing here, and Swift's own allocations would have ended first.
    guard attune_deflate_gzip(stream) == Z_OK else { return [] }
    defer { deflateEnd(stream) }
    // 255: the system is unknown. Else the byte would tell which one it was made on.
    var header = gz_header()
    header.os = 255
    return withUnsafeMutablePointer(to: &header) { header in
      deflateSetHeader(stream, header)
      return deflateAll(bytes, stream)
    }
  }

  /// Steps through all input until the stream ends.
  private static func deflateAll(_ input: [UInt8], _ stream: UnsafeMutablePointer<z_stream>)
    -> [UInt8]
  {
    var input = input
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      var status = Z_OK
      while status == Z_OK {
        status = piece.withUnsafeMutableBufferPointer { room in
          stream.pointee.next_out = room.baseAddress
          stream.pointee.avail_out = UInt32(room.count)
          return deflate(stream, Z_FINISH)
        }
        output += piece[..<(piece.count - Int(stream.pointee.avail_out))]
      }
    }
    return output
  }
}
