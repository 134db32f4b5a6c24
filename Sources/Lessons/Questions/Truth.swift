import Scenes
import Text

/// What the student answers.
package enum Guess: Equatable, Codable, Sendable {
  /// The option at this place, counted from 0.
  case option(Int)
  case number(Float)
  /// The options by their places, the largest first.
  case order([Int])
  case formula(String)
}

/// What a guess is measured against.
package enum Truth: Equatable, Sendable {
  /// Any of these options; more than one where the scene ends in a tie.
  case options([Int])
  case number(Float, tolerance: Float)
  /// The numbers of the options, by which they are to be ordered.
  case order([Float])
}

extension Truth {
  /// The right options; none where a number or an order was asked for.
  package var options: [Int] {
    switch self {
    case .options(let options): options
    case .number, .order: []
    }
  }
}

extension Question {
  /// The truth, from the scene as the student found it and as the setup leaves it.
  ///
  /// `start` is the scene with which the step began, where that is another.
  package func truth(before: Scene, after: Scene, start: Scene? = nil) -> Truth {
    switch answer {
    case .option(let place):
      .options([place])
    case .grows(let node, let choices):
      .options(places(of: choices, largestIn: change(of: node, from: before, to: after)))
    case .largest(let node, let choices):
      .options(places(of: choices, largestIn: after.values(of: node).elements))
    case .value(let node, let tolerance):
      .number(after.number(of: node), tolerance: tolerance)
    case .number(let value, let tolerance):
      .number(value, tolerance: tolerance)
    case .startValue(let node, let tolerance):
      .number((start ?? before).number(of: node), tolerance: tolerance)
    case .sign(let node):
      .options([direction(of: change(of: node, from: before, to: after).first ?? 0)])
    case .order(let entries):
      .order(entries.map(after.value(of:)))
    case .formula:
      // What is right is told by a judge, who looks into other scenes too.
      .options([])
    }
  }

  /// The number that was asked for, in the scene after the reveal; nil where none was.
  package func number(in after: Scene, start: Scene) -> Float? {
    switch truth(before: start, after: after, start: start) {
    case .number(let value, _): value
    case .options, .order: nil
    }
  }

  /// Whether the guess is right.
  package func judge(_ guess: Guess, _ truth: Truth) -> Bool {
    switch (guess, truth) {
    case (.option(let place), .options(let places)):
      places.contains(place)
    case (.number(let number), .number(let value, let tolerance)):
      number == value || abs(number - value) <= tolerance
    case (.order(let order), .order(let numbers)):
      numbers.firstWrongPlace(of: order) == nil
    case (.option, .number), (.option, .order), (.number, .options), (.number, .order),
      (.order, .options), (.order, .number), (.formula, .options), (.formula, .number),
      (.formula, .order):
      false
    }
  }

  /// What to tell the student after the guess; `mistake` is the place of the one behind it.
  package func feedback(
    to guess: Guess, isRight: Bool, mistake: Int? = nil
  ) -> [MarkdownBlock] {
    (isRight ? whenRight + reason(for: guess) : advice(on: guess, mistake: mistake)) + explanation
  }

  /// What a wrong answer hears, also while it may be tried again: its own reason, not the solution.
  package func advice(
    on guess: Guess, mistake: Int? = nil, _ verdict: FormulaVerdict? = nil
  ) -> [MarkdownBlock] {
    switch verdict {
    case .unreadable?: return []
    case .mistake(let place)?:
      if let task = formula, task.mistakes.indices.contains(place) {
        return task.mistakes[place].say
      }
    case _: break
    }
    if let mistake, mistakes.indices.contains(mistake), !mistakes[mistake].say.isEmpty {
      return mistakes[mistake].say
    }
    guard case .option(let place) = guess, options.indices.contains(place) else { return whenWrong }
    let own = options[place].whenWrong
    return (own.isEmpty ? whenWrong : own) + options[place].why
  }

  /// The scene after the setup, which remembers the numbers before it; the same scene where there is none.
  package func revealed(_ scene: Scene) throws(Diagnostics) -> Scene {
    guard !setup.isEmpty else { return scene }
    var scene = scene
    scene.remember()
    for assignment in setup {
      try scene.apply(assignment)
    }
    return scene
  }

  private func reason(for guess: Guess) -> [MarkdownBlock] {
    guard case .option(let place) = guess, options.indices.contains(place) else { return [] }
    return options[place].why
  }
}

/// What changes less than this counts as standing still.
private let stillness: Float = 1e-6

/// Whether two numbers are too close to come one after the other.
func isTie(_ one: Float, _ other: Float) -> Bool {
  one == other || abs(one - other) <= stillness
}

private func change(of node: NodeID, from before: Scene, to after: Scene) -> [Float] {
  zip(after.values(of: node).elements, before.values(of: node).elements).map { $0 - $1 }
}

/// Grows, stays or shrinks: option 0, 1 or 2.
private func direction(of change: Float) -> Int {
  if abs(change) <= stillness { return 1 }
  return change > 0 ? 0 : 2
}

/// The places among `choices` whose values are largest, all of them in a tie.
private func places(of choices: [Int], largestIn values: [Float]) -> [Int] {
  let offered = choices.map { values.indices.contains($0) ? values[$0] : -.infinity }
  guard let largest = offered.filter({ !$0.isNaN }).max() else { return [] }
  return offered.indices.filter { offered[$0] == largest || largest - offered[$0] <= stillness }
}
