import Playground

extension Set<Context> {
  static let all = Set(Context.allCases)
  /// Those in which a lesson or the playground is in front.
  static let lesson: Set = [.sliders, .training, .table, .plane, .words]
  /// Everywhere but where letters are text.
  static let commands = lesson.union([
    .map, .heads, .hunt, .sentence, .closing, .why, .page, .entry,
  ])
}
