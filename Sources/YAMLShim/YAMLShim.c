#include "YAMLShim.h"

#include <stdlib.h>
#include <yaml.h>

struct reading {
  yaml_parser_t parser;
  /// The last event, which holds the text of its scalar.
  yaml_event_t event;
};

void *qkv_yaml_open(const unsigned char *text, size_t length) {
  struct reading *reading = calloc(1, sizeof *reading);
  if (reading == NULL) return NULL;
  if (!yaml_parser_initialize(&reading->parser)) {
    free(reading);
    return NULL;
  }
  yaml_parser_set_encoding(&reading->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&reading->parser, text, length);
  return reading;
}

static int kind(yaml_event_type_t type) {
  switch (type) {
  case YAML_SCALAR_EVENT: return QKV_YAML_SCALAR;
  case YAML_ALIAS_EVENT: return QKV_YAML_ALIAS;
  case YAML_SEQUENCE_START_EVENT: return QKV_YAML_SEQUENCE;
  case YAML_MAPPING_START_EVENT: return QKV_YAML_MAPPING;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT: return QKV_YAML_CLOSE;
  case YAML_DOCUMENT_START_EVENT: return QKV_YAML_DOCUMENT;
  default: return QKV_YAML_END;
  }
}

static int style(yaml_scalar_style_t style) {
  switch (style) {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE: return QKV_YAML_SINGLE_QUOTED;
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return QKV_YAML_DOUBLE_QUOTED;
  case YAML_LITERAL_SCALAR_STYLE:
  case YAML_FOLDED_SCALAR_STYLE: return QKV_YAML_BLOCK;
  default: return QKV_YAML_PLAIN;
  }
}

// Nobody asks where a text or a document begins or ends.
static int is_passed_over(yaml_event_type_t type) {
  return type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_END_EVENT;
}

int qkv_yaml_next(void *opaque, struct qkv_yaml_event *event) {
  struct reading *reading = opaque;
  do {
    yaml_event_delete(&reading->event);
    if (!yaml_parser_parse(&reading->parser, &reading->event)) return 0;
  } while (is_passed_over(reading->event.type));
  yaml_event_t *found = &reading->event;
  event->kind = kind(found->type);
  event->line = found->start_mark.line;
  event->column = found->start_mark.column;
  if (event->kind == QKV_YAML_SCALAR) {
    event->style = style(found->data.scalar.style);
    event->text = found->data.scalar.value;
    event->length = found->data.scalar.length;
  }
  return 1;
}

void qkv_yaml_explain(void *opaque, struct qkv_yaml_problem *problem) {
  yaml_parser_t *parser = &((struct reading *)opaque)->parser;
  problem->sentence = parser->problem;
  problem->context = parser->context;
  problem->has_place = parser->error != YAML_READER_ERROR && parser->error != YAML_MEMORY_ERROR;
  problem->line = parser->problem_mark.line;
  problem->column = parser->problem_mark.column;
}

void qkv_yaml_close(void *opaque) {
  struct reading *reading = opaque;
  yaml_event_delete(&reading->event);
  yaml_parser_delete(&reading->parser);
  free(reading);
}
