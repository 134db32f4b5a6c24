#include <cmark-gfm.h>
#include "MarkdownShim.h"
int qkv_markdown_version(void) { return cmark_version(); }
