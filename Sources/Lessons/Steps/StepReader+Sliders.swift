import Scenes
import Text

extension StepReader {
  /// Reads a `sliders` block; a row or a matrix becomes a slider for each of its numbers.
  mutating func sliders(_ body: Fragment) -> [Slider] {
    var sliders: [Slider] = []
    for line in body.lines where !line.trimmed.isEmpty {
      if let text = SliderText(line, &report) { sliders += self.sliders(text) }
    }
    if sliders.count > Limits.sliders {
      report.add(.slider(.tooMany(sliders.count, limit: Limits.sliders)), at: body.start)
    }
    return Array(sliders.prefix(Limits.sliders))
  }

  private mutating func sliders(_ text: SliderText) -> [Slider] {
    if let axis = text.target.sizedAxis { return sizeSlider(text, axis) }
    guard let node = watch(text.target), let scene else { return [] }
    let count = scene.values(of: node).elements.count
    guard count <= Limits.sliders else {
      report.add(.slider(.tooMany(count, limit: Limits.sliders)), at: text.target)
      return []
    }
    let entries = (0..<count).map { scene.source(of: Entry(node: node, index: $0)) }
    guard entries.allSatisfy({ scene.isInput($0.node) }) else {
      report.add(.slider(.notInput(text.target.text)), at: text.target)
      return []
    }
    let location = report.source.location(at: text.target.start)
    return entries.map { entry in
      Slider(
        of: entry, in: scene, isAlone: count == 1, label: text.label?.text, range: text.range,
        step: text.step, location: location)
    }
  }

  private mutating func sizeSlider(_ text: SliderText, _ name: Fragment) -> [Slider] {
    guard let scene else { return [] }
    guard let axis = scene.axes.first(where: { $0.name == name.text }) else {
      let closest = name.text.nearest(among: scene.axes.map(\.name))
      report.add(.slider(.unknownAxis(name.text, closest: closest)), at: name)
      return []
    }
    guard axis.labels == nil else {
      report.add(.slider(.labelledAxis(axis.name)), at: name)
      return []
    }
    guard text.range.isOfSizes else {
      report.add(.slider(.badSize), at: text.target)
      return []
    }
    return [
      Slider(
        target: .axis(axis.name), group: "", label: text.label?.text ?? text.target.text,
        range: text.range, step: max(text.step.rounded(), 1),
        location: report.source.location(at: text.target.start))
    ]
  }
}

extension Slider {
  /// A slider for one number of an input; a label names the number where it is alone, else its row.
  fileprivate init(
    of entry: Entry, in scene: Scene, isAlone: Bool, label: String?, range: ClosedRange<Float>,
    step: Float, location: SourceLocation
  ) {
    let name = EntryName(entry, scene)
    self.init(
      target: .entry(entry), group: isAlone ? name.row : label ?? name.row,
      label: isAlone ? label ?? name.column : name.column, range: range, step: step,
      location: location)
  }

  /// A slider for each number of an input.
  package static func each(
    of input: Definition, in scene: Scene, range: ClosedRange<Float>, step: Float
  ) -> [Slider] {
    let count = scene.values(of: input.node).count
    return (0..<count).map { index in
      Slider(
        of: Entry(node: input.node, index: index), in: scene, isAlone: count == 1, label: nil,
        range: range, step: step, location: input.location)
    }
  }
}

/// What an entry of an input is called, in two parts: `X["it"]` and `noun`.
private struct EntryName {
  let row: String
  let column: String

  init(_ entry: Entry, _ scene: Scene) {
    let axes = scene.axes(of: entry.node)
    let name = scene.name(of: entry.node) ?? ""
    var rest = entry.index
    var labels: [String] = []
    for axis in axes.reversed() {
      let place = rest % max(axis.size, 1)
      rest /= max(axis.size, 1)
      labels.insert(axis.labels == nil ? String(place) : "\"\(axis.label(place))\"", at: 0)
    }
    guard let last = axes.last else {
      (row, column) = ("", name)
      return
    }
    let outer = Array(labels.dropLast())
    row = outer.isEmpty ? name : "\(name)[\(outer.joined(separator: ","))]"
    column = last.shownLabel(entry.index % max(last.size, 1))
  }
}

extension ClosedRange<Float> {
  /// Whether both ends are sizes that an axis can have.
  fileprivate var isOfSizes: Bool {
    lowerBound >= 1 && lowerBound == lowerBound.rounded() && upperBound == upperBound.rounded()
  }
}

extension Fragment {
  /// The axis of `size(trait)`.
  fileprivate var sizedAxis: Fragment? {
    guard hasPrefix("size("), bytes.last == UInt8(ascii: ")") else { return nil }
    let name = self[5..<count - 1].trimmed
    return name.bytes.contains(UInt8(ascii: "(")) ? nil : name
  }
}
