import Scenes
import Text

extension StepReader {
  /// Reads a `switch` block: the name of a version, then its formula, a line each.
  mutating func formulaSwitch(_ raw: RawBlock) -> FormulaSwitch? {
    guard let name = switchName(raw), let value = YAMLReader.read(raw.body, &report) else {
      return nil
    }
    guard case .mapping(let pairs, _) = value else {
      report.add(.yaml(.notMapping(owner: "switch block")), at: value.start)
      return nil
    }
    let versions = pairs.compactMap { version($0) }
    guard versions.count == pairs.count else { return nil }
    guard versions.count >= 2 else {
      report.add(.question(.fewVersions), at: raw.opening)
      return nil
    }
    return FormulaSwitch(
      name: name, versions: versions, location: report.source.location(at: raw.opening.start))
  }

  private mutating func switchName(_ raw: RawBlock) -> String? {
    guard raw.words.count > 1 else {
      report.add(.frame(.missingBlockName(kind: BlockKind.formulaSwitch.rawValue)), at: raw.opening)
      return nil
    }
    let name = raw.words[1]
    guard name.isSceneName else {
      report.add(.question(.notSceneName(name.text)), at: name)
      return nil
    }
    return name.text
  }

  private mutating func version(_ pair: YAMLPair) -> FormulaSwitch.Version? {
    guard let formula = pair.value.text(pair.key.text, &report) else { return nil }
    let text = report.source.sourceText(formula)
    return FormulaSwitch.Version(
      label: pair.key.text,
      formula: SourceText(
        file: text.file, text: text.text.onOneLine, line: text.line, column: text.column))
  }

  /// The switch, unless the step has one of its name already.
  mutating func newSwitch(_ raw: RawBlock) -> FormulaSwitch? {
    guard let formula = formulaSwitch(raw) else { return nil }
    if let first = switches.first(where: { $0.name == formula.name }),
      first.location != formula.location
    {
      report.add(.frame(.repeatedBlock(formula.name, line: first.location.line)), at: raw.opening)
      return nil
    }
    return formula
  }
}

extension FormulaSwitch {
  /// The switches among the blocks of a step, found before there is a scene to read them in; what is wrong with
  /// them, their own reading says.
  static func all(_ pieces: [Piece], of source: SourceFile) -> [FormulaSwitch] {
    var scratch = StepReader(scene: nil, report: Report(source))
    return pieces.compactMap { piece in
      guard case .block(let raw) = piece, raw.isClosed,
        raw.words.first?.text == BlockKind.formulaSwitch.rawValue
      else { return nil }
      return scratch.formulaSwitch(raw)
    }
  }

  /// Its first version, as a scene takes it.
  var definition: SourceText { versions[0].formula.defining(name) }
}
