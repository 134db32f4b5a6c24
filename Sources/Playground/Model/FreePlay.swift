import Lessons
import Progress
import Scenes
import Text

/// The free playground: a lesson without words, made from a scene, with everything unlocked.
package enum FreePlay {
  /// Larger inputs are dragged in their tables; sliders for each cell would bury the rest.
  private static let mostSliders = 48

  /// A session on a scene.
  ///
  /// - Parameters:
  ///   - text: the scene; its problems carry its own file and lines.
  ///   - name: what the header calls it.
  /// - Returns: a session with one step that shows everything.
  /// - Throws: the scene's problems, all at once.
  package static func session(_ text: SourceText, name: String) throws(Diagnostics) -> Session {
    let scene = try Scene([text])
    let lesson = try Lesson.load(text: lessonText(scene, text.text, name: name), file: text.file)
    return Session(lesson, isFree: true, progress: Progress())
  }

  /// One head over the tokens of a sentence, its embeddings and weights drawn at random.
  package static func scene(over sentence: String) -> String {
    let words = sentence.split(whereSeparator: \.isWhitespace).map { quoted(String($0)) }
    return """
      axis token   = \(words.isEmpty ? "\"…\"" : words.joined(separator: " "))
      axis feature = 4
      axis trait   = 3

      X[token, feature] = randn(seed: 7)
      W_q[feature, trait] = randn(seed: 1)
      W_k[feature, trait] = randn(seed: 2)
      W_v[feature, trait] = randn(seed: 3)

      Q = X @ W_q
      K = X @ W_k
      V = X @ W_v
      score  = Q @ K.T
      scaled = score / sqrt(size(trait))
      weight = softmax(scaled)
      output = weight @ V

      """
  }

  package static let sentence = "the cat drank because it was thirsty"

  private static func lessonText(_ scene: Scene, _ text: String, name: String) -> String {
    """
    ---
    qkv: 1
    id: playground
    title: \(quoted(name))
    summary: Everything unlocked.
    minutes: 1
    lang: en
    ---

    ```qkv scene
    \(text)
    ```

    ## Playground {#play}

    ```qkv show
    \(panels(of: scene).joined(separator: " | "))
    ```
    \(sliderBlock(of: scene))
    """
  }

  /// What comes out first: it is what one looks at while dragging.
  private static func panels(of scene: Scene) -> [String] {
    let shown = scene.definitions.filter { !$0.axes.isEmpty }
    let formulas = shown.filter { !$0.isInput }.reversed()
    return (Array(formulas) + shown.filter(\.isInput)).map { "matrix \($0.name)" }
  }

  private static func sliderBlock(of scene: Scene) -> String {
    let inputs = scene.definitions.filter(\.isInput)
    var left = mostSliders
    var lines: [String] = []
    for input in inputs {
      let count = input.axes.reduce(1) { $0 * $1.size }
      guard count <= left, reach(of: input, in: scene).isFinite else { continue }
      left -= count
      let reach = reach(of: input, in: scene)
      lines.append("\(input.name) from -\(reach) to \(reach) step 0.1")
    }
    return lines.isEmpty ? "" : "\n```qkv sliders\n\(lines.joined(separator: "\n"))\n```"
  }

  private static func reach(of input: Definition, in scene: Scene) -> Float {
    let largest = scene.values(of: input.node).elements.map(abs).max() ?? 0
    return max(4, (largest * 2).rounded(.up))
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.filter { $0 != "\"" && $0 != "\\" } + "\""
  }
}

extension Model {
  package mutating func openPlayground() -> [Effect] {
    let text = SourceText(
      file: "playground.qkv", text: FreePlay.scene(over: FreePlay.sentence), line: 1)
    do {
      session = try FreePlay.session(text, name: "playground")
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
    }
    return []
  }
}

extension Diagnostics {
  /// The first problem's sentence, for the foot of the page.
  package var sentence: String { list[0].message }
}
