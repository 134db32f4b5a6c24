// What curses writes, sent to the terminal a frame at a time.
#ifndef QKV_FRAME_OUTPUT_H
#define QKV_FRAME_OUTPUT_H

#include <stdio.h>

// The stream for curses to write to: the terminal on standard output, by a descriptor of its own.
// NULL where there are no more descriptors.
FILE *frame_output_open(void);

// What is written until the end is kept.
void frame_output_begin(void);

// Sends what was kept in one piece.
void frame_output_end(void);

void frame_output_close(void);

#endif
