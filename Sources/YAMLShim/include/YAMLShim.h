#ifndef QKV_YAML_SHIM_H
#define QKV_YAML_SHIM_H

#include <stddef.h>

/// What an event is about.
enum qkv_yaml_kind {
  /// The end of the text.
  QKV_YAML_END,
  QKV_YAML_DOCUMENT,
  QKV_YAML_SCALAR,
  QKV_YAML_SEQUENCE,
  QKV_YAML_MAPPING,
  /// The end of a sequence or a mapping.
  QKV_YAML_CLOSE,
  QKV_YAML_ALIAS,
};

/// How a scalar is written.
enum qkv_yaml_style {
  QKV_YAML_PLAIN,
  QKV_YAML_SINGLE_QUOTED,
  QKV_YAML_DOUBLE_QUOTED,
  QKV_YAML_BLOCK,
};

/// A step of the walk through a text.
struct qkv_yaml_event {
  int kind;
  int style;
  /// The UTF-8 bytes of a scalar; they live until the next event.
  const unsigned char *text;
  size_t length;
  /// Where it begins: a line and, on it, a Unicode scalar, both counted from 0.
  size_t line;
  size_t column;
};

/// Why there is no next event.
struct qkv_yaml_problem {
  /// Null where memory is short; lives as long as the text is open.
  const char *sentence;
  /// What was being read; may be null.
  const char *context;
  /// Whether line and column, counted as those of an event, say where.
  int has_place;
  size_t line;
  size_t column;
};

/// Opens UTF-8 text, which must stay where it is until it is closed; null where memory is short.
void *qkv_yaml_open(const unsigned char *text, size_t length);

/// Writes the next event; 0 where there is a problem.
int qkv_yaml_next(void *reading, struct qkv_yaml_event *event);

/// Says what the problem was.
void qkv_yaml_explain(void *reading, struct qkv_yaml_problem *problem);

void qkv_yaml_close(void *reading);

#endif
