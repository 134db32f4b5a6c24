import Scenes
import Text

/// A formula that the student writes.
enum WriteQuestion: QuestionRules {
  static func read(_ raw: RawBlock, _ name: String, _ reader: inout StepReader) -> Question? {
    reader.formulaQuestion(raw, name)
  }

  /// What the `write` blocks among these pieces bring into the scene: what runs at first, and what is right.
  static func definitions(
    _ pieces: [Piece], of source: SourceFile
  ) -> (first: [SourceText], right: [SourceText]) {
    var first: [SourceText] = []
    var right: [SourceText] = []
    for case .block(let raw) in pieces {
      guard raw.words.first?.text == QuestionKind.write.rawValue,
        let formulas = WrittenFormulas(raw, of: source)
      else { continue }
      first.append(formulas.first)
      right.append(formulas.right)
    }
    return (first, right)
  }
}

/// The formulas of a `write` block, found before there is a scene to read them in.
private struct WrittenFormulas {
  let first: SourceText
  let right: SourceText

  /// nil where they are missing; the block's own reading says so.
  init?(_ raw: RawBlock, of source: SourceFile) {
    var scratch = Report(source)
    guard raw.isClosed, case .mapping(let pairs, _)? = YAMLReader.read(raw.body, &scratch) else {
      return nil
    }
    func text(_ key: WriteKey) -> Fragment? {
      guard case .scalar(let text)? = pairs.first(where: { $0.key.text == key.rawValue })?.value,
        !text.trimmed.isEmpty
      else { return nil }
      return text.trimmed
    }
    guard let name = text(.name), name.isSceneName, let answer = text(.answer) else { return nil }
    right = source.sourceText(answer).defining(name.text)
    first = text(.from).map { source.sourceText($0).defining(name.text) } ?? right
  }
}

/// The keys of a `write` block.
enum WriteKey: String, CaseIterable {
  case ask
  case name
  case answer
  case from
  case inputs
  case keep
  case tolerance
  case mistakes
  case checks
  case right
  case wrong
  case hide
  case slider

  static let table = MappingKeys(
    owner: "write block", keys: allCases.map(\.rawValue),
    required: [ask, name, answer].map(\.rawValue))
}

/// The keys of a known mistake of a formula.
enum FormulaMistakeKey: String, CaseIterable {
  case equals
  case misconception
  case say

  static let table = MappingKeys(
    owner: "mistake", keys: allCases.map(\.rawValue), required: [equals, say].map(\.rawValue))
}

extension StepReader {
  fileprivate mutating func formulaQuestion(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, WriteKey.table) else { return nil }
    let ask = markdown(WriteKey.ask.rawValue, fields)
    let right = markdown(WriteKey.right.rawValue, fields)
    let wrong = markdown(WriteKey.wrong.rawValue, fields)
    let hides = watchAll(fields.texts(WriteKey.hide.rawValue, &report))
    let slider = sliderName(fields)
    guard let task = formulaTask(fields), let scene,
      let defined = scene.definition(task.name)?.node
    else { return nil }
    return Question(
      id: name, kind: .write, location: report.source.location(at: raw.opening.start), ask: ask,
      answer: .formula(task), hides: hides, unwritten: task.from == nil ? defined : nil,
      whenRight: right, whenWrong: wrong, slider: slider)
  }

  private mutating func formulaTask(_ fields: CheckedMapping) -> FormulaTask? {
    let name = fields.text(WriteKey.name.rawValue, &report)
    if let name, !name.isSceneName {
      report.add(.question(.notSceneName(name.text)), at: name)
      return nil
    }
    let answer = fields.text(WriteKey.answer.rawValue, &report)
    let from = fields.optionalText(WriteKey.from.rawValue, &report)
    let worlds = worlds(fields)
    let kept = keptInputs(fields)
    let tolerance = fields.number(WriteKey.tolerance.rawValue, &report) ?? 1e-4
    let mistakes = formulaMistakes(fields)
    let checks =
      fields.has(WriteKey.checks.rawValue) ? claims(fields, WriteKey.checks.rawValue) : []
    guard let name, let answer, let worlds, let mistakes, let checks else { return nil }
    return FormulaTask(
      name: name.text, answer: report.source.sourceText(answer).onOneLine,
      from: from?.text.onOneLine, worlds: worlds, kept: kept, tolerance: max(tolerance, 0),
      mistakes: mistakes, checks: checks)
  }

  private mutating func keptInputs(_ fields: CheckedMapping) -> Set<String> {
    var kept: Set<String> = []
    for name in fields.texts(WriteKey.keep.rawValue, &report) {
      if scene?.definition(name.text)?.isInput == true {
        kept.insert(name.text)
      } else if scene != nil {
        report.add(.training(.notInput(name.text)), at: name)
      }
    }
    return kept
  }

  private mutating func formulaMistakes(_ fields: CheckedMapping) -> [NamedMistake]? {
    let key = WriteKey.mistakes.rawValue
    guard fields.has(key) else { return [] }
    guard let list = fields.list(key, &report) else { return nil }
    let mistakes = list.compactMap { formulaMistake($0) }
    return mistakes.count == list.count ? mistakes : nil
  }

  private mutating func formulaMistake(_ value: YAMLValue) -> NamedMistake? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, FormulaMistakeKey.table, at: here, &report) else {
      return nil
    }
    let say = markdown(FormulaMistakeKey.say.rawValue, fields)
    let idea = fields.optionalText(FormulaMistakeKey.misconception.rawValue, &report)
    guard let equals = fields.text(FormulaMistakeKey.equals.rawValue, &report),
      watch(equals) != nil
    else { return nil }
    return NamedMistake(
      equals: report.source.sourceText(equals).onOneLine, misconception: idea?.text.onOneLine,
      say: say)
  }
}

// MARK: Hidden scenes

extension StepReader {
  private mutating func worlds(_ fields: CheckedMapping) -> HiddenWorlds? {
    let key = WriteKey.inputs.rawValue
    guard fields.has(key) else { return .chosen }
    guard let list = fields.list(key, &report) else { return nil }
    let worlds = list.compactMap { world($0) }
    return worlds.count == list.count ? .given(worlds) : nil
  }

  private mutating func world(_ value: YAMLValue) -> HiddenWorld? {
    let axes = scene?.axes.map(\.name) ?? []
    let table = MappingKeys(owner: "hidden scene", keys: ["seed"] + axes, required: ["seed"])
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, table, at: here, &report) else { return nil }
    var sizes: [String: Int] = [:]
    for axis in axes where fields.has(axis) {
      guard let size = fields.count(axis, &report) else { return nil }
      sizes[axis] = size
    }
    return fields.whole("seed", &report).map { HiddenWorld(seed: $0, sizes: sizes) }
  }
}

extension Fragment {
  /// Whether a scene can call a matrix so.
  var isSceneName: Bool {
    guard let first = bytes.first, first.isLetter || first == UInt8(ascii: "_") else {
      return false
    }
    return bytes.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }
}

extension SourceText {
  fileprivate var onOneLine: SourceText {
    SourceText(file: file, text: text.onOneLine, line: line, column: column)
  }
}
