import CZlib

/// Compression in the gzip format (RFC 1952), within limits.
package enum Gzip {
  /// Why bytes cannot be expanded.
  package enum Fault: Error {
    /// They are not gzip, are damaged or are cut short.
    case damaged
    /// They expand to more than is allowed.
    case tooLarge
  }

  /// Expands bytes to at most `most` of them; what is beyond is never made.
  package static func expand(_ bytes: [UInt8], most: Int) throws(Fault) -> [UInt8] {
    var stream = z_stream()
    guard attune_inflate_gzip(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    let (status, output) = run(&stream, over: bytes, most: most + 1) { inflate($0, Z_NO_FLUSH) }
    if output.count > most { throw .tooLarge }
    guard status == Z_STREAM_END else { throw .damaged }
    return output
  }

  /// Compresses bytes; the same bytes give the same result, for no name and no time goes in.
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    // Memory is all that can be missing here, and Swift's own allocations would have ended first.
    guard attune_deflate_gzip(&stream) == Z_OK else { return [] }
    defer { deflateEnd(&stream) }
    // 255: the system is unknown. Else the byte would tell which one it was made on.
    var header = gz_header()
    header.os = 255
    return withUnsafeMutablePointer(to: &header) { header in
      deflateSetHeader(&stream, header)
      return run(&stream, over: bytes, most: .max) { deflate($0, Z_FINISH) }.output
    }
  }

  /// Steps through all input until the stream ends, fails or has made enough.
  private static func run(
    _ stream: inout z_stream, over input: [UInt8], most: Int,
    step: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> (status: Int32, output: [UInt8]) {
    var input = input
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let status = input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        let status = piece.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          return step(&stream)
        }
        let made = piece.count - Int(stream.avail_out)
        output += piece[..<min(made, most - output.count)]
        // A step that could do nothing wants input that is not there: the bytes were cut short.
        if status != Z_OK || made == 0 || output.count >= most { return status }
      }
    }
    return (status, output)
  }
}
