// A pseudoterminal's two ends; Swift does not see the functions that open them.
#ifndef QKV_TERMINAL_PAIR_H
#define QKV_TERMINAL_PAIR_H

#include <stddef.h>
#include <sys/types.h>

/// Opens both ends and tells the name of the one that programs see; −1 where it cannot.
int qkv_open_terminal_pair(int *master, int *slave, char *name, size_t length);

/// Starts a program as the leader of a session of its own on a terminal, with every signal as a shell leaves it.
/// 0, or the number of the error.
int qkv_start_on_terminal(
    const char *program, char *const words[], char *const variables[], const char *terminal,
    pid_t *process);

#endif
