#ifndef QKV_CURSES_SHIM_H
#define QKV_CURSES_SHIM_H
int qkv_curses_version(void);
#endif
