import Scenes
import Text

@testable import Lessons

/// A lesson that is right, with `step` in its only step; with the plain scene, from line 22 on.
func lessonText(_ step: String, scene: String = plainScene) -> String {
  """
  ---
  qkv: 1
  id: demo
  title: A demonstration
  summary: What a lesson may hold.
  minutes: 5
  ---

  Words for the course card.

  ```qkv scene
  \(scene)
  ```

  ## First {#first}

  \(step)

  """
}

let plainScene = """
  axis token = the cat it
  axis feature = noun animal

  X[token, feature] = [[0, 0], [1, 1], [0, 1]]
  score = X @ X.T
  weight = softmax(score)
  """

/// A block of our own.
func block(_ opening: String, _ body: String) -> String {
  "```qkv \(opening)\n\(body)\n```"
}

/// Everything that is wrong with a lesson, as a compiler would print it.
func rendered(_ text: String) -> String {
  do throws(Diagnostics) {
    _ = try Lesson.load(text: text, file: "demo.md")
    return ""
  } catch {
    return error.rendered()
  }
}

/// The step of a lesson that is expected to be right.
func onlyStep(_ step: String, scene: String = plainScene) throws -> Step {
  let lesson = try Lesson.load(text: lessonText(step, scene: scene), file: "demo.md")
  return lesson.steps[0]
}
