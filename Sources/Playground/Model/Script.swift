import Lessons

/// Something to be said aloud on a step, by the place of its block.
package enum Utterance: Hashable, Sendable {
  case title
  case block(Int)
  /// What a question offers to choose from.
  case options(Int)
  /// What follows an answer, or a goal that is reached.
  case reply(to: Int)
}

extension StepState {
  /// What there is to say about the part of the step that is revealed, in order.
  ///
  /// Between two pauses the author's script, where there is one, stands in place of the prose.
  package var script: [Utterance] {
    [.title] + parts.filter { $0.lowerBound <= visibleBlocks.count }.flatMap(script)
  }

  /// What there is to read of the part that is revealed, in order: the prose itself, whatever a voice says.
  package var reading: [Utterance] {
    [.title] + visibleBlocks.indices.flatMap { [.block($0)] + sequel(of: $0) }
  }

  /// The places of the blocks between two pauses.
  private var parts: [Range<Int>] {
    let pauses = step.blocks.indices.filter { step.blocks[$0] == .pause }
    return zip([0] + pauses.map { $0 + 1 }, pauses + [step.blocks.count]).map { $0..<$1 }
  }

  private func script(of part: Range<Int>) -> [Utterance] {
    let scripted = part.filter { !step.blocks[$0].narration.isEmpty }.map(Utterance.block)
    let visible = part.clamped(to: 0..<visibleBlocks.count)
    return scripted
      + visible.flatMap { place in
        (scripted.isEmpty ? [.block(place)] : []) + sequel(of: place)
      }
  }

  /// What a block has to say beside its own text.
  private func sequel(of place: Int) -> [Utterance] {
    let block = step.blocks[place]
    if let question = block.question {
      let isJudged = question.formula != nil && responses[question.id] != nil
      return [isSettled(question) || isJudged ? .reply(to: place) : .options(place)]
    }
    let task = block.training?.id ?? block.goal?.id
    return task.map(hasReachedHere) == true ? [.reply(to: place)] : []
  }

  /// The words to say now; empty where there are none.
  package func words(of utterance: Utterance) -> String { words(of: utterance, .aloud) }

  /// The same in a manner.
  package func words(of utterance: Utterance, _ manner: SpokenWords.Manner) -> String {
    markedWords(of: utterance, manner).split(separator: "\n").map { SpokenMark.stripped($0) }
      .joined(separator: "\n")
  }

  /// The words of a hint, counted from 0, with the numbers with which it appeared.
  package func words(ofHint place: Int, _ manner: SpokenWords.Manner) -> String {
    let text = spoken(step.hintPlaces[place], manner).of(step.hints[place].text)
    return text.split(separator: "\n").map { SpokenMark.stripped($0) }.joined(separator: "\n")
  }

  /// The same as words of an utterance, with signs of what they are about.
  func markedWords(of utterance: Utterance, _ manner: SpokenWords.Manner = .aloud) -> String {
    switch utterance {
    case .title: SpokenWords(self, manner: manner).sentence(step.title)
    case .block(let place): spoken(place, manner).of(step.blocks[place])
    case .options(let place): spoken(place, manner).ofOptions(step.blocks[place])
    case .reply(let place): reply(to: step.blocks[place], manner)
    }
  }

  /// The words of a block, with the numbers with which it appeared.
  private func spoken(_ place: Int, _ manner: SpokenWords.Manner) -> SpokenWords {
    SpokenWords(self, frozenIn: sceneOnAppearing(ofBlock: place), manner: manner)
  }

  private func reply(to block: Block, _ manner: SpokenWords.Manner) -> String {
    if let task = block.goal?.id ?? block.training?.id {
      let words = SpokenWords(
        self, frozenIn: reachedGoals[task].map(scene(at:)), manner: manner)
      return words.of(block.goal?.success ?? block.training?.success ?? [])
    }
    guard let question = block.question, let response = responses[question.id] else { return "" }
    let words = SpokenWords(self, frozenIn: scene(at: response.moment), manner: manner)
    let verdict = question.formula.flatMap { response.verdict?.sentence(name: $0.name) } ?? ""
    let said = words.sentence(SpokenSign.said(verdict, asCode: false))
    return [said, words.of(feedback(to: question, response))].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// What an answer hears: while it may be tried again its own reason, not the solution.
  package func feedback(to question: Question, _ response: Response) -> [MarkdownBlock] {
    isSettled(question)
      ? question.feedback(to: response.guess, isRight: response.isRight, mistake: response.mistake)
      : question.advice(on: response.guess, mistake: response.mistake, response.verdict)
  }
}

extension StepState {
  /// Whether a condition is seen to hold; of hidden numbers nothing is seen.
  package func knowsToHold(_ claim: Claim) -> Bool {
    !isVeiled(claim.when) && claim.holds(in: scene)
  }
}

extension SpokenWords {
  fileprivate func of(_ block: Block) -> String {
    switch block {
    case .prose(let text), .say(let text): of(text)
    case .question(let question): of(question.ask)
    case .goal(let goal): of(goal)
    case .train(let task): sentence(task.ask.isEmpty ? code(task.order) : run(task.ask))
    case .show, .sliders, .formulaSwitch, .hint, .pause, .notes: ""
    }
  }

  /// The task, then each of its parts and whether it holds.
  private func of(_ goal: Goal) -> String {
    let task = sentence(
      !goal.ask.isEmpty ? run(goal.ask) : goal.showsParts ? "All at once" : code(goal.whenText))
    return ([task] + (goal.showsParts ? goal.parts.map(of) : [])).joined(separator: "\n")
  }

  /// A condition, and whether it holds.
  package func of(_ claim: Claim) -> String {
    let holds = stepState.knowsToHold(claim)
    let text = claim.say.isEmpty ? code(claim.text) : run(claim.say)
    return sentence("\(text): \(holds ? "it holds" : "not yet")")
  }

  fileprivate func ofOptions(_ block: Block) -> String {
    let options = block.question?.options ?? []
    return options.enumerated().map { sentence("\($0.offset + 1): \(run($0.element.text))") }
      .joined(separator: "\n")
  }
}
