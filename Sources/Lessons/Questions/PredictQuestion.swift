import Scenes
import Text

/// A guess before the scene reveals the truth.
enum PredictQuestion: QuestionRules {
  static let isSettledByAnyGuess = true
  static let locksSliders = true
  static let nameWhereMissing: String? = "prediction"

  static func read(_ raw: RawBlock, _ name: String, _ reader: inout StepReader) -> Question? {
    reader.prediction(raw, name)
  }
}

/// The keys of a `predict` block.
enum PredictKey: String, CaseIterable {
  case ask
  case options
  case right
  case check
  case grows
  case largest
  case among
  case number
  case tolerance
  case sign
  case set
  case hide
  case slider
  case mistakes
  case vary
  case explain
  case wrong
  case recall

  /// The keys of which a prediction has exactly one.
  static let answers: [PredictKey] = [.options, .grows, .largest, .number, .sign]

  static let table = MappingKeys(
    owner: "predict block", keys: allCases.map(\.rawValue), required: [ask.rawValue])
}

/// The keys of an option of a `predict` block that is more than its text.
enum PredictOptionKey: String, CaseIterable {
  case text
  case equals
  case wrong
  case misconception

  static let table = MappingKeys(owner: "option", keys: allCases.map(\.rawValue), required: [])
}

extension StepReader {
  fileprivate mutating func prediction(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, PredictKey.table) else { return nil }
    let variations = variations(fields)
    let ask = markdown(PredictKey.ask.rawValue, fields)
    let setup = assignments(fields.texts(PredictKey.set.rawValue, &report))
    let hides = watchAll(fields.texts(PredictKey.hide.rawValue, &report))
    let explanation = reply(PredictKey.explain.rawValue, fields)
    let mistakes = mistakes(fields)
    let check = fields.optionalText(PredictKey.check.rawValue, &report).flatMap { scalar($0) }
    let slider = sliderName(fields)
    guard let key = answerKey(fields, at: raw.opening), let guess = guess(key, fields, raw.opening)
    else { return nil }
    var options = guess.options
    let wrong = wrong(fields, &options)
    return Question(
      id: name, kind: .predict, location: report.source.location(at: raw.opening.start), ask: ask,
      options: options, answer: guess.answer, setup: setup, hides: hides,
      explanation: explanation, whenWrong: wrong, check: check, mistakes: mistakes,
      variations: variations, slider: slider,
      recallsBet: truth(PredictKey.recall.rawValue, fields))
  }

  /// What is said to any wrong guess; replies to single options go to these.
  private mutating func wrong(
    _ fields: CheckedMapping, _ options: inout [Choice]
  ) -> [MarkdownBlock] {
    guard case .mapping(let pairs, _)? = fields.value(PredictKey.wrong.rawValue) else {
      return reply(PredictKey.wrong.rawValue, fields)
    }
    var others: [MarkdownBlock] = []
    let known = options.map(\.text.plainText)
    for pair in pairs {
      guard let said = wrongReply(pair) else { continue }
      if let place = known.firstIndex(of: pair.key.text) {
        options[place].whenWrong = said.text
        options[place].misconception = said.misconception
      } else if pair.key.text == Self.otherOptions {
        others = said.text
      } else {
        let closest = pair.key.text.nearest(among: known)
        let mistake = QuestionError.unknownOption(pair.key.text, closest: closest, known: known)
        report.add(.question(mistake), at: pair.key)
      }
    }
    return others
  }

  /// The key for what the options without a reply of their own hear.
  private static let otherOptions = "else"

  private mutating func wrongReply(
    _ pair: YAMLPair
  ) -> (text: [MarkdownBlock], misconception: MisconceptionReference?)? {
    guard case .mapping = pair.value else {
      guard let text = pair.value.text(pair.key.text, &report) else { return nil }
      return (replyText(text), nil)
    }
    guard let fields = CheckedMapping(pair.value, WrongKey.table, at: pair.key, &report) else {
      return nil
    }
    return (reply(WrongKey.say.rawValue, fields), misconception(fields))
  }

  private mutating func answerKey(_ fields: CheckedMapping, at opening: Fragment) -> PredictKey? {
    let given = PredictKey.answers.filter { fields.has($0.rawValue) }
    guard let key = given.first, given.count == 1 else {
      report.add(.question(.answers(given.map(\.rawValue))), at: opening)
      return nil
    }
    if [.grows, .sign].contains(key), !fields.has(PredictKey.set.rawValue) {
      report.add(.question(.nothingSet(key: key.rawValue)), at: opening)
    }
    return key
  }

  private mutating func guess(
    _ key: PredictKey, _ fields: CheckedMapping, _ opening: Fragment
  ) -> (options: [Choice], answer: Answer)? {
    switch key {
    case .options: return optionGuess(fields, opening)
    case .grows, .largest: return componentGuess(key, fields)
    case .number:
      let tolerance = tolerance(fields)
      return expression(key, fields).map { ([], .value($0, tolerance: tolerance)) }
    case .sign:
      let options = ["grows", "stays", "shrinks"].map { Choice(text: [.text($0)]) }
      return expression(key, fields).map { (options, .sign($0)) }
    case .ask, .right, .check, .among, .tolerance, .set, .hide, .slider, .mistakes, .vary, .explain,
      .wrong, .recall:
      return nil
    }
  }

  private mutating func expression(_ key: PredictKey, _ fields: CheckedMapping) -> NodeID? {
    fields.text(key.rawValue, &report).flatMap { scalar($0) }
  }

  private mutating func optionGuess(
    _ fields: CheckedMapping, _ opening: Fragment
  ) -> (options: [Choice], answer: Answer)? {
    let list = fields.has(PredictKey.options.rawValue) ? optionList(fields) : []
    var options = list.compactMap { option($0) }
    guard options.count >= 2 || options.count < list.count else {
      report.add(.question(.fewOptions), at: opening)
      return nil
    }
    guard let right = right(fields, count: list.count, opening), options.count == list.count
    else { return nil }
    for place in options.indices { options[place].isRight = place == right }
    return (options, .option(right))
  }

  private mutating func optionList(_ fields: CheckedMapping) -> [YAMLValue] {
    if case .sequence(let values, _)? = fields.value(PredictKey.options.rawValue) { return values }
    return fields.texts(PredictKey.options.rawValue, &report).map(YAMLValue.scalar)
  }

  /// A text, or a text with the reply to those who choose it in vain.
  private mutating func option(_ value: YAMLValue) -> Choice? {
    guard case .mapping = value else {
      return value.text(PredictKey.options.rawValue, &report).map { Choice(text: line($0)) }
    }
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, PredictOptionKey.table, at: here, &report) else {
      return nil
    }
    let wrong = reply(PredictOptionKey.wrong.rawValue, fields)
    let misconception = misconception(fields)
    return optionText(fields).map {
      Choice(
        text: $0.text, whenWrong: wrong, misconception: misconception, formula: $0.formula)
    }
  }

  /// The right option, counted from 0.
  private mutating func right(_ fields: CheckedMapping, count: Int, _ opening: Fragment) -> Int? {
    guard let text = fields.optionalText(PredictKey.right.rawValue, &report) else {
      report.add(.yaml(.missingKey("right", owner: PredictKey.table.owner)), at: opening)
      return nil
    }
    guard let number = Int(text.text), (1...count).contains(number) else {
      report.add(.question(.rightOutside(count: count)), at: text)
      return nil
    }
    return number - 1
  }

  /// The components of a vector, or some of them, are the options.
  private mutating func componentGuess(
    _ key: PredictKey, _ fields: CheckedMapping
  ) -> (options: [Choice], answer: Answer)? {
    guard let text = fields.text(key.rawValue, &report), let node = vector(text),
      let axis = axes(of: node).first
    else { return nil }
    let among = fields.texts(PredictKey.among.rawValue, &report)
    let places = among.isEmpty ? Array(0..<axis.size) : among.compactMap { place($0, on: axis) }
    guard places.count >= 2 else {
      if among.count < 2 { report.add(.question(.fewOptions), at: text) }
      return nil
    }
    let options = places.map { Choice(text: [.text(axis.shownLabel($0))]) }
    let answer: Answer =
      key == .grows ? .grows(node, choices: places) : .largest(node, choices: places)
    return (options, answer)
  }

  /// The place of a label on an axis; nil where it has none, which is then in the report.
  mutating func place(_ label: Fragment, on axis: Axis) -> Int? {
    let text = label.text
    if let place = axis.place(named: text) { return place }
    let mistake = QuestionError.notComponent(
      text, axis: axis.name, advice: axis.advice(for: text))
    report.add(.question(mistake), at: label)
    return nil
  }
}
