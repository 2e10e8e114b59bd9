#ifndef ATTUNE_CZLIB_SHIM_H
#define ATTUNE_CZLIB_SHIM_H

#include <zlib.h>

/* zlib names its version and the size of its struct through macros that Swift cannot call. 16 asks
   for gzip's header and checksum, 15 is the largest window. */
static inline int attune_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

/* The best compression, in the memory that zlib's own deflateInit takes. */
static inline int attune_deflate_gzip(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
