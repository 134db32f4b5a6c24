#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "FrameOutput.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

// Curses writes whenever it moves the cursor, some dozen times a frame. Each time the kernel wakes
// whoever reads, and ssh may send a packet. So its descriptor leads to memory while a frame is
// written; then all goes out at once.

static FILE *stream;
static int memory = -1;
static bool is_gathering;

FILE *frame_output_open(void) {
  int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (descriptor < 0) return NULL;
  stream = fdopen(descriptor, "w");
  if (stream == NULL) close(descriptor);
#ifdef __linux__
  // Without it each piece goes out by itself, as it does elsewhere.
  if (stream != NULL) memory = memfd_create("frame", MFD_CLOEXEC);
#endif
  return stream;
}

// Makes what curses writes go somewhere else.
static bool lead_to(int target) {
#ifdef __linux__
  return dup3(target, fileno(stream), O_CLOEXEC) >= 0;
#else
  (void)target;
  return false;
#endif
}

void frame_output_begin(void) {
  if (memory < 0) return;
  lseek(memory, 0, SEEK_SET);
  is_gathering = lead_to(memory);
}

static void send_all(const char *bytes, ssize_t count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, (size_t)count);
    if (sent >= 0) {
      bytes += sent;
      count -= sent;
    } else if (errno == EAGAIN) {
      // Who shares the terminal with us may have told it not to wait.
      poll(&(struct pollfd){.fd = STDOUT_FILENO, .events = POLLOUT}, 1, -1);
    } else if (errno != EINTR) {
      return;
    }
  }
}

void frame_output_end(void) {
  if (!is_gathering) return;
  is_gathering = false;
  off_t length = lseek(memory, 0, SEEK_CUR);
  lead_to(STDOUT_FILENO);
  static char bytes[32768];
  for (off_t start = 0; start < length;) {
    off_t wanted = length - start;
    if (wanted > (off_t)sizeof bytes) wanted = sizeof bytes;
    ssize_t count = pread(memory, bytes, (size_t)wanted, start);
    if (count <= 0) return;
    send_all(bytes, count);
    start += count;
  }
}

void frame_output_close(void) {
  if (stream != NULL) fclose(stream);
  if (memory >= 0) close(memory);
  stream = NULL;
  memory = -1;
}
