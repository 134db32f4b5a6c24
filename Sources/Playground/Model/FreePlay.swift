import Lessons
import Models
import Progress
import Scenes
import Text

/// The free playground: a lesson without words, made from a scene, with everything unlocked.
package enum FreePlay {
  /// Larger inputs are dragged in their tables; sliders for each cell would bury the rest.
  static let mostSliders = 48
  /// More names than this would bury the way to the numbers.
  private static let mostNames = 12

  /// A session on a scene.
  ///
  /// - Parameters:
  ///   - text: the scene; its problems carry its own file and lines.
  ///   - name: what the header calls it.
  ///   - weights: where the scene finds trained models.
  /// - Returns: a session with one step that shows everything.
  /// - Throws: the scene's problems, all at once.
  package static func session(
    _ text: SourceText, name: String, weights: (any WeightSource)? = nil
  ) throws(Diagnostics) -> Session {
    let scene = try Scene([text], weights: weights)
    let (shown, others) = panels(of: scene)
    let location = SourceLocation(file: text.file, line: text.line, column: 1)
    let step = Step(
      id: "play", title: "Playground", location: location,
      blocks: note(about: others, beside: shown) + [
        .show(Show(rows: shown.isEmpty ? [] : [shown.map(Panel.init(table:))])),
        .sliders(sliders(of: scene)),
      ], scene: scene)
    let lesson = Lesson(
      id: "playground", title: withoutControls(name), summary: "Everything unlocked.", step: step)
    return Session(lesson, for: .playground, progress: Progress())
  }

  /// One head over the tokens of a sentence, its weights drawn at random, and its embeddings too where none
  /// are given.
  package static func scene(over sentence: String, embedded rows: [[Float]] = []) -> String {
    let words = sentence.split(whereSeparator: \.isWhitespace).map { quoted(String($0)) }
    return """
      axis token   = \(words.isEmpty ? "\"…\"" : words.joined(separator: " "))
      axis feature = 4
      axis trait   = 3

      X[token, feature] = \(rows.isEmpty ? "randn(seed: 7)" : "\(rows)")
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

  /// What comes out stands first, since one looks at it while dragging; a page holds only so many.
  private static func panels(
    of scene: Scene
  ) -> (shown: ArraySlice<Definition>, others: ArraySlice<Definition>) {
    let tables = scene.definitions.filter { !$0.axes.isEmpty }
    let formulas = Array(tables.filter { !$0.isInput }.reversed())
    let ordered = formulas + tables.filter(\.isInput)
    return (ordered.prefix(Limits.panels), ordered.dropFirst(Limits.panels))
  }

  /// Says what has no panel, where something has none.
  private static func note(
    about others: ArraySlice<Definition>, beside shown: ArraySlice<Definition>
  ) -> [Block] {
    guard let first = others.first else { return [] }
    let named = others.dropFirst().prefix(mostNames - 1)
    var names = named.reduce([Inline.code(first.name)]) { names, definition in
      names + [.text(", "), .code(definition.name)]
    }
    let unnamed = others.count - 1 - named.count
    if unnamed > 0 { names.append(.text(" and \(unnamed) more")) }
    let sentence = Inline.text(
      "This scene has \(shown.count + others.count) tables, and \(shown.count) of them have a panel. "
        + "Without one: ")
    let way = Inline.text(". Press Enter on a number to see what it is made of.")
    return [.prose([.paragraph([sentence] + names + [way])])]
  }

  private static func sliders(of scene: Scene) -> [Slider] {
    var left = mostSliders
    var sliders: [Slider] = []
    for input in scene.definitions.filter(\.isInput) {
      let count = input.axes.reduce(1) { $0 * $1.size }
      let reach = reach(of: input, in: scene)
      guard count <= left, reach.isFinite else { continue }
      left -= count
      sliders += Slider.each(of: input, in: scene, range: -reach...reach, step: 0.1)
    }
    return sliders
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
  /// The sentence of a trained model where one is at hand, or a scene of random numbers.
  package mutating func openPlayground() -> [Effect] {
    if let model = try? (library.weights as? ModelLibrary)?.model(TinyModel.referring),
      let example = try? model.sentence(model.example)
    {
      open(SentenceView(model, example))
      returnsToMap = true
      return []
    }
    let text = SourceText(
      file: "playground.qkv", text: FreePlay.scene(over: FreePlay.sentence), line: 1)
    do {
      session = try FreePlay.session(text, name: "playground", weights: library.weights)
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
