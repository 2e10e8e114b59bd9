#ifndef ATTUNE_PREFETCH_H
#define ATTUNE_PREFETCH_H

/* Has a processor fetch what will be read soon; a hint without an effect that could be seen. Swift
   has no such thing of its own. */
static inline void attune_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
