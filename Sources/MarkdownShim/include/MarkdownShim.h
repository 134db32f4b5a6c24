#ifndef QKV_MARKDOWN_SHIM_H
#define QKV_MARKDOWN_SHIM_H

#include <stddef.h>

/// What an event is about.
enum qkv_markdown_kind {
  QKV_MARKDOWN_OTHER,
  QKV_MARKDOWN_PARAGRAPH,
  QKV_MARKDOWN_HEADING,
  QKV_MARKDOWN_LIST,
  QKV_MARKDOWN_ITEM,
  QKV_MARKDOWN_QUOTE,
  QKV_MARKDOWN_CODE_BLOCK,
  QKV_MARKDOWN_HTML_BLOCK,
  QKV_MARKDOWN_RULE,
  QKV_MARKDOWN_TABLE,
  QKV_MARKDOWN_TABLE_ROW,
  QKV_MARKDOWN_TABLE_CELL,
  QKV_MARKDOWN_TEXT,
  QKV_MARKDOWN_SOFT_BREAK,
  QKV_MARKDOWN_LINE_BREAK,
  QKV_MARKDOWN_CODE,
  QKV_MARKDOWN_EMPHASIS,
  QKV_MARKDOWN_STRONG,
  QKV_MARKDOWN_LINK,
  QKV_MARKDOWN_IMAGE,
};

/// A step of the walk through a document: a container is entered and left, a leaf only entered.
struct qkv_markdown_event {
  int kind;
  int entering;
  /// The level of a heading; the first number of a list, or -1 for bullets.
  int number;
  /// The text of a leaf, the address of a link; lives as long as the document, may be null.
  const char *text;
};

/// Parses UTF-8 text; null where memory is short.
void *qkv_markdown_open(const char *text, size_t length);

/// Writes the next event; 0 at the end of the document.
int qkv_markdown_next(void *document, struct qkv_markdown_event *event);

void qkv_markdown_close(void *document);

#endif
