#define _XOPEN_SOURCE 700
#define _DARWIN_C_SOURCE 1

#include "TerminalPair.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int qkv_open_terminal_pair(int *master, int *slave, char *name, size_t length) {
  *master = posix_openpt(O_RDWR | O_NOCTTY);
  if (*master < 0 || grantpt(*master) != 0 || unlockpt(*master) != 0) return -1;
  const char *path = ptsname(*master);
  if (path == NULL || snprintf(name, length, "%s", path) >= (int)length) return -1;
  *slave = open(path, O_RDWR | O_NOCTTY);
  if (*slave < 0) return -1;
  fcntl(*master, F_SETFD, FD_CLOEXEC);
  fcntl(*slave, F_SETFD, FD_CLOEXEC);
  return 0;
}
