#ifndef ATTUNE_CPTY_H
#define ATTUNE_CPTY_H

#include <sys/types.h>

/* Starts a program with a new pseudo-terminal as its controlling terminal.
   Returns the process, or -1 with errno set; the terminal's other end is left in *master. */
pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], unsigned short columns,
                 unsigned short rows, int *master);

#endif
