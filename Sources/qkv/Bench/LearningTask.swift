import Lessons
import Scenes
import Text

/// Something small that attention learns from noise, as a lesson of one step.
struct LearningTask {
  let name: String
  let scene: String
  let parameters: String
  let rate: String
  let until: String

  static let all = [antecedent, previous, twoHeads]

  func lesson() throws(Diagnostics) -> Lesson {
    try Lesson.load(
      text: """
        ---
        qkv: 1
        id: bench
        title: \(name)
        summary: Training, measured.
        minutes: 1
        ---

        ```qkv scene
        \(scene)
        ```

        ## \(name) {#run}

        ```qkv show
        matrix weight | matrix W_q | matrix W_k
        ```

        ```qkv train run
        loss: loss
        parameters: [\(parameters)]
        rate: \(rate)
        steps: \(Self.steps)
        until: \(until)
        ```

        """, file: "bench")
  }

  private static let steps = 480
}

extension LearningTask {
  /// The pronoun, which always stands in the fifth place, looks for the noun, wherever that is.
  private static let antecedent = LearningTask(
    name: "look up the antecedent",
    scene: """
      axis example = 4
      axis token   = 6
      axis kind    = article noun verb because pronoun
      axis trait   = 3
      X[example, token, kind] = \(oneHot(sentences, of: 5))
      W_q[kind, trait] = randn(seed: 1)
      W_k[kind, trait] = randn(seed: 2)
      noun[example] = [1, 0, 2, 3]
      score  = (X @ W_q) @ (X @ W_k).T
      weight = softmax(score)
      loss   = cross_entropy(score[:, 4], noun)
      """,
    parameters: "W_q, W_k", rate: "0.05", until: "loss < 0.1")

  /// Each place says the word of the place before; where to look is for positions to learn.
  ///
  /// From small starts each place first looks at all alike; from large ones some settle on a wrong place.
  private static let previous = LearningTask(
    name: "copy the previous token",
    scene: """
      axis example = 4
      axis token   = 6
      axis word    = 5
      axis trait   = 6
      X[example, token, word] = \(oneHot(words, of: 5))
      P[token, token] = eye()
      W_q[token, trait] = randn(seed: 1) / 10
      W_k[token, trait] = randn(seed: 2) / 10
      W_v[word, word]   = randn(seed: 3) / 10
      before[example, token] = \(words.map { [$0[0]] + $0.dropLast() })
      weight = softmax((P @ W_q) @ (P @ W_k).T + causal(token))
      said   = weight @ X @ W_v
      loss   = cross_entropy(said, before)
      """,
    parameters: "W_q, W_k, W_v", rate: "0.05", until: "loss < 0.1")

  /// Each place says the word before and the first word; nobody says which head does what.
  private static let twoHeads = LearningTask(
    name: "two heads, two jobs",
    scene: """
      axis example = 8
      axis token   = 6
      axis word    = 4
      axis head    = 2
      axis trait   = 6
      axis content = 4
      X[example, token, word] = \(oneHot(longer, of: 4))
      P[token, token] = eye()
      W_q[head, token, trait]  = randn(seed: 1) / 5
      W_k[head, token, trait]  = randn(seed: 2) / 5
      W_v[head, word, content] = randn(seed: 3) / 2
      W_a[head*content, word]  = randn(seed: 4) / 2
      W_b[head*content, word]  = randn(seed: 5) / 2
      before[example, token] = \(longer.map { [$0[0]] + $0.dropLast() })
      first[example, token]  = \(longer.map { row in row.map { _ in row[0] } })
      weight = softmax((P @ W_q) @ (P @ W_k).T + causal(token))
      mixed  = join(weight @ (X @ W_v), head, content)
      loss   = cross_entropy(mixed @ W_a, before) + cross_entropy(mixed @ W_b, first)
      """,
    parameters: "W_q, W_k, W_v, W_a, W_b", rate: "0.05", until: "loss < 0.2")

  private static let sentences = [
    [0, 1, 2, 3, 4, 2], [1, 2, 0, 3, 4, 2], [2, 0, 1, 3, 4, 2], [0, 2, 3, 1, 4, 2],
  ]
  private static let words = [
    [0, 1, 2, 3, 4, 1], [3, 0, 4, 1, 2, 0], [2, 4, 1, 0, 3, 4], [1, 3, 0, 2, 0, 4],
  ]
  private static let longer = [
    [0, 1, 2, 3, 1, 0], [1, 0, 3, 2, 0, 2], [2, 3, 0, 1, 3, 1], [3, 2, 1, 0, 2, 3],
    [0, 2, 1, 3, 0, 1], [1, 3, 2, 0, 1, 2], [2, 0, 3, 1, 2, 0], [3, 1, 0, 2, 3, 0],
  ]

  /// Each number as a row with one 1.
  private static func oneHot(_ sequences: [[Int]], of count: Int) -> [[[Int]]] {
    sequences.map { row in row.map { place in (0..<count).map { $0 == place ? 1 : 0 } } }
  }
}
