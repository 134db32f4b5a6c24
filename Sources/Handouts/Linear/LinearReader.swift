import Lessons
import Playground
import Scenes
import Text

/// Reads a typed line: what it means where the model stands now.
struct LinearReader {
  let model: Model
  /// The name of the table that was heard last, whose rows a label alone means.
  let tableName: String?

  /// That table, where the step still has it.
  var table: NamedTable? {
    guard let stepState, let tableName else { return nil }
    return SceneWords(stepState).table(named: tableName)
  }

  var stepState: StepState? { model.session?.stepState }

  /// What a line asks for; a mistake is one sentence that says what to do.
  func request(_ line: String) -> LinearRequest {
    let words = Self.words(of: line)
    guard let first = words.first else { return .say("Say a command, or help for all of them.") }
    if let answer = answer(line: line) { return answer }
    let (rest, tail) = (Array(words.dropFirst()), Self.rest(of: line))
    if let command = LinearCommand(rawValue: first.lowercased()) {
      return request(command, rest, tail)
    }
    if let table = stepState.flatMap({ SceneWords($0).table(named: words.joined(separator: " ")) })
      ?? quoted(words)
    {
      return hear(table)
    }
    if let command = LinearCommand(key: first) { return request(command, rest, tail) }
    return .say(unknown(words))
  }

  /// The words of a line; brackets, commas and quotation marks only separate them.
  static func words(of line: String) -> [String] {
    let separators: Set<Character> = ["[", "]", ",", "\"", "“", "”"]
    return line.split { $0.isWhitespace || separators.contains($0) }.map(String.init)
  }

  /// What follows the first word, as it was typed.
  private static func rest(of line: String) -> String {
    let start = line.drop(while: \.isWhitespace)
    let rest = start.drop { !$0.isWhitespace }
    return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A part of a matrix as its panel calls it: `match "it"`.
  func quoted(_ words: [String]) -> NamedTable? {
    guard let stepState, let first = words.first, words.count > 1 else { return nil }
    let name = ([first] + words.dropFirst().map { "\"\($0)\"" }).joined(separator: " ")
    return SceneWords(stepState).tables.first { $0.name == name }
  }

  // MARK: Answers

  /// A line that answers, or that can only be meant as an answer; nil for any other.
  private func answer(line: String) -> LinearRequest? {
    let typed = line.singleSpaced.replacing("minus ", with: "-")
    guard let question = stepState?.openQuestion else { return choice(typed) }
    if question.form != .formula, let messages = question.messages(answering: typed) {
      return .send(messages)
    }
    guard typed.first?.isNumber == true || typed.first == "-" || typed.first == "." else {
      return nil
    }
    return .say("\(question.lineInstruction).")
  }

  /// A number where no question is open: a lesson of the map, a bet, a head.
  private func choice(_ typed: String) -> LinearRequest? {
    guard let number = Int(typed) else { return nil }
    if model.session != nil { return .say("No question is open. Say next to go on.") }
    if model.closing != nil || model.review != nil { return .say("Say next to go on.") }
    if model.sentence != nil { return .send([.sentence(.choose(number - 1))]) }
    return openLesson("\(number)")
  }

  // MARK: Tables

  func hear(_ table: NamedTable) -> LinearRequest {
    guard let stepState else { return .say(Self.noStep) }
    let words = TableWords(stepState)
    if stepState.veiledCells(of: table.node) == nil { return .say(hidden(table.name)) }
    return .table(table, words.lines(of: table))
  }

  /// That something is hidden, and how to open it.
  func hidden(_ name: String) -> String {
    let way = stepState?.openQuestion.map { question in
      stepState.map { " " + QuestionWords(stepState: $0, question: question).instruction } ?? ""
    }
    return "\(name) is hidden until you answer.\(way ?? " Say next to read on to the question.")"
  }

  static let noStep = "No step is open. Say map for all lessons, or lesson and its number."

  /// What a line that means nothing hears.
  private func unknown(_ words: [String]) -> String {
    let known =
      LinearCommand.allCases.map(\.rawValue)
      + (stepState.map { SceneWords($0).tables.map(\.name) } ?? [])
      + (stepState?.scene.definitions.map(\.name) ?? [])
    let advice =
      words[0].nearest(among: known).map { "Did you mean \($0)?" } ?? "Say help for all commands."
    return "I do not know \"\(words[0].prefix(40))\". \(advice)"
  }

  // MARK: Commands

  private func request(_ command: LinearCommand, _ words: [String], _ rest: String)
    -> LinearRequest
  {
    switch command {
    case .next: next
    case .back: back
    case .go: go(words)
    case .read, .question, .goals, .scene, .sliders: read(command)
    case .row, .column, .table: hear(command, words)
    case .why, .slopes: explain(command, words)
    case .set, .up, .down: change(command, words)
    case .take, .begin: turn(command, words)
    case .hint, .solution, .check, .write, .experiment: help(command, rest)
    case .run, .step, .rate, .another: train(command, words)
    case .undo: inStep(.history(.undo))
    case .redo: inStep(.history(.redo))
    case .reset: inStep(.history(.reset))
    case .compare: inStep(.history(.keepAside))
    case .sandbox: inStep(.history(.toggleSandbox))
    case .find, .open, .glossary, .lesson, .map, .review: look(command, words, rest)
    case .about: inStep(.open(.about))
    case .notes: inStep(.open(.notes))
    case .save: save(rest)
    case .more: .more
    case .help: explainCommand(words)
    case .quit: .quit
    }
  }

  /// A message that concerns the step in front.
  func inStep(_ message: Message) -> LinearRequest {
    stepState == nil ? .say(Self.noStep) : .send([message])
  }

  private var next: LinearRequest {
    if model.session != nil { return .send([.read(.on)]) }
    if model.closing != nil { return .send([.turn(.nextStep)]) }
    if model.review != nil { return .send([.edit(.submit)]) }
    if let view = model.sentence {
      return .send([.sentence(view.nextAct == nil ? .beginCourse : .nextAct)])
    }
    return .send([.map(.goOn)])
  }

  private var back: LinearRequest {
    if model.session != nil { return .send([.turn(.previousStep)]) }
    if model.closing != nil { return .send([.turn(.lastStep)]) }
    if model.sentence != nil { return .send([.sentence(.previousAct)]) }
    return .say(Self.noStep)
  }

  private func go(_ words: [String]) -> LinearRequest {
    guard model.session != nil || model.closing != nil else { return .say(Self.noStep) }
    guard let number = words.last.flatMap({ Int($0) }) else {
      return .say("Say go and the number of a step, such as go 3.")
    }
    return .send([.turn(.toStep(number))])
  }

  private func read(_ command: LinearCommand) -> LinearRequest {
    guard let stepState else {
      return command == .read ? .say(PlaceWords(model).lines) : .say(Self.noStep)
    }
    let words = StepWords(stepState)
    switch command {
    case .question: return .say(question(of: stepState))
    case .goals:
      return .say(words.goals.orElse("This step has no goal in view. Say read to hear it again."))
    case .scene: return .say(SceneWords(stepState).lines.orElse("This step shows no table."))
    case .sliders:
      return .say(SceneWords(stepState).sliderLines.orElse("Nothing can be set in this step."))
    case _: return .say(PlaceWords(model).lines)
    }
  }

  private func question(of stepState: StepState) -> [String] {
    guard stepState.openQuestion != nil, let place = stepState.visibleBlocks.indices.last else {
      return ["No question is open. Say read to hear the step again."]
    }
    return StepWords(stepState).lines(of: [.block(place), .options(place)])
  }

  private func explainCommand(_ words: [String]) -> LinearRequest {
    guard let word = words.first else { return .say(LinearCommand.overview) }
    if let command = LinearCommand(word: word) { return .say(command.line) }
    let advice = word.nearest(among: LinearCommand.allCases.map(\.rawValue))
    return .say(
      "There is no command \(word.prefix(40)). "
        + (advice.map { "Did you mean \($0)?" } ?? "Say help for all commands."))
  }

  private func save(_ file: String) -> LinearRequest {
    guard model.session != nil || model.sentence != nil else { return .say(Self.noStep) }
    guard !file.isEmpty else { return .say("Say save and a file name, such as save mine.qkv.") }
    return .send([.saveScene] + Self.retyping(file))
  }

  /// Puts a text in place of what the open line holds, and hands it in.
  static func retyping(_ text: String) -> [Message] {
    [.edit(.line(.moveToEnd)), .edit(.line(.eraseToStart)), .edit(.paste(text)), .edit(.submit)]
  }
}

extension [String] {
  /// These lines, or a sentence where there are none.
  func orElse(_ sentence: String) -> [String] { isEmpty ? [sentence] : self }
}
