import Lessons
import Playground
import Scenes
import Tensors
import Terminal

/// Texts that were set into lines lately.
struct WordsCache {
  private struct Text {
    let source: WordsSource
    let readings: [LiveReading]
    let lines: ProseLines
  }

  let memo = ProseMemo()
  private var texts: [Text] = []

  /// A page may try an airy and a compact form of its words; both are worth keeping.
  private static let capacity = 2

  /// The lines of a text that was set from the same, if its live numbers are still so.
  func lines(from source: WordsSource, read: (NodeID) -> Tensor?) -> ProseLines? {
    texts.last { text in
      text.source == source && text.readings.allSatisfy { read($0.node) == $0.numbers }
    }?.lines
  }

  /// The text as lines of at most so many cells; only blocks that changed are set again.
  mutating func set(
    _ prose: ProseView, from source: WordsSource, readings: [LiveReading], appearance: Appearance
  ) -> ProseLines {
    let lines = prose.set(width: source.width, appearance: appearance, reusing: texts.map(\.lines))
    texts.append(Text(source: source, readings: readings, lines: lines))
    if texts.count > Self.capacity { texts.removeFirst() }
    return lines
  }
}

/// A live number as it was read for the words; nil where it was hidden.
struct LiveReading {
  let node: NodeID
  let numbers: Tensor?
}

/// All that words are made from, but for their live numbers.
struct WordsSource: Equatable {
  let width: Int
  let isCompact: Bool
  private let appearance: Appearance
  private let step: SameStep
  private let responses: [String: Response]
  private let reachedGoals: [String: Scene]
  private let rememberedGoals: Set<String>
  private let hintsShown: Int
  private let pausesPassed: Int
  private let isSandbox: Bool
  private let showsScript: Bool

  init(
    _ stepState: StepState, _ model: Model, _ appearance: Appearance, width: Int, isCompact: Bool
  ) {
    self.width = width
    self.isCompact = isCompact
    self.appearance = appearance
    step = SameStep(step: stepState.step)
    responses = stepState.responses
    reachedGoals = stepState.reachedGoals
    rememberedGoals = stepState.rememberedGoals
    hintsShown = stepState.hintsShown
    pausesPassed = stepState.pausesPassed
    isSandbox = stepState.isSandbox
    showsScript = model.settings.narration
  }
}

/// A step that equals only itself.
///
/// It is kept rather than its address, at which another step may stand once this one is gone.
private struct SameStep: Equatable {
  let step: Step

  static func == (left: Self, right: Self) -> Bool { left.step === right.step }
}
