import Scenes
import Text

extension StepReader {
  /// Reads `key=value` against the axes of what has rows and columns.
  mutating func options(_ texts: [PanelText.Option], of subjects: [NodeID]) -> PanelOptions {
    var options = PanelOptions()
    for text in texts {
      guard let key = PanelOptionKey(rawValue: text.key.text) else { continue }
      switch key {
      case .name: options.name = text.value.text
      case .row: options.row = place(text.value, among: subjects.compactMap(rowAxis))
      case .column: options.column = place(text.value, among: subjects.compactMap(columnAxis))
      case .x: options.x = place(text.value, among: subjects.compactMap(columnAxis))
      case .y: options.y = place(text.value, among: subjects.compactMap(columnAxis))
      case .from: options.from = number(text)
      case .to: options.to = number(text)
      case .sum: options.sums = choice(text)
      case .scale: options.scale = choice(text)
      case .log: options.isLogarithmic = yesOrNo(text) ?? false
      case .heat: options.heat = yesOrNo(text)
      case .rows, .angle, .over, .query, .key, .value, .marks, .hatch, .time, .heads, .dim: continue
      case .pin: pin(text.value, of: subjects, &options)
      case .each: options.each = stackAxes(text.value, of: subjects)
      }
    }
    checkRange(options, texts)
    return options
  }

  /// Notes a range of values that ends before it begins.
  private mutating func checkRange(_ options: PanelOptions, _ texts: [PanelText.Option]) {
    guard let from = options.from, let to = options.to, from >= to,
      let end = texts.first(where: { $0.key.text == PanelOptionKey.to.rawValue })
    else { return }
    report.add(.panel(.emptyRange(from: from, to: to)), at: end.value)
  }

  /// Notes keys that the kind does not have, that are given twice or without a value.
  mutating func checkKeys(_ texts: [PanelText.Option], _ kind: PanelKind) {
    let known = kind.rules.optionKeys.map(\.rawValue)
    var seen: Set<String> = []
    for text in texts {
      let key = text.key.text
      if !known.contains(key) {
        let mistake = PanelError.unknownOption(
          key, kind: kind.rawValue, closest: key.nearest(among: known), known: known)
        report.add(.panel(mistake), at: text.key)
      } else if !seen.insert(key).inserted {
        report.add(.panel(.repeatedOption(key)), at: text.key)
      } else if text.value.isEmpty {
        report.add(.panel(.missingValue(option: key)), at: text.key)
      }
    }
  }

  func rowAxis(_ node: NodeID) -> Axis? {
    let axes = axes(of: node)
    return axes.dropLast().last ?? axes.last
  }

  private func columnAxis(_ node: NodeID) -> Axis? { axes(of: node).last }

  /// The place of a label on the first axis that has it.
  mutating func place(_ label: Fragment, among axes: [Axis]) -> Int? {
    guard !label.isEmpty else { return nil }
    let text = label.text
    for axis in axes {
      if let place = axis.place(named: text) { return place }
    }
    let advice = axes.compactMap { $0.advice(for: text) }.first
    let name = axes.first?.name ?? "of the subject"
    report.add(.panel(.unknownLabel(text, axis: name, advice: advice)), at: label)
    return nil
  }

  /// A row, or else a column, that bears the label.
  private mutating func pin(
    _ label: Fragment, of subjects: [NodeID], _ options: inout PanelOptions
  ) {
    guard let subject = subjects.first else { return }
    let rows = axes(of: subject).count > 1 ? [rowAxis(subject)].compactMap(\.self) : []
    if let row = rows.first?.place(named: label.text) {
      options.pinnedRow = row
    } else {
      options.pinnedColumn = place(label, among: [columnAxis(subject)].compactMap(\.self) + rows)
    }
  }

  /// The names of one or two axes over which the subject is a stack of tables.
  private mutating func stackAxes(_ names: Fragment, of subjects: [NodeID]) -> [String] {
    let parts = names.split(at: UInt8(ascii: ",")).map(\.trimmed)
    let axes = parts.compactMap { stackAxis($0, of: subjects) }
    if parts.count > 2 {
      report.add(.panel(.tooManyStacks(parts.count)), at: parts[2])
    } else if axes.count == 2, axes[0] == axes[1] {
      report.add(.panel(.repeatedStack(axes[0])), at: parts[1])
    }
    return axes
  }

  private mutating func stackAxis(_ name: Fragment, of subjects: [NodeID]) -> String? {
    guard !name.isEmpty, let subject = subjects.first else { return nil }
    let known = axes(of: subject).dropLast(2).map(\.name)
    if known.contains(name.text) { return name.text }
    let closest = name.text.nearest(among: known)
    report.add(.panel(.notStacked(name.text, closest: closest, known: known)), at: name)
    return nil
  }

  /// An input by its name.
  mutating func input(_ name: Fragment) -> NodeID? {
    guard !name.isEmpty, let node = watch(name), let scene else { return nil }
    if scene.isInput(node), scene.name(of: node) != nil { return node }
    report.add(.panel(.notInput(name.text)), at: name)
    return nil
  }

  private mutating func number(_ option: PanelText.Option) -> Float? {
    let text = option.value.text
    if let number = Float(text), number.isFinite { return number }
    if !text.isEmpty { report.add(.panel(.noNumber(option: option.key.text)), at: option.value) }
    return nil
  }

  /// One of the words that an option takes.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: PanelText.Option
  ) -> Choice? where Choice.RawValue == String {
    let text = option.value.text
    if text.isEmpty { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let closest = text.nearest(among: known)
    report.add(
      .panel(.unknownChoice(text, option: option.key.text, closest: closest, known: known)),
      at: option.value)
    return nil
  }

  private mutating func yesOrNo(_ option: PanelText.Option) -> Bool? {
    switch option.value.text {
    case "yes": return true
    case "no": return false
    case "": return nil
    default:
      report.add(.panel(.yesOrNo(option: option.key.text)), at: option.value)
      return nil
    }
  }
}
