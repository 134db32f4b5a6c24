import Lessons
import Playground
import Scenes
import Text

/// Writes a step as it is for somebody who has worked it through: with answers, replies, hints and notes.
struct SolvedParts {
  private let state: StepState
  private let beliefs: [String: String]
  private var question: Int

  init(_ worked: StepState, _ firstQuestion: Int, _ beliefs: [String: String]) {
    state = worked
    question = firstQuestion
    self.beliefs = beliefs
  }

  mutating func all() -> [HandoutPart] {
    var parts: [HandoutPart] = []
    var panels = PanelRows()
    for (place, block) in state.step.blocks.enumerated() {
      let scene = state.sceneOnAppearing(ofBlock: place)
      switch block {
      case .prose(let text): parts.append(.words(HandoutWords(text, in: scene)))
      case .show(let show): parts.append(.panels(panels.next(show)))
      case .sliders, .formulaSwitch:
        parts.append(.sliders(state.atItsStart.handoutSliders(of: block)))
      case .question(let question): parts.append(.question(answered(question, in: scene)))
      case .goal(let goal): parts.append(.goal(reached(goal, in: scene)))
      case .train(let task): parts.append(.goal(trained(task, in: scene)))
      case .hint(let hint): parts.add(hint: HandoutWords(hint.text, in: scene))
      case .notes(let notes):
        let words = HandoutWords(notes.text, in: state.step.scene)
        parts.append(.notes(minutes: notes.minutes, words))
      case .pause, .say: break
      }
    }
    return parts
  }

  private mutating func answered(_ question: Question, in scene: Scene) -> HandoutQuestion {
    defer { self.question += 1 }
    let response = state.responses[question.id]
    let then = response.map { state.scene(at: $0.moment) } ?? scene
    return HandoutQuestion(
      number: self.question, kind: question.kind, ask: HandoutWords(question.ask, in: scene),
      options: question.options.enumerated().map { place, option in
        let isRight = response?.rightOptions.contains(place) ?? false
        let reply = (isRight ? [] : option.whenWrong) + option.why
        return HandoutQuestion.Option(
          text: HandoutWords(option.text, in: scene), isRight: isRight,
          reply: HandoutWords(reply, in: then),
          belief: option.misconception.flatMap { beliefs[$0.id] })
      }, form: question.form, formula: question.formula.map { ($0.name, $0.from) },
      solution: response.map { solution(of: question, $0, then) })
  }

  private func solution(
    of question: Question, _ response: Response, _ scene: Scene
  ) -> HandoutQuestion.Solution {
    HandoutQuestion.Solution(
      answer: question.form == .option ? nil : answer(of: question, response),
      reply: HandoutWords(question.whenRight + question.explanation, in: scene),
      wrong: HandoutWords(question.whenWrong, in: scene),
      mistakes: mistakes(of: question, scene))
  }

  private func answer(of question: Question, _ response: Response) -> String {
    switch response.guess {
    case .number(let number): NumberFormat.inSentence(number)
    case .formula(let text): "\(question.formula?.name ?? "") = \(text)"
    case .option, .order: question.words(of: response.guess)
    }
  }

  /// Numbers that known wrong formulas give, or these formulas where one was asked for.
  private func mistakes(of question: Question, _ scene: Scene) -> [HandoutQuestion.Mistake] {
    let numbers = question.mistakes.map { mistake in
      let number = scene.values(of: mistake.formula).elements.first ?? .nan
      return HandoutQuestion.Mistake(
        answer: NumberFormat.inSentence(number), reply: HandoutWords(mistake.say, in: scene),
        belief: mistake.misconception.flatMap { beliefs[$0.id] })
    }
    let formulas = (question.formula?.mistakes ?? []).map { mistake in
      HandoutQuestion.Mistake(
        answer: mistake.text, reply: HandoutWords(mistake.say, in: scene),
        belief: mistake.misconception.flatMap { beliefs[$0] })
    }
    return numbers + formulas
  }

  private func reached(_ goal: Goal, in scene: Scene) -> HandoutGoal {
    let versions = goal.versions.sorted { $0.key < $1.key }.compactMap { name, place in
      state.step.switches.first { $0.name == name }.map { "\(name) = \($0.labels[place])" }
    }
    let solution = HandoutGoal.Solution(
      assignments: versions + goal.solution.map(\.source.text),
      success: success(goal.success, of: goal.id))
    return HandoutGoal(goal, solution) { HandoutWords($0, in: scene) }
  }

  private func trained(_ task: TrainingTask, in scene: Scene) -> HandoutGoal {
    let rate = task.solution.map { ["rate \(NumberFormat.typed($0))"] } ?? []
    let solution = HandoutGoal.Solution(
      assignments: rate, success: success(task.success, of: task.id))
    return HandoutGoal(task, solution) { HandoutWords($0, in: scene) }
  }

  private func success(_ text: [MarkdownBlock], of task: String) -> HandoutWords {
    HandoutWords(text, in: state.reachedGoals[task].map(state.scene(at:)) ?? state.scene)
  }
}

extension [HandoutPart] {
  /// Hints that follow one another are one list.
  fileprivate mutating func add(hint: HandoutWords) {
    if case .hints(let hints)? = last {
      self[count - 1] = .hints(hints + [hint])
    } else {
      append(.hints([hint]))
    }
  }
}
