import Foundation
import Lessons
import Progress
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A student at the keyboard: presses keys, reads the page, and never touches a file.
struct Student {
  var model: Model
  /// What the keys asked the loop to do.
  private(set) var effects: [Effect] = []
  /// Each message that a key meant, and the page that it left, where somebody wants to know.
  var log: [(message: Message, page: String)]?
  var appearance = Appearance()
  var keys = KeyTable.standard
  var size: Size

  /// In front of the course map of a library.
  init(at library: Library, size: Size = .comfortable) {
    self.size = size
    let course = library.directory == shippedLibrary.directory ? shippedCourse : Course(library)
    model = Model(
      library: library, outlines: course.outlines, glossary: course.glossary,
      progress: Progress(), settings: Settings(), now: Timestamp(secondsSince1970: 1_790_000_000))
  }

  /// In front of a step of the lesson for these tests.
  init(on step: String = "ask", size: Size = .comfortable) throws {
    try self.init(reading: Lesson.load(text: walkLesson, file: "walk.md"), on: step, size: size)
  }

  /// In front of a step of a lesson.
  init(reading lesson: Lesson, on step: String, size: Size = .comfortable) throws {
    self.init(at: Library(directory: "/nowhere"), size: size)
    model.open(lesson, step: try #require(lesson.index(ofStep: step)))
  }

  /// Goes to the last step, answers what it asks, and leaves there.
  mutating func leaveAtTheEnd() throws {
    try press("end")
    for _ in 0..<8 {
      try readOn()
      guard let question = try stepState.openQuestion else { break }
      try settle(question)
    }
    try press("n")
  }

  /// The session in front as its file brings it back.
  func reopened() throws -> Session { try model.readBack() }

  /// Reads on past every pause, until a question waits or the words end.
  mutating func readOn() throws {
    for _ in 0..<40 where try stepState.hasPauseAhead { try press("space") }
  }

  /// Presses keys by their names: `press("2 right ctrl-l")`.
  mutating func press(_ names: String) throws {
    for key in try Key.keys(parsing: names).get() {
      send(.key(key))
    }
  }

  /// Types a text letter by letter.
  mutating func type(_ text: String) {
    press(keys: text.map(Key.character))
  }

  mutating func press(keys: [Key]) {
    for key in keys { send(.key(key)) }
  }

  /// Lets an event reach the page as it stands.
  mutating func send(_ event: Event) {
    for message in window.messages(for: event) {
      update(message)
      guard log != nil else { continue }
      let page = page
      log?.append((message, page))
    }
  }

  /// Changes the model by a message, and reads the lesson that it asks for.
  mutating func update(_ message: Message) {
    for effect in model.update(message, at: model.now) {
      effects.append(effect)
      if case .load(let id, let step) = effect { update(load(id, step)) }
      // Whoever looks at every page sees that it was saved.
      if case .save(let progress) = effect, log != nil {
        update(.reported(.saved(StoredProgress(progress: progress))))
      }
    }
  }

  private func load(_ id: String, _ step: Int?) -> Message {
    do throws(Diagnostics) {
      return .reported(.opened(OpenedLesson(try model.library.lesson(id), step: step)))
    } catch {
      let lines = error.rendered().split(separator: "\n", omittingEmptySubsequences: false)
      return .reported(.closed(lesson: id, because: lines.map(String.init)))
    }
  }

  /// Takes a panel in hand, counted from 0.
  mutating func focus(_ panel: Int) {
    update(.focus(.panel(panel)))
  }

  /// The page that the student looks at.
  var window: Page { Page(model, size: size, appearance: appearance, keys: keys) }
  var frame: Frame { window.frame }

  var rows: [String] { frame.buffer.text() }
  var page: String { rows.joined(separator: "\n") }
  var notice: String { window.keys.spelled(model.notice?.text ?? "") }

  var session: Session { get throws { try #require(model.session) } }
  var stepState: StepState { get throws { try session.stepState } }

  /// The number that the scene holds for `weight["it","cat"]`.
  func value(_ entry: String) throws -> Float {
    let scene = try stepState.scene
    return scene.value(of: try scene.entry(SourceText(file: "test", text: entry)))
  }

  func outcome(_ block: String) throws -> Outcome? {
    let session = try session
    return model.progress.outcome(
      of: BlockAddress(lesson: session.lesson.id, step: session.step.id, block: block))
  }

  func hasFinished(_ step: String) -> Bool {
    model.progress.isFinished(step: step, of: "walk")
  }
}

/// What the map is told of a course; reading all lessons for every student would take most of the tests' time.
private struct Course {
  let outlines: [String: [StepOutline]]
  let glossary: Glossary

  init(_ library: Library) {
    outlines = library.outlines(withWords: true)
    glossary = library.glossary
  }
}

private let shippedCourse = Course(shippedLibrary)

extension Size {
  static let comfortable = Size(width: 120, height: 40)
  static let usual = Size(width: 80, height: 24)
}

/// A lesson with everything that a student can do: guess, drag, answer, resize, read on.
let walkLesson = """
  ---
  qkv: 1
  id: walk
  title: A walk
  summary: Everything that a student can do.
  minutes: 5
  ---

  ```qkv scene
  axis token = the cat it
  axis feature = noun animal
  axis trait = 3

  X[token, feature] = [[0.5, 0.25], [1, 0.9], [0.1, 0.4]]
  K[token, feature] = [[0, 0], [2, 1], [0, 0]]
  score = X @ K.T
  weight = softmax(score)
  W[feature, trait] = randn(seed: 3)
  Y = X @ W
  ```

  ## Ask {#ask}

  Which token does `it` look at?

  ```qkv show
  matrix X row="it" | matrix weight
  bars weight["it"] "it looks at"
  ```

  ```qkv sliders
  X["it"] from -2 to 2 step 0.1
  ```

  ```qkv predict grows
  ask: Whose weight grows?
  grows: weight["it"]
  slider: X["it","noun"]
  hide: [weight]
  set: X["it","animal"] = 1
  explain: The cat has `=weight["it","cat"]` now.
  ```

  ```qkv goal look
  when: weight["it","cat"] > 0.8
  solution: X["it","noun"] = 2
  success: It found the cat.
  ```

  ```qkv hint
  Raise the first feature.
  ```

  ```qkv hint
  Raise *noun* to two.
  ```

  ## By hand {#hand}

  ```qkv show
  matrix X | matrix K
  matrix score
  ```

  ```qkv number product
  ask: What is the score of it and cat?
  answer: 0.6
  equals: score["it","cat"]
  tolerance: 0.02
  hide: [score]
  right: Well worked.
  wrong: Multiply, then add.
  ```

  ```qkv choice reason
  ask: Why?
  options:
    - {text: By luck, why: Luck is no reason.}
    - {text: By arithmetic, right: true, why: So it is.}
  ```

  ## Sizes {#sizes}

  Make room.

  ```qkv show
  matrix W | matrix Y
  ```

  ```qkv sliders
  size(trait) from 1 to 6 step 1
  W from -4 to 4 step 0.5
  ```

  ```qkv goal wide
  when: size(trait) > 4
  solution: size(trait) = 5
  ```

  ## Long {#long}

  \((1...60).map { "Paragraph \($0) goes on and on so that the words fill a page." }
    .joined(separator: "\n\n"))

  ```qkv show
  plane X, K x=noun y=animal
  ```

  ```qkv pause
  ```

  The very end.

  """

extension Model {
  /// The session in front as its file brings it back.
  func readBack() throws -> Session {
    let session = try #require(session)
    let state = try #require(LessonState(line: session.state.line))
    return try #require(
      Session(session.lesson, number: session.number, state, progress: progress))
  }
}
