import Lessons
import Pages
import Playground
import Progress
import Scenes
import Terminal
import Text

/// The times of one key of a drag through a large scene: what follows from it, and the page.
struct DragTimes {
  let tokens: Int
  let features: Int
  let change: Measurement
  let page: Measurement

  /// One head over so many tokens, every matrix on a page of 120×40.
  init(tokens: Int, features: Int, runs: Int?) throws(Diagnostics) {
    self.tokens = tokens
    self.features = features
    let lesson = try Lesson.load(text: Self.text(tokens, features), file: "bench.md")
    var model = Model(
      library: Library(directory: ""), progress: Progress(), settings: Settings(),
      now: Timestamp(secondsSince1970: 0))
    model.open(lesson, step: 0)
    let size = Size(width: 120, height: 40)
    var isUpward = false
    change = Measurement(runs: runs) {
      isUpward.toggle()
      model.press([isUpward ? .right : .left], size: size)
    }
    // Only a page after a change has to compare the numbers with those before.
    page = Measurement(runs: runs) { _ = Page(model, size: size).frame }
  }

  private static func text(_ tokens: Int, _ features: Int) -> String {
    """
    ---
    qkv: 1
    id: bench
    title: Bench
    summary: Every matrix of one head.
    minutes: 1
    ---

    ```qkv scene
    axis token = \(tokens)
    axis feature = \(features)
    axis trait = \(features)

    X[token, feature] = randn(seed: 1)
    W_q[feature, trait] = randn(seed: 2)
    W_k[feature, trait] = randn(seed: 3)
    W_v[feature, trait] = randn(seed: 4)
    Q = X @ W_q
    K = X @ W_k
    V = X @ W_v
    score = Q @ K.T / sqrt(size(trait))
    weight = softmax(score + causal(token))
    output = weight @ V
    ```

    ## Drag {#drag}

    ```qkv show
    matrix weight row=3 | matrix score
    flow weight row=3
    matrix X | matrix Q | matrix K
    matrix V | matrix output
    ```

    ```qkv sliders
    X[3] from -4 to 4 step 0.1
    ```
    """
  }

  var text: String {
    """
    a head over \(tokens) tokens of \(features) features, in a lesson: \
    one key in \(change.milliseconds.rounded3) ms, its page in \(page.milliseconds.rounded3) ms
    """
  }

  var json: JSON {
    [
      "tokens": .integer(tokens), "features": .integer(features), "change": change.json,
      "page": page.json,
    ]
  }
}
