import Lessons
import Pages
import Playground
import Progress
import Terminal

/// What one press of a key costs in a lesson: the change of its first slider, and the page after it.
struct KeyTime {
  let milliseconds: Double

  init(lesson file: String) throws {
    let lesson = try Lesson.load(text: try TextFile.read(file, limit: .lesson), file: file)
    var model = Model(
      library: Library(directory: ""), progress: Progress(), settings: Settings(),
      now: Timestamp(secondsSince1970: 0))
    model.open(lesson, step: 0)
    let size = Size(width: 120, height: 40)
    var isUpward = false
    let measured = Measurement(runs: 5) {
      isUpward.toggle()
      model.press([isUpward ? .right : .left], size: size)
      _ = Page(model, size: size).frame
    }
    milliseconds = measured.milliseconds
  }
}
