import Files

/// How much of a lesson is read; a stranger's file may be anything.
enum Limits {
  static let fileBytes = SizeLimit.lesson.bytes
  static let steps = 200
  /// One stretch of prose; the Markdown library takes quadratic time for some texts.
  static let proseBytes = 16 << 10
  static let yamlBytes = 64 << 10
  static let yamlDepth = 32
  static let proseDepth = 24
  static let sliders = 200
  static let panels = 40
  /// Nobody reads more; each carries its whole line.
  static let problems = 200
}
