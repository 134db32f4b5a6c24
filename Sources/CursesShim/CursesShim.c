#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include "CursesShim.h"
int qkv_curses_version(void) { return NCURSES_VERSION_PATCH; }
