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
    guard let domain = domain(text.domain) else { return [] }
    if text.quantity != .number { return arrowSlider(text, domain) }
    if let axis = text.target.sizedAxis { return sizeSlider(text, axis, domain) }
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
        of: entry, in: scene, isAlone: count == 1, label: text.label?.text, domain: domain,
        location: location)
    }
  }

  /// The values in the scene; nil where the axis whose places they are does not exist.
  private mutating func domain(_ text: SliderText.Domain) -> SliderDomain? {
    switch text {
    case .numbers(let domain): return domain
    case .axis(let name):
      guard let scene else { return nil }
      if scene.axes.contains(where: { $0.name == name.text }) { return .places(axis: name.text) }
      let closest = name.text.nearest(among: scene.axes.map(\.name))
      report.add(.slider(.unknownAxis(name.text, closest: closest)), at: name)
      return nil
    }
  }

  /// A slider that turns or stretches a vector of two numbers.
  private mutating func arrowSlider(_ text: SliderText, _ domain: SliderDomain) -> [Slider] {
    if case .places = domain {
      report.add(.slider(.placesOfNumber), at: text.target)
      return []
    }
    guard let node = watch(text.target), let scene else { return [] }
    let count = scene.values(of: node).elements.count
    let parts = (0..<count).map { scene.source(of: Entry(node: node, index: $0)) }
    guard count == 2, parts.allSatisfy({ scene.isInput($0.node) }) else {
      report.add(.slider(.notArrow(text.target.text)), at: text.target)
      return []
    }
    let isAngle = text.quantity == .angle
    let name = isAngle ? "angle of \(text.target.text)" : "length of \(text.target.text)"
    return [
      Slider(
        target: isAngle ? .angle(x: parts[0], y: parts[1]) : .length(x: parts[0], y: parts[1]),
        group: "", label: text.label?.text ?? name, domain: domain,
        location: report.source.location(at: text.target.start))
    ]
  }

  private mutating func sizeSlider(
    _ text: SliderText, _ name: Fragment, _ domain: SliderDomain
  ) -> [Slider] {
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
    guard let sizes = domain.ofSizes else {
      report.add(.slider(.badSize), at: text.target)
      return []
    }
    return [
      Slider(
        target: .axis(axis.name), group: "", label: text.label?.text ?? text.target.text,
        domain: sizes, location: report.source.location(at: text.target.start))
    ]
  }
}

extension Slider {
  /// A slider for one number of an input; a label names the number where it is alone, else its row.
  fileprivate init(
    of entry: Entry, in scene: Scene, isAlone: Bool, label: String?, domain: SliderDomain,
    location: SourceLocation
  ) {
    let name = EntryName(entry, scene)
    self.init(
      target: .entry(entry), group: isAlone ? name.row : label ?? name.row,
      label: isAlone ? label ?? name.column : name.column, domain: domain, location: location,
      isNamed: isAlone && label != nil)
  }

  /// A slider for each number of an input.
  package static func each(
    of input: Definition, in scene: Scene, range: ClosedRange<Float>, step: Float
  ) -> [Slider] {
    let count = scene.values(of: input.node).count
    return (0..<count).map { index in
      Slider(
        of: Entry(node: input.node, index: index), in: scene, isAlone: count == 1, label: nil,
        domain: .range(range, step: step), location: input.location)
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

extension SliderDomain {
  /// The same over whole numbers; nil where these are no sizes that an axis can have.
  fileprivate var ofSizes: SliderDomain? {
    switch self {
    case .range(let range, let step, .closed):
      let isWhole = range.lowerBound.isSize && range.upperBound.isSize
      return isWhole ? .range(range, step: max(step.rounded(), 1)) : nil
    case .list(let numbers): return numbers.allSatisfy(\.isSize) ? self : nil
    case .range, .places, .versions: return nil
    }
  }
}

extension Float {
  fileprivate var isSize: Bool { self >= 1 && self == rounded() }
}

extension Fragment {
  /// The axis of `size(trait)`.
  fileprivate var sizedAxis: Fragment? {
    guard hasPrefix("size("), bytes.last == UInt8(ascii: ")") else { return nil }
    let name = self[5..<count - 1].trimmed
    return name.bytes.contains(UInt8(ascii: "(")) ? nil : name
  }
}
