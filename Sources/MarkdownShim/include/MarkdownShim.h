#ifndef QKV_MARKDOWN_SHIM_H
#define QKV_MARKDOWN_SHIM_H
int qkv_markdown_version(void);
#endif
