import Lessons
import Progress
import Scenes
import Text

/// What someone has answered in a lesson, beside what is right.
package struct LessonRecap: Equatable, Sendable {
  /// A question and what was said to it.
  package struct Item: Equatable, Sendable {
    /// The step in which it is asked, counted from 1.
    package let step: Int
    package let ask: String
    /// nil where nothing was answered yet.
    package let guess: String?
    /// nil as long as the question is open, and where only a judge knows.
    package let truth: String?
    package let isRight: Bool
    package let attempts: Int
    /// The guess and the truth as numbers, where a number was asked for.
    package let numbers: Numbers?

    /// Whether nothing but the right answer was ever given.
    package var isRightAtOnce: Bool { isRight && attempts == 1 }
  }

  package struct Numbers: Equatable, Sendable {
    package let guess: Float
    package let truth: Float
  }

  package let id: String
  package let title: String
  package let items: [Item]
  package let goals: [String]
  /// The misconceptions that answers showed, in words, each with how often and whether it was mended.
  package let beliefs: [Belief]
  package let tally: Tally

  package struct Belief: Equatable, Sendable {
    package let sentence: String
    package let count: Int
    package let isMended: Bool
  }

  package init(_ lesson: Lesson, _ progress: Progress, _ library: Library) {
    (id, title) = (lesson.id, lesson.title)
    items = lesson.steps.enumerated().flatMap { place, step in
      step.questions.map { question in
        let address = BlockAddress(lesson: lesson.id, step: step.id, block: question.id)
        return Item(
          question, in: step, number: place + 1, outcome: progress.outcome(of: address))
      }
    }
    goals = lesson.steps.flatMap { step in
      step.goals.filter { goal in
        let address = BlockAddress(lesson: lesson.id, step: step.id, block: goal.id)
        return progress.outcome(of: address)?.wasEverRight == true
      }.map(\.title)
    }
    beliefs = progress.misconceptionsMet(in: lesson.id).sorted { $0.key < $1.key }.map { id, met in
      Belief(
        sentence: library.misconception(id)?.sentence ?? id, count: met.count,
        isMended: met.isMended)
    }
    tally = progress.tally(of: lesson.id)
  }

  package var answered: [Item] { items.filter { $0.guess != nil } }
  package var rightAtOnce: Int { items.count(where: \.isRightAtOnce) }
}

extension LessonRecap.Item {
  init(_ question: Question, in step: Step, number: Int, outcome: Outcome?) {
    self.step = number
    ask = question.ask.plainText(in: step.scene).singleSpaced
    isRight = outcome?.isRight ?? false
    attempts = outcome?.attempts ?? 0
    let guess = outcome?.guess.flatMap { question.guess(kept: $0) }
    self.guess = outcome?.guess.map(question.words(ofKept:))
    let isSettled = outcome?.wasEverRight == true || question.kind.isSettledByAnyGuess
    let variant = try? step.variant(of: question, seed: 0)
    guard outcome != nil, isSettled, let variant else {
      (truth, numbers) = (nil, nil)
      return
    }
    truth = question.words(of: variant.truth, in: variant.after)
    if case .number(let guess)? = guess, case .number(let truth, _) = variant.truth {
      numbers = LessonRecap.Numbers(guess: guess, truth: truth)
    } else {
      numbers = nil
    }
  }
}

extension Question {
  /// A guess that the progress kept, as a person reads it.
  package func words(ofKept text: String) -> String { guess(kept: text).map(words) ?? text }

  /// A guess as a person reads it.
  package func words(of guess: Guess) -> String {
    if case .number(let number) = guess { return NumberFormat.typed(number) }
    return text(of: guess)
  }

  /// The truth as a person reads it; nil of a formula, which only a judge knows.
  package func words(of truth: Truth, in scene: Scene) -> String? {
    switch truth {
    case .options(let places) where places.isEmpty: return nil
    case .options(let places):
      return places.map { options[$0].text.plainText(in: scene) }.joined(separator: " or ")
    case .number(let number, _): return NumberFormat.inSentence(number)
    case .order(let numbers):
      let order = numbers.indices.sorted { numbers[$0] > numbers[$1] }
      return text(of: .order(order))
    }
  }
}

// MARK: As Markdown

extension LessonRecap {
  /// What was answered, as Markdown.
  package var markdown: String {
    var lines = ["## \(title)", "", summary, ""]
    lines += answered.map { "- " + $0.markdown }
    if !goals.isEmpty { lines += [""] + goals.map { "- goal reached: \($0)" } }
    if !beliefs.isEmpty {
      lines += ["", "Beliefs that answers showed:", ""] + beliefs.map { "- " + $0.markdown }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let asked = answered.count
    let right = "\(rightAtOnce) of \(counted(asked, "answer")) right at the first try"
    let hints = tally.hintsAsked > 0 ? ", \(counted(tally.hintsAsked, "hint"))" : ""
    return "\(right), \(counted(tally.minutesSpent, "minute"))\(hints)."
  }
}

extension LessonRecap.Item {
  /// A mark, the question, the guess and, where it was wrong, the truth.
  fileprivate var markdown: String {
    let mark = isRight ? "✓" : "✗"
    let tries = attempts > 1 ? " (\(counted(attempts, "try", plural: "tries")))" : ""
    let truth = isRight ? "" : self.truth.map { "; it is **\($0)**" } ?? ""
    return "\(mark) \(ask) You said **\(guess ?? "")**\(truth)\(tries)."
  }
}

extension LessonRecap.Belief {
  fileprivate var markdown: String {
    let times = count == 1 ? "once" : "\(count) times"
    return "\(sentence) Shown \(times); \(isMended ? "mended" : "not mended yet")."
  }
}
