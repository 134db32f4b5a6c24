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
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof((array)[0])))

static SCREEN *screen;
static WINDOW *keyboard; // a pad: reading from it never refreshes anything
static struct termios saved_termios;
static bool is_inside; // between entering curses' modes and leaving them
static bool is_mouse_on;
static int cursor = -1;

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

static void prepare_farewell(void) {
  farewell_length = 0;
  if (tigetstr("kmous") != NULL) add_farewell("\033[?1006;1003;1002;1000l");
  add_farewell(tigetstr("rmkx"));
  add_farewell(tigetstr("sgr0"));
  add_farewell(tigetstr("op"));
  add_farewell(tigetstr("rmcup"));
  add_farewell(tigetstr("cnorm"));
}

// Async-signal-safe, and bounded in time even if nobody reads what we write.
static void restore_at_once(void) {
  if (!is_inside) return;
  is_inside = false;
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  size_t sent = 0;
  struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
  while (sent < farewell_length && poll(&out, 1, 200) > 0) {
    ssize_t count = write(STDOUT_FILENO, farewell + sent, farewell_length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
  fcntl(STDOUT_FILENO, F_SETFL, flags);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_termios);
}

// MARK: - Signals

static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
static const int reported_signals[] = {SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
static struct sigaction old_fatal[LENGTH(fatal_signals)];
static struct sigaction old_reported[LENGTH(reported_signals)];
static volatile sig_atomic_t is_pending[LENGTH(reported_signals)];
static int wake_pipe[2] = {-1, -1};
static volatile sig_atomic_t first_end; // when the process was first asked to end, in seconds
static char signal_stack[65536];
static const struct sigaction no_action; // SIG_DFL

// Gives the terminal back and lets the signal do what it does to a process that does not catch it.
static void end_with(int number) {
  restore_at_once();
  sigaction(number, &no_action, NULL);
  raise(number);
}

// A terminal that nobody reads can block the orderly way out. Whoever asks again a second later
// gets the short one.
static bool asks_in_vain(int number) {
  if (number != SIGTERM && number != SIGINT && number != SIGHUP) return false;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (first_end == 0) first_end = (sig_atomic_t)now.tv_sec + 1;
  return now.tv_sec > first_end;
}

static void on_reported_signal(int number) {
  int saved_errno = errno;
  if (asks_in_vain(number)) end_with(number);
  for (int i = 0; i < LENGTH(reported_signals); i++) {
    if (reported_signals[i] == number) is_pending[i] = 1;
  }
  (void)!write(wake_pipe[1], "!", 1);
  errno = saved_errno;
}

static void catch_signals(void) {
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  action.sa_handler = end_with;
  for (int i = 0; i < LENGTH(fatal_signals); i++)
    sigaction(fatal_signals[i], &action, &old_fatal[i]);
  action.sa_handler = on_reported_signal;
  action.sa_flags = SA_ONSTACK | SA_RESTART;
  for (int i = 0; i < LENGTH(reported_signals); i++)
    sigaction(reported_signals[i], &action, &old_reported[i]);
}

static void release_signals(void) {
  for (int i = 0; i < LENGTH(fatal_signals); i++)
    sigaction(fatal_signals[i], &old_fatal[i], NULL);
  for (int i = 0; i < LENGTH(reported_signals); i++)
    sigaction(reported_signals[i], &old_reported[i], NULL);
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

int32_t qkv_take_signal(void) {
  char drained[64];
  while (read(wake_pipe[0], drained, sizeof drained) > 0) {}
  for (int i = 0; i < LENGTH(reported_signals); i++) {
    if (!is_pending[i]) continue;
    is_pending[i] = 0;
    return reported_signals[i];
  }
  return 0;
}

// MARK: - Opening and closing

static bool has_color;
static bool has_default_colors;

// Keys that terminals send whatever their terminfo entry says.
static void define_common_keys(void) {
  static const struct { const char *sequence; int code; } keys[] = {
    {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
    {"\033[1;2C", KEY_SRIGHT}, {"\033[1;2D", KEY_SLEFT}, {"\033[1;2A", KEY_UP},
    {"\033[1;2B", KEY_DOWN}, {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME},
    {"\033OF", KEY_END}, {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[2~", KEY_IC},
    {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB},
    {"\033OP", KEY_F(1)}, {"\033[11~", KEY_F(1)}, {"\033[[A", KEY_F(1)}, {"\033OM", KEY_ENTER},
  };
  for (int i = 0; i < LENGTH(keys); i++) {
    if (key_defined(keys[i].sequence) == 0) define_key(keys[i].sequence, keys[i].code);
  }
}

static void enter_modes(bool in_color) {
  raw();
  noecho();
  nonl();
  typeahead(-1);
  set_escdelay(25);
  keyboard = newpad(1, 1);
  keypad(keyboard, TRUE);
  meta(keyboard, TRUE);
  define_common_keys();
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
  first_end = 0;
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

static void leave_modes(void) {
  if (!is_inside) return;
  bool had_mouse = is_mouse_on;
  qkv_mouse(false);
  is_mouse_on = had_mouse;
  cursor = -1;
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_termios);
  is_inside = false;
}

void qkv_close(void) {
  if (screen == NULL) return;
  leave_modes();
  release_signals();
  delwin(keyboard);
  delscreen(screen);
  screen = NULL;
  frame_output_close();
}

void qkv_suspend(void) {
  leave_modes();
  struct sigaction stop = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigaction(SIGTSTP, &stop, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  for (int i = 0; i < LENGTH(reported_signals); i++) {
    if (reported_signals[i] == SIGCONT) is_pending[i] = 0;
  }
  tcgetattr(STDIN_FILENO, &saved_termios);
  is_inside = true;
  qkv_renew(true, NULL);
  qkv_mouse(is_mouse_on);
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

// Begins anew with the colours of the next frame, once a small terminal has run out of pairs.
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

// How often input was promised and none came: the other end is gone without saying so.
static int empty_promises;

int32_t qkv_wait(int32_t milliseconds) {
  struct pollfd sources[] = {
    {.fd = wake_pipe[0], .events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
  if (empty_promises > 3) return QKV_HANGUP;
  int count = poll(sources, 2, milliseconds);
  if (count < 0) return errno == EINTR ? QKV_SIGNAL : QKV_HANGUP;
  if (count == 0) return QKV_TIMEOUT;
  if (sources[0].revents != 0) return QKV_SIGNAL;
  if (sources[1].revents & POLLIN) {
    empty_promises += 1;
    return QKV_INPUT;
  }
  return QKV_HANGUP;
}

static int key_of(wint_t code) {
  if (code >= KEY_F(1) && code <= KEY_F(24)) return QKV_FUNCTION + (int)(code - KEY_F0);
  switch (code) {
  case KEY_ENTER: return QKV_ENTER;
  case KEY_BTAB: return QKV_BACK_TAB;
  case KEY_BACKSPACE: return QKV_BACKSPACE;
  case KEY_DC: return QKV_DELETE;
  case KEY_IC: return QKV_INSERT;
  case KEY_UP: case KEY_SR: return QKV_UP;
  case KEY_DOWN: case KEY_SF: return QKV_DOWN;
  case KEY_LEFT: return QKV_LEFT;
  case KEY_RIGHT: return QKV_RIGHT;
  case KEY_SLEFT: return QKV_SHIFT_LEFT;
  case KEY_SRIGHT: return QKV_SHIFT_RIGHT;
  case KEY_HOME: case KEY_FIND: return QKV_HOME;
  case KEY_END: case KEY_SELECT: return QKV_END;
  case KEY_PPAGE: return QKV_PAGE_UP;
  case KEY_NPAGE: return QKV_PAGE_DOWN;
  default: return -1;
  }
}

static void read_mouse(struct qkv_input *input) {
  MEVENT event;
  if (getmouse(&event) != OK) return;
  input->kind = QKV_MOUSE;
  input->x = event.x;
  input->y = event.y;
  if (event.bstate & BUTTON1_RELEASED) input->value = QKV_RELEASE;
  else if (event.bstate & BUTTON1_PRESSED) input->value = QKV_PRESS;
  else if (event.bstate & BUTTON4_PRESSED) input->value = QKV_SCROLL_UP;
#ifdef BUTTON5_PRESSED
  else if (event.bstate & BUTTON5_PRESSED) input->value = QKV_SCROLL_DOWN;
#endif
  else if (event.bstate & REPORT_MOUSE_POSITION) input->value = QKV_DRAG;
  else input->kind = QKV_NOTHING;
}

// After ESC: swallows the rest of a sequence that no key of ours has, so that its digits are not
// taken for typed ones. Answers whether there was one.
static bool skip_sequence(void) {
  wint_t next;
  if (wget_wch(keyboard, &next) != OK) return false;
  if (next != '[' && next != 'O') {
    unget_wch((wchar_t)next);
    return false;
  }
  bool is_long = next == '[';
  while (wget_wch(keyboard, &next) == OK) {
    if (!is_long || (next >= 0x40 && next <= 0x7e)) return true;
  }
  return true;
}

// Waits only inside a character whose first bytes are here; curses drops it otherwise.
static int read_code(wint_t *code) {
  struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
  wtimeout(keyboard, poll(&in, 1, 0) > 0 ? 25 : 0);
  int result = wget_wch(keyboard, code);
  wtimeout(keyboard, 0);
  return result;
}

void qkv_read(struct qkv_input *input) {
  input->kind = QKV_NOTHING;
  wint_t code;
  int result = read_code(&code);
  if (result == ERR) return;
  empty_promises = 0;
  if (result != KEY_CODE_YES) {
    input->kind = code == 27 && skip_sequence() ? QKV_NOTHING : QKV_SCALAR;
    input->value = (uint32_t)code;
  } else if (code == KEY_MOUSE) {
    read_mouse(input);
  } else {
    int key = key_of(code);
    input->kind = key >= 0 ? QKV_KEY : QKV_NOTHING;
    input->value = (uint32_t)key;
  }
}

void qkv_mouse(bool on) {
  if (on == is_mouse_on && !on) return;
  is_mouse_on = on;
  mouseinterval(0);
  mmask_t buttons = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | REPORT_MOUSE_POSITION;
#ifdef BUTTON5_PRESSED
  buttons |= BUTTON5_PRESSED;
#endif
  mousemask(on ? buttons : 0, NULL);
  if (tigetstr("kmous") == NULL) return;
  // Curses asks for presses; movement with a button held is a mode of its own.
  putp(on ? "\033[?1002h" : "\033[?1002l");
  fflush(NULL);
}
