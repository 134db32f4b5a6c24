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

/// In place of a signal: somebody pressed ^C while the process was at work.
enum { QKV_TYPED_INTERRUPT = -1 };

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

/// Waits so many milliseconds, or forever if negative, and tells what there is; consumes nothing.
int32_t qkv_wait(int32_t milliseconds);

/// Reads bytes that are here already, and tells how many; −1 where there will never be any more.
int32_t qkv_read(uint8_t *bytes, int32_t limit);

/// The next signal that came, one that asks for the end before the others; 0 if none did.
/// Whoever asks for the end and gets no answer within .2 s ends the process all the same.
int32_t qkv_take_signal(void);

/// What the terminal's entry in terminfo says under a name such as `kcuu1`; NULL where it says nothing.
const char *qkv_capability(const char *name);

/// Gives the terminal back, stops the process group, and takes the terminal again afterwards, unless
/// a signal has asked for the end meanwhile.
void qkv_suspend(void);

/// Switches reports of the mouse on or off.
void qkv_mouse(bool on);

#endif
