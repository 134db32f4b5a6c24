// The door to ncurses: one terminal, plain types, no macros of curses beyond this line.
#ifndef QKV_CURSES_SHIM_H
#define QKV_CURSES_SHIM_H

#include <stdbool.h>
#include <stdint.h>

/// A cell of a row. `scalars` holds a character and up to four marks upon it, ended by 0; the right
/// half of a wide character has none. Colours are numbers of the terminal, −1 its own.
struct qkv_cell {
  uint32_t scalars[5];
  int32_t foreground;
  int32_t background;
  uint32_t attributes;
  int32_t width;
};

enum qkv_attribute {
  QKV_BOLD = 1,
  QKV_DIM = 2,
  QKV_ITALIC = 4,
  QKV_UNDERLINED = 8,
  QKV_REVERSED = 16
};

/// What a terminal is and can do. `colors` is 0 where it has none, 1 << 24 where a colour is its
/// red, green and blue.
struct qkv_terminal {
  int32_t columns;
  int32_t rows;
  int32_t colors;
};

enum qkv_problem { QKV_FINE, QKV_UNKNOWN_TERMINAL, QKV_ALREADY_OPEN, QKV_NO_PIPE };

enum qkv_wait_result { QKV_TIMEOUT, QKV_INPUT, QKV_SIGNAL, QKV_HANGUP };

enum qkv_input_kind { QKV_NOTHING, QKV_SCALAR, QKV_KEY, QKV_MOUSE };

enum qkv_key {
  QKV_ENTER, QKV_BACK_TAB, QKV_BACKSPACE, QKV_DELETE, QKV_INSERT, QKV_UP, QKV_DOWN, QKV_LEFT,
  QKV_RIGHT, QKV_SHIFT_LEFT, QKV_SHIFT_RIGHT, QKV_HOME, QKV_END, QKV_PAGE_UP, QKV_PAGE_DOWN,
  QKV_FUNCTION = 100
};

enum qkv_mouse_action {
  QKV_PRESS, QKV_DRAG, QKV_RELEASE, QKV_SCROLL_UP, QKV_SCROLL_DOWN
};

/// `value` is a Unicode scalar, a `qkv_key`, or a `qkv_mouse_action` at (x, y).
struct qkv_input {
  int32_t kind;
  uint32_t value;
  int32_t x;
  int32_t y;
};

/// Takes over the terminal on standard input and output, named as terminfo does, and catches
/// signals. However the process ends from here on, the terminal is given back.
int32_t qkv_open(const char *name, bool in_color);

/// Gives the terminal and the signals back; may be called more than once.
void qkv_close(void);

/// Reads the terminal's present size; `clear` forgets what it is believed to show.
void qkv_renew(bool clear, struct qkv_terminal *terminal);

/// Puts cells into the next frame, from a place to the right.
void qkv_write_cells(int32_t x, int32_t y, const struct qkv_cell *cells, int32_t count);

/// Sends what changed, with the cursor at (x, y), or hidden where x is negative. False where the
/// terminal has too few pairs of colours for all that was drawn: the next frame has to be written whole.
bool qkv_show(int32_t x, int32_t y);

/// Waits so many milliseconds, or for ever if negative, and tells what there is; consumes nothing.
int32_t qkv_wait(int32_t milliseconds);

/// The next input that is here already, a `qkv_input_kind`.
void qkv_read(struct qkv_input *input);

/// The next signal that came: WINCH, CONT, TSTP, or one that asks for the end; 0 if none did.
int32_t qkv_take_signal(void);

/// Gives the terminal back, stops the process group, and takes the terminal again afterwards.
void qkv_suspend(void);

/// Switches reports of the mouse on or off.
void qkv_mouse(bool on);

#endif
