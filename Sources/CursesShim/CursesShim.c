#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "CursesShim.h"
#include "FrameOutput.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof((array)[0])))

static SCREEN *screen;
static struct termios saved_termios;
static struct termios waiting_termios; // every key is a byte
static struct termios working_termios; // ^C is a signal
static volatile sig_atomic_t is_inside; // between entering curses' modes and leaving them
static bool is_mouse_on;
static int cursor = -1;

// What curses has no words for; off at once where the terminal is given back.
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"

// MARK: - Giving the terminal back from inside a signal handler

static char farewell[256];
static size_t farewell_length;

// Appends a capability without its padding marks, `$<5/>`.
static void add_farewell(const char *text) {
  if (text == NULL || text == (char *)-1) return;
  while (*text != 0 && farewell_length < sizeof farewell) {
    const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end + 1;
    } else {
      farewell[farewell_length++] = *text++;
    }
  }
}

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// Whether the terminal takes sequences that begin with `ESC [`.
static bool is_ansi(void) {
  const char *move = capability("cup");
  return move != NULL && strncmp(move, "\033[", 2) == 0;
}

// Switches a mode that curses does not know.
static void send_mode(const char *sequence) {
  putp(sequence);
  fflush(NULL);
}

static bool has_pointer(void) { return capability("kmous") != NULL; }

static void prepare_farewell(void) {
  farewell_length = 0;
  if (has_pointer()) add_farewell(MOUSE_OFF);
  if (is_ansi()) add_farewell(PASTE_OFF);
  add_farewell(tigetstr("rmkx"));
  add_farewell(tigetstr("sgr0"));
  add_farewell(tigetstr("op"));
  add_farewell(tigetstr("rmcup"));
  add_farewell(tigetstr("cnorm"));
}

// Whether another job has the terminal; it must then be left as it is.
static bool is_in_background(void) {
  pid_t front = tcgetpgrp(STDIN_FILENO);
  return front > 0 && front != getpgrp();
}

// Async-signal-safe, and bounded in time even if nobody reads what we write.
static void restore_at_once(void) {
  if (!is_inside) return;
  is_inside = false;
  if (is_in_background()) return;
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  size_t sent = 0;
  struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
  while (sent < farewell_length && poll(&out, 1, 100) > 0) {
    ssize_t count = write(STDOUT_FILENO, farewell + sent, farewell_length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
  fcntl(STDOUT_FILENO, F_SETFL, flags);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_termios);
}

// MARK: - Signals

// What a signal does to us.
enum kind {
  NOT_OURS,
  CRASH, // gives the terminal back at once
  END,   // asks the loop to end, and ends the process if the loop does not answer
  NEWS   // the loop is told
};

static enum kind kind_of(int number) {
  switch (number) {
  case SIGILL: case SIGTRAP: case SIGABRT: case SIGBUS: case SIGFPE: case SIGSEGV: case SIGSYS:
  case SIGQUIT: case SIGXCPU:
    return CRASH;
  case SIGHUP: case SIGINT: case SIGTERM: case SIGPIPE: case SIGALRM: case SIGUSR1: case SIGUSR2:
  case SIGVTALRM: case SIGPROF: case SIGXFSZ:
#ifdef __linux__
  case SIGPOLL: case SIGPWR: case SIGSTKFLT:
#else
  case SIGEMT:
#endif
    return END;
  case SIGTSTP: case SIGCONT: case SIGWINCH:
    return NEWS;
  default:
#ifdef SIGRTMIN
    if (number >= SIGRTMIN && number <= SIGRTMAX) return END;
#endif
    return NOT_OURS;
  }
}

static struct sigaction old_actions[NSIG];
static bool is_caught[NSIG];
static volatile sig_atomic_t is_pending[NSIG];
static volatile sig_atomic_t is_interrupt_typed;
static volatile sig_atomic_t unanswered; // the signal that the loop has not taken yet
static volatile sig_atomic_t first_end; // when the process was first asked to end, in seconds
static int wake_pipe[2] = {-1, -1};
static char signal_stack[65536];
static const struct sigaction no_action; // SIG_DFL

// Gives the terminal back and lets the signal do what it does to a process that does not catch it.
static void end_with(int number) {
  restore_at_once();
  sigaction(number, &no_action, NULL);
  raise(number);
}

// How long the loop may take to answer a signal: a long computation must not hold the terminal.
static void set_watch(long microseconds) {
  struct itimerval watch = {.it_value.tv_usec = microseconds};
  setitimer(ITIMER_REAL, &watch, NULL);
}

// A terminal that nobody reads can block the orderly way out. Whoever asks again a second later
// gets the short one.
static bool asks_in_vain(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (first_end == 0) first_end = (sig_atomic_t)now.tv_sec + 1;
  return now.tv_sec > first_end;
}

static bool is_typed(const siginfo_t *information) {
#ifdef __linux__
  return information->si_code == SI_KERNEL;
#else
  return information->si_code != SI_USER;
#endif
}

static void ask_for_end(int number, const siginfo_t *information) {
  if (number == SIGALRM && unanswered != 0) return end_with(unanswered);
  if (asks_in_vain()) return end_with(number);
  if (number == SIGINT && is_typed(information)) is_interrupt_typed = 1;
  if (unanswered == 0) {
    unanswered = number;
    set_watch(180000);
  }
}

static void on_signal(int number, siginfo_t *information, void *context) {
  (void)context;
  int saved_errno = errno;
  if (kind_of(number) == CRASH) end_with(number);
  if (kind_of(number) == END) ask_for_end(number, information);
  // Each takes the other back.
  if (number == SIGCONT) is_pending[SIGTSTP] = 0;
  if (number == SIGTSTP) is_pending[SIGCONT] = 0;
  is_pending[number] = 1;
  (void)!write(wake_pipe[1], "!", 1);
  errno = saved_errno;
}

// Those that the process was told to ignore stay ignored: by nohup, or where we look at errors.
static void catch_signals(void) {
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_sigaction = on_signal};
  sigfillset(&action.sa_mask);
  for (int number = 1; number < NSIG; number++) {
    enum kind kind = kind_of(number);
    if (kind == NOT_OURS || sigaction(number, NULL, &old_actions[number]) != 0) continue;
    if (kind == END && old_actions[number].sa_handler == SIG_IGN) continue;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | (kind == CRASH ? 0 : SA_RESTART);
    is_caught[number] = sigaction(number, &action, NULL) == 0;
  }
}

static void release_signals(void) {
  for (int number = 1; number < NSIG; number++) {
    if (is_caught[number]) sigaction(number, &old_actions[number], NULL);
    is_caught[number] = false;
  }
}

static bool open_wake_pipe(void) {
  if (wake_pipe[0] >= 0) return true;
  if (pipe(wake_pipe) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
    fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

static int take_pending(enum kind kind) {
  for (int number = 1; number < NSIG; number++) {
    if (kind_of(number) != kind || !is_pending[number]) continue;
    is_pending[number] = 0;
    return number;
  }
  return 0;
}

int32_t qkv_take_signal(void) {
  char drained[64];
  while (read(wake_pipe[0], drained, sizeof drained) > 0) {}
  int number = take_pending(END);
  if (number == 0) return take_pending(NEWS);
  set_watch(0);
  unanswered = 0;
  if (number != SIGINT || !is_interrupt_typed) return number;
  is_interrupt_typed = 0;
  first_end = 0;
  return QKV_TYPED_INTERRUPT;
}

// MARK: - Opening and closing

static bool has_color;
static bool has_default_colors;

// Direct colours are written `38:2::R:G:B` by some entries; `38;2;R;G;B` is understood everywhere,
// by mosh too. The strings are edited where curses keeps them: they only become shorter.
static void write_semicolons(const char *name) {
  char *from = (char *)capability(name);
  if (from == NULL || strstr(from, "8:2:") == NULL) return;
  char *to = from;
  for (; *from != 0; from++) {
    if (*from == ':' && from[1] == ':') continue;
    *to++ = *from == ':' ? ';' : *from;
  }
  *to = 0;
}

static void prepare_termios(void) {
  tcgetattr(STDIN_FILENO, &waiting_termios);
  working_termios = waiting_termios;
  working_termios.c_lflag |= ISIG | NOFLSH;
  working_termios.c_cc[VINTR] = 3;
  working_termios.c_cc[VQUIT] = _POSIX_VDISABLE;
  working_termios.c_cc[VSUSP] = _POSIX_VDISABLE;
#ifdef VDSUSP
  working_termios.c_cc[VDSUSP] = _POSIX_VDISABLE;
#endif
  tcsetattr(STDIN_FILENO, TCSANOW, &working_termios);
}

static void enter_modes(bool in_color) {
  raw();
  noecho();
  nonl();
  typeahead(-1);
  prepare_termios();
  if (is_ansi()) send_mode(PASTE_ON);
  write_semicolons("setaf");
  write_semicolons("setab");
  has_color = in_color && has_colors();
  if (has_color) {
    start_color();
    has_default_colors = use_default_colors() == OK;
  }
}

int32_t qkv_open(const char *name, bool in_color) {
  if (screen != NULL) return QKV_ALREADY_OPEN;
  if (!open_wake_pipe()) return QKV_NO_PIPE;
  tcgetattr(STDIN_FILENO, &saved_termios);
  // Some program may have left the terminal non-blocking; curses would spin on a full one.
  fcntl(STDOUT_FILENO, F_SETFL, fcntl(STDOUT_FILENO, F_GETFL) & ~O_NONBLOCK);
  first_end = unanswered = 0;
  // Before curses, which takes only signals that nobody has.
  catch_signals();
  FILE *output = frame_output_open();
  screen = output == NULL ? NULL : newterm(name, output, stdin);
  if (screen == NULL) {
    release_signals();
    frame_output_close();
    return output == NULL ? QKV_NO_PIPE : QKV_UNKNOWN_TERMINAL;
  }
  prepare_farewell();
  is_inside = true;
  static bool is_registered = false;
  if (!is_registered) atexit(qkv_close);
  is_registered = true;
  enter_modes(in_color);
  return QKV_FINE;
}

const char *qkv_capability(const char *name) { return capability(name); }

static void leave_modes(void) {
  if (!is_inside) return;
  if (!is_in_background()) {
    if (is_mouse_on) send_mode(MOUSE_OFF);
    if (is_ansi()) send_mode(PASTE_OFF);
    cursor = -1;
    endwin();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_termios);
  }
  is_inside = false;
}

void qkv_close(void) {
  if (screen == NULL) return;
  leave_modes();
  release_signals();
  delscreen(screen);
  screen = NULL;
  frame_output_close();
}

static bool is_end_pending(void) {
  for (int number = 1; number < NSIG; number++) {
    if (is_pending[number] && kind_of(number) == END) return true;
  }
  return false;
}

// Stops as a job in the background does that wants the terminal. False where it is to end instead.
static bool wait_for_foreground(void) {
  while (!is_end_pending() && is_in_background()) {
    is_pending[SIGCONT] = 0;
    raise(SIGTTOU);
    // Without a shell that could continue us there is nothing to wait for.
    if (!is_pending[SIGCONT]) break;
  }
  return !is_end_pending();
}

void qkv_suspend(void) {
  leave_modes();
  struct sigaction stop = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigaction(SIGTSTP, &stop, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  if (!wait_for_foreground()) return;
  is_pending[SIGCONT] = 0;
  tcgetattr(STDIN_FILENO, &saved_termios);
  is_inside = true;
  qkv_renew(true, NULL);
  if (is_ansi()) send_mode(PASTE_ON);
  if (is_mouse_on) send_mode(MOUSE_ON);
}

void qkv_renew(bool clear, struct qkv_terminal *terminal) {
  struct winsize size = {0};
  bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
  int rows = is_known ? size.ws_row : LINES;
  int columns = is_known ? size.ws_col : COLS;
  // Beyond this it is a mistake, and would cost memory by the square.
  if (rows > 500) rows = 500;
  if (columns > 1000) columns = 1000;
  if (rows != LINES || columns != COLS) resizeterm(rows, columns);
  if (clear) {
    // Leaves and enters once more, since whoever had the terminal meanwhile may have changed it.
    endwin();
    clearok(curscr, TRUE);
    refresh();
    tcsetattr(STDIN_FILENO, TCSANOW, &working_termios);
    cursor = -1;
  }
  if (terminal == NULL) return;
  terminal->rows = rows;
  terminal->columns = columns;
  terminal->colors = has_color ? COLORS : 0;
}

// MARK: - Drawing

#define PAIR_SLOTS 16384
static struct { int32_t foreground, background; int pair; } pairs[PAIR_SLOTS];
static int pair_count;
static bool has_too_many_pairs;

static int limit_of_pairs(void) {
  int limit = COLOR_PAIRS < PAIR_SLOTS / 2 ? COLOR_PAIRS : PAIR_SLOTS / 2;
#if !NCURSES_EXT_COLORS
  if (limit > 32767) limit = 32767;
#endif
  return limit;
}

static void define_pair(int pair, int foreground, int background) {
#if NCURSES_EXT_COLORS
  init_extended_pair(pair, foreground, background);
#else
  init_pair((short)pair, (short)foreground, (short)background);
#endif
}

// The pair of two colours, made when it is first asked for.
static int pair_of(int32_t foreground, int32_t background) {
  if (!has_color || (foreground < 0 && background < 0)) return 0;
  if (!has_default_colors) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  uint32_t slot = ((uint32_t)foreground * 2654435761u ^ (uint32_t)background * 40503u) >> 7;
  for (slot %= PAIR_SLOTS; pairs[slot].pair != 0; slot = (slot + 1) % PAIR_SLOTS) {
    if (pairs[slot].foreground == foreground && pairs[slot].background == background)
      return pairs[slot].pair;
  }
  if (pair_count + 1 >= limit_of_pairs()) {
    has_too_many_pairs = true;
    return 0;
  }
  pair_count += 1;
  pairs[slot].foreground = foreground;
  pairs[slot].background = background;
  pairs[slot].pair = pair_count;
  define_pair(pair_count, foreground, background);
  return pair_count;
}

// Begins again with the colours of the next frame, once a small terminal has run out of pairs.
static void forget_pairs(void) {
  memset(pairs, 0, sizeof pairs);
  pair_count = 0;
  has_too_many_pairs = false;
}

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & QKV_BOLD) attributes |= A_BOLD;
  if (bits & QKV_DIM) attributes |= A_DIM;
  if (bits & QKV_UNDERLINED) attributes |= A_UNDERLINE;
  if (bits & QKV_REVERSED) attributes |= A_REVERSE;
#ifdef A_ITALIC
  if (bits & QKV_ITALIC) attributes |= A_ITALIC;
#endif
  return attributes;
}

// The characters of a cell, if this C library gives them the width that the cell has.
static bool characters_of(const struct qkv_cell *cell, wchar_t text[6]) {
  int count = 0;
  for (; count < 5 && cell->scalars[count] != 0; count++) {
    text[count] = (wchar_t)cell->scalars[count];
    int width = wcwidth(text[count]);
    if (count == 0 ? width != cell->width : width != 0) break;
  }
  text[count] = 0;
  return count > 0;
}

static void set_cell(cchar_t *out, const struct qkv_cell *cell, const wchar_t *text) {
  int pair = pair_of(cell->foreground, cell->background);
#if NCURSES_EXT_COLORS
  setcchar(out, text, attributes_of(cell->attributes), 0, &pair);
#else
  setcchar(out, text, attributes_of(cell->attributes), (short)pair, NULL);
#endif
}

void qkv_write_cells(int32_t x, int32_t y, const struct qkv_cell *cells, int32_t count) {
  static cchar_t row[1024];
  int length = 0;
  for (int i = 0; i < count && length + 1 < LENGTH(row); i++) {
    if (cells[i].scalars[0] == 0) continue;
    wchar_t text[6];
    bool is_known = characters_of(&cells[i], text);
    set_cell(&row[length++], &cells[i], is_known ? text : L"?");
    if (!is_known && cells[i].width == 2) set_cell(&row[length++], &cells[i], L"?");
  }
  mvadd_wchnstr(y, x, row, length);
}

bool qkv_show(int32_t x, int32_t y) {
  if (!is_inside) return true;
  int wanted = x >= 0 ? 1 : 0;
  frame_output_begin();
  if (wanted != cursor) curs_set(cursor = wanted);
  if (wanted) move(y, x);
  refresh();
  frame_output_end();
  bool is_whole = !has_too_many_pairs;
  if (!is_whole) forget_pairs();
  return is_whole;
}

// MARK: - Input

int32_t qkv_wait(int32_t milliseconds) {
  struct pollfd sources[] = {
    {.fd = wake_pipe[0], .events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
  // While somebody waits for keys, ^C is one of them; a computation has to be interrupted.
  bool sleeps = milliseconds != 0 && is_inside;
  if (sleeps) tcsetattr(STDIN_FILENO, TCSANOW, &waiting_termios);
  int count = poll(sources, 2, milliseconds);
  int problem = errno;
  if (sleeps) tcsetattr(STDIN_FILENO, TCSANOW, &working_termios);
  if (count < 0) return problem == EINTR ? QKV_SIGNAL : QKV_HANGUP;
  if (count == 0) return QKV_TIMEOUT;
  if (sources[0].revents != 0) return QKV_SIGNAL;
  return sources[1].revents & POLLIN ? QKV_INPUT : QKV_HANGUP;
}

int32_t qkv_read(uint8_t *bytes, int32_t limit) {
  struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&source, 1, 0) <= 0 || !(source.revents & POLLIN)) return 0;
  ssize_t count = read(STDIN_FILENO, bytes, (size_t)limit);
  if (count > 0) return (int32_t)count;
  return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

void qkv_mouse(bool on) {
  if (on == is_mouse_on || !has_pointer()) return;
  is_mouse_on = on;
  send_mode(on ? MOUSE_ON : MOUSE_OFF);
}
