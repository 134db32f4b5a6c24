import Lessons
import Playground
import Scenes
import Text

// Setting numbers, choosing versions, turning the words of a sentence.
extension LinearReader {
  func change(_ command: LinearCommand, _ words: [String]) -> LinearRequest {
    if model.session == nil, model.sentence != nil { return turn(command, words) }
    guard let stepState else { return .say(Self.noStep) }
    if let refusal = refusal(in: stepState) { return refusal }
    return command == .set ? set(words, stepState) : nudge(command, words, stepState)
  }

  /// Where a prediction comes first: what to answer.
  func refusal(in stepState: StepState) -> LinearRequest? {
    guard let question = stepState.openQuestion, stepState.obstacleToDragging != nil else {
      return nil
    }
    let words = QuestionWords(stepState: stepState, question: question)
    return .say("Answer the question first. \(words.instruction)")
  }

  /// `set noun 0.5`, `set X it noun to 0.5`, `set scaled off`.
  private func set(_ words: [String], _ stepState: StepState) -> LinearRequest {
    let words = words.filter { $0 != "to" && $0 != "=" }
    guard words.count > 1 else {
      return .say("Say set, a name and a value, such as set \(example(stepState)) 0.5.")
    }
    // The longest name that means something; what follows is the value.
    for end in (1..<words.count).reversed() {
      let value = words[end...].joined(separator: " ").replacing("minus ", with: "-")
      switch hold(Array(words[..<end]), stepState) {
      case .found(let messages):
        return .send(messages + [.value(.type)] + Self.retyping(value))
      case .unclear(let sentence): return .say(sentence)
      case nil: continue
      }
    }
    return .say(noInput(Array(words.dropLast()), stepState))
  }

  private func nudge(
    _ command: LinearCommand, _ words: [String], _ stepState: StepState
  ) -> LinearRequest {
    let count = words.last.flatMap { Int($0) }
    let name = count == nil ? words : words.dropLast()
    let steps = min(max(count ?? 1, 1), 1_000) * (command == .up ? 1 : -1)
    let move = Message.value(.nudge(steps: steps, .normal))
    if name.isEmpty, stepState.step.sliders.count == 1 {
      return .send([.select(.slider(0)), move])
    }
    guard !name.isEmpty else {
      return .say(
        "Say \(command.rawValue) and a name, such as \(command.rawValue) \(example(stepState)).")
    }
    switch hold(name, stepState) {
    case .found(let messages): return .send(messages + [move])
    case .unclear(let sentence): return .say(sentence)
    case nil: return .say(noInput(name, stepState))
    }
  }

  private func example(_ stepState: StepState) -> String {
    stepState.step.sliders.first.map { Self.words(of: $0.typedName).joined(separator: " ") }
      ?? "NAME"
  }

  private func noInput(_ words: [String], _ stepState: StepState) -> String {
    let name = words.joined(separator: " ")
    let sliders = stepState.step.sliders
    if let first = words.first, let definition = stepState.scene.definition(first),
      !definition.isInput
    {
      return "\(first) is computed, so it cannot be set. Say sliders to hear what can."
    }
    guard !sliders.isEmpty else { return "Nothing called \"\(name.prefix(60))\" can be set here." }
    return "Nothing called \"\(name.prefix(60))\" can be set here. Say sliders to hear what can."
  }

  // MARK: Taking hold

  /// What takes an input in hand.
  private enum Hold {
    case found([Message])
    /// Why it is not clear what is meant.
    case unclear(String)
  }

  /// The slider that words mean, or else the cell of an input that a panel shows; nil for neither.
  private func hold(_ words: [String], _ stepState: StepState) -> Hold? {
    let sliders = stepState.step.sliders
    let full = sliders.indices.filter { matches(words, sliders[$0].typedName) }
    let short = sliders.indices.filter { matches(words, sliders[$0].label) }
    let found = full.isEmpty ? short : full
    if found.count == 1 { return .found([.select(.slider(found[0]))]) }
    if found.count > 1 {
      let names = found.prefix(2).map {
        Self.words(of: sliders[$0].typedName).joined(separator: " ")
      }
      return .unclear(
        "There are \(found.count) sliders called that. Say which: \(names.joined(separator: " or "))."
      )
    }
    guard case .success(let entry) = cell(words, saying: "set"),
      stepState.scene.isInput(stepState.scene.source(of: entry).node)
    else { return nil }
    return cell(stepState.scene.source(of: entry), stepState)
  }

  private func cell(_ entry: Entry, _ stepState: StepState) -> Hold {
    if let slider = stepState.step.sliders.firstIndex(where: {
      stepState.target(of: $0) == .entry(entry)
    }) {
      return .found([.select(.slider(slider))])
    }
    guard let place = stepState.spokenPlace(of: entry), let cursor = place.cursor else {
      let name = TableWords.typed(stepState.scene.label(of: entry))
      return .unclear("\(name) cannot be set in this step. Say sliders to hear what can.")
    }
    return .found([.select(.panel(place.panel, cursor))])
  }

  private func matches(_ words: [String], _ name: String) -> Bool {
    Self.spoken(Self.words(of: name)) == Self.spoken(words)
  }

  /// Words as they are heard, so that what was said can be typed back.
  private static func spoken(_ words: [String]) -> [String] {
    Self.words(of: SpokenSign.said(words.joined(separator: " "), asCode: false).lowercased())
      .filter { $0 != "to" }
  }

  // MARK: Training

  func train(_ command: LinearCommand, _ words: [String]) -> LinearRequest {
    guard let stepState else { return .say(Self.noStep) }
    let number = words.last
    guard stepState.step.training != nil || stepState.measurePanel != nil else {
      return .say("This step has nothing to run.")
    }
    if let refusal = refusal(in: stepState) { return refusal }
    switch command {
    case .another: return .send([.train(.redraw)])
    case .rate:
      guard let number else { return .say("Say rate and a number, such as rate 0.1.") }
      return .send([.select(.knob(.rate, nil)), .value(.type)] + Self.retyping(number))
    case .step:
      guard let training = stepState.runInHand?.training else { return .say(Self.onlyRun) }
      guard let number else { return .send([.train(.to(step: training.step + 1))]) }
      guard let step = Int(number) else { return .say("Say step and a number, such as step 10.") }
      return .send([.train(.to(step: step))])
    case _: return .send([.train(.toggle)])
    }
  }

  private static let onlyRun = "This step only measures. Say run to start it."

  // MARK: Help with a task

  func help(_ command: LinearCommand, _ rest: String) -> LinearRequest {
    guard let stepState else { return .say(Self.noStep) }
    switch command {
    case .hint: return .send([.aid(.hint)])
    case .check: return .send([.aid(.check)])
    case .experiment: return .send([.aid(.experiment)])
    case .solution: return refusal(in: stepState) ?? .send([.aid(.solution)])
    case _: return write(rest, stepState)
    }
  }

  private func write(_ text: String, _ stepState: StepState) -> LinearRequest {
    guard let question = stepState.openQuestion, let task = question.formula else {
      return .say("No formula is asked for here. Say question to hear what is.")
    }
    // `write scaled = score / 2` is as good as the right side alone.
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    let isWhole = sides.count == 2 && sides[0].singleSpaced == task.name
    let formula = isWhole ? sides[1].singleSpaced : text
    guard let messages = question.messages(answering: formula) else {
      return .say("\(question.lineInstruction).")
    }
    return .send(messages)
  }

  // MARK: The words of a sentence

  func turn(_ command: LinearCommand, _ words: [String]) -> LinearRequest {
    guard model.session == nil, let view = model.sentence else {
      return .say("No sentence is open. Say next to go on.")
    }
    switch command {
    case .begin: return .send([.sentence(.beginCourse)])
    case .take:
      let word = words.joined(separator: " ")
      guard let piece = view.state.pieces.firstIndex(of: word),
        view.slots.contains(where: { $0.piece == piece })
      else {
        let open = view.slots.map { view.state.pieces[$0.piece] }.filter { !$0.isEmpty }
        return .say("Take one of these words: \(open.joined(separator: ", ")).")
      }
      return .send([.sentence(.take(piece: piece))])
    case .up, .down:
      let steps = min(max(words.last.flatMap { Int($0) } ?? 1, 1), 100)
      return .send([.sentence(.turn(steps: command == .up ? steps : -steps))])
    case _:
      guard !words.isEmpty else {
        return .say("Say set and a whole sentence, or up for another word.")
      }
      return .send([.sentence(.edit)] + Self.retyping(words.joined(separator: " ")))
    }
  }
}
