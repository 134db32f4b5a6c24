import Lessons
import Playground
import Scenes
import Text

/// What can be heard and changed in a step, in sentences.
struct SceneWords {
  let stepState: StepState

  private var scene: Scene { stepState.scene }
  private var words: TableWords { TableWords(stepState) }

  init(_ stepState: StepState) {
    self.stepState = stepState
  }

  /// The tables of the panels, each once, in reading order.
  var tables: [NamedTable] {
    let all = stepState.panels.flatMap(tables)
    return all.reduce(into: []) { tables, table in
      let source = scene.source(of: Entry(node: table.node, index: 0)).node
      let isPart = source != table.node && all.contains { $0.node == source }
      if !isPart, !tables.contains(where: { $0.node == table.node }) { tables.append(table) }
    }
  }

  private func tables(of panel: Panel) -> [NamedTable] {
    guard panel.scalar == nil else { return [] }
    return zip(panel.subjects, panel.subjectTexts).map { node, text in
      let name = TableWords.typed(text)
      let own = panel.subjects.count == 1 ? panel.options.name : nil
      return NamedTable(
        node: node, name: name, title: own.flatMap { $0 == text || $0 == name ? nil : $0 },
        row: panel.options.row)
    }
  }

  /// The table of a name: that of a panel, or one that the scene defines.
  func table(named name: String) -> NamedTable? {
    if let shown = tables.first(where: { $0.name == name }) { return shown }
    guard let definition = scene.definition(name) else { return nil }
    let node = definition.node
    return tables.first { $0.node == node }
      ?? NamedTable(node: node, name: name, title: nil, row: rowInHand(of: node))
  }

  /// The row of a matrix of which a panel shows a part.
  private func rowInHand(of node: NodeID) -> Int? {
    let width = scene.axes(of: node).last?.size ?? 1
    return stepState.panels.flatMap(\.subjects).lazy
      .map { scene.source(of: Entry(node: $0, index: 0)) }
      .first { $0.node == node && $0.index > 0 }.map { $0.index / width }
  }

  // MARK: The scene

  /// What the step shows, and what can be changed in it.
  var lines: [String] {
    let seen = panelLines
    guard !seen.isEmpty else { return sliders.map { [$0] } ?? [] }
    return ["Scene: " + seen.joined(separator: " ")] + [rowInHand, sliders].compactMap(\.self)
  }

  private var panelLines: [String] {
    var left = tables
    return stepState.panels.enumerated().flatMap { place, panel -> [String] in
      if let summary = stepState.summary(of: place) { return [summary] }
      if panel.scalar != nil { return [Self.slopes(of: panel, place, in: scene)] }
      return tables(of: panel).compactMap { table in
        guard let index = left.firstIndex(where: { $0.node == table.node }) else { return nil }
        return words.summary(of: left.remove(at: index))
      }
    }
  }

  private static func slopes(of panel: Panel, _ place: Int, in scene: Scene) -> String {
    "Panel \(place + 1) says how much each number of \(scene.text(of: panel.table)) moves "
      + "\(TableWords.typed(panel.subjectTexts[0])): say table \(place + 1)."
  }

  /// Everything that a panel holds, counted from 0; nil where there is no such panel.
  func lines(ofPanel place: Int) -> [String]? {
    guard let text = stepState.plainText(of: place) else { return nil }
    let rows = text.rows.map { row -> String in
      let numbers = row.numbers.enumerated().map { column, number in
        let label = text.columns.indices.contains(column) ? "\(text.columns[column]) " : ""
        return label + (Float(number).map(SpokenNumber.fine) ?? number)
      }
      let lead = row.label.isEmpty ? "" : "\(row.label)\(numbers.isEmpty ? "" : ": ")"
      return "  \(lead)\(numbers.joined(separator: ", "))."
    }
    return ["\(TableWords.typed(text.title)):"] + rows
  }

  /// The numbers that the step looks at first.
  private var rowInHand: String? {
    let table = tables.first { table in
      let rank = scene.axes(of: table.node).count
      return stepState.veiledCells(of: table.node) != nil
        && scene.axes(of: table.node).last?.labels != nil
        && (rank == 1 || rank > 1 && table.row != nil)
    }
    guard let table else { return nil }
    return words.row(scene.axes(of: table.node).count > 1 ? table.row ?? 0 : 0, of: table)
  }

  // MARK: The sliders

  /// The sliders with their values, such as `You can set: noun 0.10, from minus 1 to 2`.
  private var sliders: String? {
    let sliders = stepState.step.sliders
    guard !sliders.isEmpty else { return nil }
    guard sliders.count <= Self.mostSliders else {
      return "You can set \(sliders.count) numbers: say sliders to hear them."
    }
    let groups = Set(sliders.map(\.group))
    guard sliders.count > 1, groups.count == 1, !sliders.contains(where: \.isNamed),
      Set(sliders.map { $0.domain.said(in: scene) }).count == 1
    else { return "You can set: " + sliders.map(line).joined(separator: "; ") + "." }
    // What all have in common is said once.
    let owner = groups.first.flatMap { $0.isEmpty ? nil : " of \(TableWords.typed($0))" } ?? ""
    let values = sliders.map { "\($0.label) \(value(of: $0))" }.joined(separator: ", ")
    return "You can set\(owner): \(values), each \(sliders[0].domain.said(in: scene))."
  }

  var sliderLines: [String] {
    stepState.step.sliders.map { line(of: $0) + "." }
  }

  private static let mostSliders = 4

  private func line(of slider: Slider) -> String {
    "\(slider.typedName), now \(value(of: slider)), \(slider.domain.said(in: scene))"
  }

  private func value(of slider: Slider) -> String {
    let value = stepState.target(of: slider).map { stepState.value(of: slider, moving: $0) } ?? 0
    return said(value, slider.domain)
  }

  /// A value as it is heard: a label, or a number.
  func said(_ value: Float, _ domain: SliderDomain) -> String {
    domain.label(of: value, in: scene).map { "\"\($0)\"" } ?? SpokenNumber.inSentence(value)
  }
}

extension Slider {
  /// What one types to set it: `noun`, `X "it" "noun"`.
  var typedName: String {
    isNamed || group.isEmpty ? label : "\(TableWords.typed(group)) \(label)"
  }
}

extension SliderDomain {
  /// All of it in words: `from minus 1 to 2`, `one of hungry, muddy`.
  func said(in scene: Scene) -> String {
    switch self {
    case .range(let range, _, let edge):
      let (low, high) = (range.lowerBound, range.upperBound)
      return "from \(SpokenNumber.inSentence(low)) to \(SpokenNumber.inSentence(high))"
        + (edge == .minusInfinity ? ", or minus infinity" : "")
    case .list, .versions: return "one of \(words)"
    case .places:
      let labels = (0..<min(count(in: scene), Self.mostPlaces)).compactMap {
        label(of: Float($0), in: scene)
      }
      let others = count(in: scene) - labels.count
      return "one of \(labels.joined(separator: ", "))" + (others > 0 ? " and \(others) more" : "")
    }
  }

  private static let mostPlaces = 12
}
