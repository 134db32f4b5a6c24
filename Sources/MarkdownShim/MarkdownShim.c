#include "MarkdownShim.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

struct document {
  cmark_node *root;
  cmark_iter *iterator;
};

static cmark_node *parse(const char *text, size_t length) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  if (parser == NULL) return NULL;
  cmark_syntax_extension *tables = cmark_find_syntax_extension("table");
  if (tables != NULL) cmark_parser_attach_syntax_extension(parser, tables);
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

void *qkv_markdown_open(const char *text, size_t length) {
  cmark_node *root = parse(text, length);
  if (root == NULL) return NULL;
  struct document *document = malloc(sizeof *document);
  if (document == NULL) {
    cmark_node_free(root);
    return NULL;
  }
  document->root = root;
  document->iterator = cmark_iter_new(root);
  return document;
}

// The kinds of the table extension are numbered at run time; their names are not.
static int table_kind(cmark_node *node) {
  const char *name = cmark_node_get_type_string(node);
  if (strcmp(name, "table") == 0) return QKV_MARKDOWN_TABLE;
  if (strcmp(name, "table_header") == 0) return QKV_MARKDOWN_TABLE_ROW;
  if (strcmp(name, "table_row") == 0) return QKV_MARKDOWN_TABLE_ROW;
  if (strcmp(name, "table_cell") == 0) return QKV_MARKDOWN_TABLE_CELL;
  return QKV_MARKDOWN_OTHER;
}

static int kind(cmark_node *node) {
  cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_PARAGRAPH) return QKV_MARKDOWN_PARAGRAPH;
  if (type == CMARK_NODE_HEADING) return QKV_MARKDOWN_HEADING;
  if (type == CMARK_NODE_LIST) return QKV_MARKDOWN_LIST;
  if (type == CMARK_NODE_ITEM) return QKV_MARKDOWN_ITEM;
  if (type == CMARK_NODE_BLOCK_QUOTE) return QKV_MARKDOWN_QUOTE;
  if (type == CMARK_NODE_CODE_BLOCK) return QKV_MARKDOWN_CODE_BLOCK;
  if (type == CMARK_NODE_HTML_BLOCK) return QKV_MARKDOWN_HTML_BLOCK;
  if (type == CMARK_NODE_THEMATIC_BREAK) return QKV_MARKDOWN_RULE;
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE) return QKV_MARKDOWN_TEXT;
  if (type == CMARK_NODE_SOFTBREAK) return QKV_MARKDOWN_SOFT_BREAK;
  if (type == CMARK_NODE_LINEBREAK) return QKV_MARKDOWN_LINE_BREAK;
  if (type == CMARK_NODE_CODE) return QKV_MARKDOWN_CODE;
  if (type == CMARK_NODE_EMPH) return QKV_MARKDOWN_EMPHASIS;
  if (type == CMARK_NODE_STRONG) return QKV_MARKDOWN_STRONG;
  if (type == CMARK_NODE_LINK) return QKV_MARKDOWN_LINK;
  if (type == CMARK_NODE_IMAGE) return QKV_MARKDOWN_IMAGE;
  return table_kind(node);
}

static int list_start(cmark_node *node) {
  return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(node) : -1;
}

int qkv_markdown_next(void *opaque, struct qkv_markdown_event *event) {
  struct document *document = opaque;
  cmark_event_type step = cmark_iter_next(document->iterator);
  if (step == CMARK_EVENT_DONE || step == CMARK_EVENT_NONE) return 0;
  cmark_node *node = cmark_iter_get_node(document->iterator);
  event->kind = kind(node);
  event->entering = step == CMARK_EVENT_ENTER;
  event->number = 0;
  event->text = cmark_node_get_literal(node);
  if (event->kind == QKV_MARKDOWN_HEADING) event->number = cmark_node_get_heading_level(node);
  if (event->kind == QKV_MARKDOWN_LIST) event->number = list_start(node);
  if (event->kind == QKV_MARKDOWN_LINK) event->text = cmark_node_get_url(node);
  return 1;
}

void qkv_markdown_close(void *opaque) {
  struct document *document = opaque;
  cmark_iter_free(document->iterator);
  cmark_node_free(document->root);
  free(document);
}
