import Lessons
import Models
import Progress
import Scenes
import Text

extension FreePlay {
  /// The playground over words that no model knows: a flow of their weights, and the way of each from its
  /// embedding to the output, all of random numbers.
  package static func session(
    over sentence: String, because reason: TypedSentence.Reason?, of model: TinyModel?
  ) throws(Diagnostics) -> Session {
    let lesson = try Lesson.load(
      text: text(over: sentence, because: reason, of: model), file: "playground")
    return Session(lesson, for: .playground, progress: Progress())
  }

  private static func text(
    over sentence: String, because reason: TypedSentence.Reason?, of model: TinyModel?
  ) -> String {
    let words = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
    let sliders = words.count * featureCount <= mostSliders ? "X from -3 to 3 step 0.1" : ""
    return """
      ---
      qkv: 1
      id: playground
      title: Random numbers
      minutes: 1
      summary: Everything unlocked.
      ---

      ```qkv scene
      \(scene(over: sentence, embedded: words.map(embedding)))
      ```

      ## Random numbers {#play}

      \(paragraphs(sentence, reason, model).joined(separator: "\n\n"))

      ```qkv show
      flow weight
      pipeline X, Q, K, V, score, weight, output
      ```

      \(sliders.isEmpty ? "" : "```qkv sliders\n\(sliders)\n```")

      """
  }

  private static func paragraphs(
    _ sentence: String, _ reason: TypedSentence.Reason?, _ model: TinyModel?
  ) -> [String] {
    var paragraphs: [String] = []
    if let reason, let model { paragraphs.append(explanation(reason, model)) }
    paragraphs.append(
      "These numbers are random: no training, no meaning. So no word deserves attention, and softmax "
        + "spreads it. Drag a number and watch the lines. Can you make the first word look at the last?"
    )
    if let near = model?.nearest(to: sentence), let model {
      paragraphs.append(
        "\(model.name) knows a sentence close to yours: `qkv play --sentence \"\(near)\"`")
    }
    return paragraphs
  }

  private static func explanation(_ reason: TypedSentence.Reason, _ model: TinyModel) -> String {
    switch reason {
    case .unknownWords(let words):
      let named = words.prefix(mostNamed).map { unknown in
        let near = unknown.near.map { "`\($0)`" }.joined(separator: ", ")
        return "`\(code(unknown.word))`" + (near.isEmpty ? "" : " (near it: \(near))")
      }
      let rest = words.count > mostNamed ? " and \(words.count - mostNamed) more" : ""
      return "Not among the \(model.words.count) words of \(model.name): "
        + named.joined(separator: ", ") + rest + "."
    case .pronouns(let count):
      return "\(model.name) says what one pronoun stands for: it, they, he or she. "
        + (count == 0 ? "Your sentence has none." : "Your sentence has \(count).")
    }
  }

  private static let mostNamed = 4
  static let featureCount = 4

  /// A word as it can stand between backticks.
  private static func code(_ word: String) -> String {
    String(word.printableOnOneLine.filter { $0 != "`" }.prefix(24))
  }

  /// The numbers of a word, drawn from its letters: the same word, the same numbers.
  ///
  /// They lie between −.8 and .8, so that softmax spreads its weights at first.
  private static func embedding(of word: String) -> [Float] {
    (0..<featureCount).map { feature in
      let digest = "\(feature) \(word)".utf8.digest
      let part = UInt64(digest, radix: 16).map { ($0 ^ ($0 >> 29)) % 41 } ?? 20
      return (Float(part) - 20) / 25
    }
  }
}
