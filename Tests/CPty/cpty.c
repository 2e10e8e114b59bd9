#define _GNU_SOURCE
#include "cpty.h"

#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], unsigned short columns,
                 unsigned short rows, int *master) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  pid_t child = forkpty(master, NULL, NULL, &size);
  if (child == 0) {
    // Whoever starts the suite may have had it ignored (nohup), and a terminal's programs have it.
    signal(SIGHUP, SIG_DFL);
    execve(path, argv, envp);
    _exit(127);
  }
  return child;
}
