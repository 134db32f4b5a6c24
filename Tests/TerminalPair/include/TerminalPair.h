// A pseudoterminal's two ends; Swift does not see the functions that open them.
#ifndef QKV_TERMINAL_PAIR_H
#define QKV_TERMINAL_PAIR_H

#include <stddef.h>

/// Opens both ends and tells the name of the one that programs see; −1 where it cannot.
int qkv_open_terminal_pair(int *master, int *slave, char *name, size_t length);

#endif
