import Lessons
import Playground
import Terminal

/// The state as one window shows it: at a size, in a look.
package struct Page {
  package let model: Model
  package let size: Size
  package let appearance: Appearance
  package let keys: KeyTable

  package init(
    _ model: Model, size: Size, appearance: Appearance = Appearance(), keys: KeyTable = .standard
  ) {
    self.model = model
    self.size = size
    self.appearance = appearance
    self.keys = keys
  }

  var session: Session? { model.session }
  var overlays: [Overlay] { model.overlays }

  /// The lesson as it stands here; nil where the map is in front.
  var lessonPage: LessonPage? { session.map { LessonPage(self, $0) } }

  /// Whether only one part of the lesson has room.
  var showsOnePart: Bool { PageLayout.composition(for: size) == .single }

  /// What the keys act on: where only one part has room, what is in front takes them.
  package var context: Context {
    guard showsOnePart, model.isPageInFront, let stepState = session?.stepState,
      stepState.isReading,
      !stepState.isWordless
    else { return model.context }
    return .words
  }
}
