import Scenes
import Text

/// An input that has other numbers each time a question is asked: `s in [1, 2, 3]`.
package struct Variation: Equatable, Sendable {
  /// The input as the author wrote it: `score["soup"]`.
  package let target: String
  /// What it is set to, one after another.
  package let values: [Assignment]
  /// The values as text.
  package let texts: [String]
}

/// A question with its numbers: asked about them, it has one right answer.
///
/// Seed 0 is the question as the lesson asks it; every other seed gives other numbers, the same for everybody.
package struct QuestionVariant: Equatable, Sendable {
  package let question: Question
  package let seed: Int
  /// The scene that it is asked about.
  package let scene: Scene
  /// The scene after the reveal.
  package let after: Scene
  package let truth: Truth
  /// The numbers that known mistakes give, in the order of the question's.
  package let mistakes: [Float]

  /// What is asked, with its numbers.
  package var ask: String { question.ask.plainText(in: scene) }
  /// What there is to choose from, with its numbers.
  package var options: [String] { question.options.map { $0.text.plainText(in: scene) } }

  package func isRight(_ guess: Guess) -> Bool { question.judge(guess, truth) }

  /// The place of the known mistake behind a number; nil where there is none.
  package func mistake(behind guess: Guess) -> Int? {
    question.mistake(behind: guess, start: scene, after: after)
  }
}

extension Question {
  /// How many sets of numbers there are; 1 where nothing varies.
  package var variantCount: Int { variations.reduce(1) { $0 * $1.values.count } }

  /// The question with the numbers of a seed, asked about a scene of its step.
  package func variant(_ seed: Int, in scene: Scene) throws(Diagnostics) -> QuestionVariant {
    let asked = try varied(scene, seed)
    let after = try revealed(asked)
    let measured = answer.isOfStart ? asked : after
    return QuestionVariant(
      question: self, seed: seed, scene: asked, after: after,
      truth: truth(before: asked, after: after),
      mistakes: mistakes.map { measured.number(of: $0.formula) })
  }

  /// The scene with the numbers of a seed.
  package func varied(_ scene: Scene, _ seed: Int) throws(Diagnostics) -> Scene {
    var scene = scene
    for (variation, place) in zip(variations, choices(seed)) {
      try scene.apply(variation.values[place])
    }
    return scene
  }

  /// What a seed sets, in words: `s = 2 and t = 3`.
  func words(ofVariant seed: Int) -> String {
    zip(variations, choices(seed)).map { "\($0.target) = \($0.texts[$1])" }
      .joined(separator: " and ")
  }

  /// For each variation the place of its value; nothing where the lesson's own numbers are meant.
  ///
  /// Seeds that follow one another give sets that differ, until all have been given.
  private func choices(_ seed: Int) -> [Int] {
    let count = variantCount
    guard seed > 0, count > 0 else { return [] }
    var rest = seed % count * stride(through: count) % count
    return variations.map { variation in
      defer { rest /= variation.values.count }
      return rest % variation.values.count
    }
  }

  /// A step that leads through all places of a circle before it returns.
  private func stride(through count: Int) -> Int {
    let start = max(Int(Double(count) * 0.618), 1)
    return (start..<start + count).first { greatestCommonDivisor($0, count) == 1 } ?? 1
  }
}

extension Step {
  /// Whether a question of the step has other numbers each time.
  package var isVaried: Bool { questions.contains { !$0.variations.isEmpty } }

  /// The scene of the step with the numbers of a seed in all its questions.
  package func scene(ofVariant seed: Int) throws(Diagnostics) -> Scene {
    var scene = scene
    for question in questions { scene = try question.varied(scene, seed) }
    return scene
  }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
  other == 0 ? one : greatestCommonDivisor(other, one % other)
}

// MARK: Reading

extension StepReader {
  /// Reads `vary`, and lets `{target}` in the words that follow stand for the number of a target.
  mutating func variations(_ fields: CheckedMapping) -> [Variation] {
    let texts = fields.texts("vary", &report)
    let variations = texts.compactMap { variation($0) }
    if variations.reduce(1.0, { $0 * Double($1.values.count) }) > Double(Limits.variants),
      let text = texts.last
    {
      report.add(.question(.tooManyVariants(limit: Limits.variants)), at: text)
    }
    return variations
  }

  private mutating func variation(_ text: Fragment) -> Variation? {
    let text = text.trimmed
    let words = text.outerWords
    guard let sign = words.firstIndex(where: { $0.text == "in" }), sign > 0,
      sign + 1 < words.count
    else {
      report.add(.question(.varyForm), at: text)
      return nil
    }
    let target = text[0..<text.index(of: words[sign])].trimmed
    let rest = text[text.index(of: words[sign + 1])..<text.count]
    guard let values = rest.bytes.first == UInt8(ascii: "[") ? listed(rest) : counted(rest)
    else {
      report.add(.question(.varyForm), at: text)
      return nil
    }
    guard (2...Limits.variedValues).contains(values.count) else {
      report.add(.question(.variedValues(values.count, limit: Limits.variedValues)), at: rest)
      return nil
    }
    return variation(of: target, values)
  }

  private mutating func variation(of target: Fragment, _ values: [String]) -> Variation? {
    let place = report.source.location(at: target.start)
    let assignments = values.compactMap { value in
      assignment(
        SourceText(
          file: report.source.name, text: "\(target.text) = \(value)", line: place.line,
          column: place.column), at: target)
    }
    guard assignments.count == values.count else { return nil }
    if let node = watch(target) { placeholders["{\(target.text)}"] = node }
    return Variation(target: target.text, values: assignments, texts: values)
  }

  /// The values of `[1, 2, 3]`.
  private func listed(_ text: Fragment) -> [String]? {
    guard text.bytes.last == UInt8(ascii: "]") else { return nil }
    let values = text[1..<text.count - 1].split(at: UInt8(ascii: ",")).map(\.trimmed.text)
    return values.contains("") ? nil : values
  }

  /// The values of `1 to 4 step 0.5`.
  private func counted(_ text: Fragment) -> [String]? {
    let words = text.words.map(\.text)
    guard words.count == 3 || words.count == 5, words[1] == "to", let low = Double(words[0]),
      let high = Double(words[2]), low < high,
      let step = words.count == 5 ? Double(words[4]) : 1, step > 0,
      words.count == 3 || words[3] == "step"
    else { return nil }
    let count = ((high - low) / step + 1e-6).rounded(.down) + 1
    guard count.isFinite, count <= Double(Limits.variedValues) + 1 else {
      return Array(repeating: "0", count: Limits.variedValues + 1)
    }
    return (0..<Int(count)).map { NumberFormat.plain(Float(low + Double($0) * step)) }
  }
}

extension Fragment {
  /// Where a part of the fragment begins in it.
  fileprivate func index(of part: Fragment) -> Int {
    (0...count).first { place($0) == part.start } ?? 0
  }
}
