import Lessons
import Playground
import Scenes
import Text

// Cells, rows and columns by the words that mean them.
extension LinearReader {
  // MARK: Rows and columns

  func hear(_ command: LinearCommand, _ words: [String]) -> LinearRequest {
    guard let stepState else { return .say(Self.noStep) }
    if command == .table { return hearTable(words, stepState) }
    let words = words.filter { $0 != "of" }
    guard !words.isEmpty else {
      return .say("Say \(command.rawValue) and a label, such as \(command.rawValue) \(example).")
    }
    let (table, labels) = subject(of: command, words, stepState)
    guard let table else { return .say("No table here has a \(command.rawValue) \(words[0]).") }
    guard stepState.veiledCells(of: table.node) != nil else { return .say(hidden(table.name)) }
    let axes = stepState.scene.axes(of: table.node)
    guard axes.count > 1 else { return .table(table, TableWords(stepState).lines(of: table)) }
    let along = command == .row ? Array(axes.dropLast()) : Array(axes.suffix(1))
    switch place(labels, on: along, of: table.name, saying: command.rawValue) {
    case .failure(let complaint): return .say(complaint.sentence)
    case .success(let place):
      let said = TableWords(stepState)
      return .table(
        table, [command == .row ? said.row(place, of: table) : said.column(place, of: table)])
    }
  }

  private func hearTable(_ words: [String], _ stepState: StepState) -> LinearRequest {
    guard !words.isEmpty else { return .say("Say table and a name, such as table \(name).") }
    let scene = SceneWords(stepState)
    if let place = Int(words[0]), let lines = scene.lines(ofPanel: place - 1) {
      return .long(lines)
    }
    guard let table = scene.table(named: words.joined(separator: " ")) ?? quoted(words) else {
      return .say(noTable(words[0], stepState))
    }
    return hear(table)
  }

  /// The table that the words begin or end with, and the labels besides; without one, a table in view that
  /// has such a row or column.
  private func subject(
    of command: LinearCommand, _ words: [String], _ stepState: StepState
  ) -> (NamedTable?, [String]) {
    let scene = SceneWords(stepState)
    if words.count > 1 {
      if let table = scene.table(named: words[0]) { return (table, Array(words.dropFirst())) }
      if let table = scene.table(named: words[words.count - 1]) { return (table, words.dropLast()) }
    }
    let candidates = [self.table].compactMap(\.self) + scene.tables
    let found = candidates.first { table in
      let axes = stepState.scene.axes(of: table.node)
      guard axes.count > 1, stepState.veiledCells(of: table.node) != nil else { return false }
      let along = command == .row ? Array(axes.dropLast()) : Array(axes.suffix(1))
      return along.count == words.count
        && zip(along, words).allSatisfy { $0.position(of: $1) != nil }
    }
    return (found, words)
  }

  private var example: String {
    guard let stepState else { return "cat" }
    let tables = SceneWords(stepState).tables.map { stepState.scene.axes(of: $0.node) }
    return tables.first { $0.count > 1 }.map { $0[0].label(0) } ?? "cat"
  }

  private var name: String { stepState?.scene.definitions.first?.name ?? "X" }

  func noTable(_ word: String, _ stepState: StepState) -> String {
    let names = stepState.scene.definitions.map(\.name)
    let advice =
      word.nearest(among: names).map { "Did you mean \($0)?" } ?? "Say scene to hear what there is."
    return "There is no table \"\(word.prefix(40))\" here. \(advice)"
  }

  // MARK: Places on axes

  /// Why words name no place.
  struct Complaint: Error {
    let sentence: String
  }

  /// Where labels lead on axes, counted over all of them.
  func place(
    _ labels: [String], on axes: [Axis], of name: String, saying command: String
  ) -> Result<Int, Complaint> {
    guard labels.count == axes.count else {
      let wanted = axes.map { "a \($0.name)" }.joined(separator: " and ")
      let example = axes.map { $0.label(0) }.joined(separator: " ")
      return .failure(
        Complaint(
          sentence: "To find it in \(name), say \(wanted), such as \(command) \(name) \(example)."))
    }
    var place = 0
    for (label, axis) in zip(labels, axes) {
      guard let position = axis.position(of: label) else {
        return .failure(Complaint(sentence: axis.complaint(about: label)))
      }
      place = place * axis.size + position
    }
    return .success(place)
  }

  /// The cell that words name: a name, then a label for each axis.
  func cell(_ words: [String], saying command: String) -> Result<Entry, Complaint> {
    guard let stepState else { return .failure(Complaint(sentence: Self.noStep)) }
    guard let first = words.first else {
      return .failure(
        Complaint(sentence: "Say \(command), a name and its labels, such as \(command) \(name)."))
    }
    guard let definition = stepState.scene.definition(first) else {
      return .failure(Complaint(sentence: noTable(first, stepState)))
    }
    let axes = stepState.scene.axes(of: definition.node)
    return place(Array(words.dropFirst()), on: axes, of: first, saying: command).map {
      Entry(node: definition.node, index: $0)
    }
  }

  // MARK: Why

  func explain(_ command: LinearCommand, _ words: [String]) -> LinearRequest {
    if command == .why, words.count == 1, let number = Int(words[0]) { return .follow(number - 1) }
    if command == .why, words.isEmpty, model.session == nil, model.sentence != nil {
      return .send([.sentence(.why)])
    }
    guard let stepState else { return .say(Self.noStep) }
    switch cell(words, saying: command.rawValue) {
    case .failure(let complaint): return .say(complaint.sentence)
    case .success(let entry):
      let source = stepState.scene.source(of: entry)
      guard !stepState.isVeiled(entry) else { return .say(hidden(words[0])) }
      return command == .why ? .why(WhyState(source)) : slopes(of: source, stepState)
    }
  }

  private func slopes(of entry: Entry, _ stepState: StepState) -> LinearRequest {
    let sliders = stepState.step.sliders
    guard !sliders.isEmpty else { return .say("Nothing can be set in this step.") }
    let label = TableWords.typed(stepState.scene.label(of: entry))
    let lines = zip(sliders, stepState.slopes(of: entry)).map { slider, slope in
      "  \(slider.typedName): \(slope.map(SpokenNumber.fine) ?? "it jumps")."
    }
    return .say(["So much \(label) changes with each slider, per unit:"] + lines)
  }
}

extension Axis {
  /// The place that a label means, or a number on an axis without labels.
  func position(of label: String) -> Int? {
    if let place = place(of: label) { return place }
    guard labels == nil, let number = Int(label), (0..<size).contains(number) else { return nil }
    return number
  }

  /// Why a label means no place, and what would.
  fileprivate func complaint(about label: String) -> String {
    let word = label.prefix(40)
    guard let labels else {
      return "\(name) has the numbers 0 to \(size - 1), not \"\(word)\"."
    }
    if let advice = advice(for: label) { return "\(name) has no \"\(word)\". \(advice)" }
    let some = labels.prefix(8).joined(separator: ", ") + (labels.count > 8 ? " and others" : "")
    return "\(name) has no \"\(word)\", but \(some)."
  }
}
