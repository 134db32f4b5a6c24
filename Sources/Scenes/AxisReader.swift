import Text

/// Turns the axis lines of a scene into axes; a part comes after the axis that it is part of.
struct AxisReader {
  /// What is wrong with parts of axes.
  private(set) var findings: [(page: Int, finding: UnplacedDiagnostic)] = []
  /// Axes that could not be read.
  private(set) var broken: Set<String> = []
  private(set) var scalars = BoundScalars([:], limits: [])

  private let declarations: Declarations
  private let extents: AxisExtents
  private let numbers: [String: Int]
  private let scalarTexts: [String: Expression]
  private var axes: [Axis?]
  /// How many places each axis has, whatever its scalars hold.
  private var lengths: [ScalarSum?]
  /// Where each part begins in its parent.
  private var starts: [Int: (parent: String, start: Int)] = [:]

  /// Reads the axes with some sizes and bounding scalars other than the texts give them.
  init(_ declarations: Declarations, _ extents: AxisExtents = AxisExtents()) {
    self.declarations = declarations
    self.extents = extents
    let statements = declarations.axes.map(\.statement)
    numbers = Dictionary(
      statements.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    scalarTexts = Dictionary(
      declarations.matrices.map(\.statement).filter { $0.axes == nil }
        .map { ($0.name, $0.expression) }, uniquingKeysWith: { first, _ in first })
    axes = statements.map { _ in nil }
    lengths = axes.map { _ in nil }
    let parents = statements.map { [numbers] in
      $0.part.flatMap { numbers[$0.parent] }.map { [$0] } ?? []
    }
    let order = DefinitionOrder(references: parents)
    for cycle in order.cycles { reportCycle(cycle.sorted()) }
    for number in order.order { measure(number) }
    placeScalars()
    for number in order.order where lengths[number] != nil { axes[number] = axis(number) }
  }

  /// The axes that could be read, in the order in which they were written.
  var sheet: AxisSheet {
    var sheet = AxisSheet()
    for (number, axis) in axes.enumerated() {
      guard let axis else { continue }
      sheet.add(axis, partOf: starts[number])
    }
    return sheet
  }

  // MARK: Lengths

  /// Finds how long an axis is, and what its bounds refer to.
  private mutating func measure(_ number: Int) {
    let statement = declarations.axes[number].statement
    switch statement.content {
    case .size(let size): lengths[number] = ScalarSum(extents.sizes[statement.name] ?? size)
    case .words(let words):
      lengths[number] = ScalarSum(extents.sizes[statement.name] ?? words.count)
    case .part(let part):
      lengths[number] = length(of: part, number)
      if lengths[number] == nil { broken.insert(statement.name) }
    }
  }

  private mutating func length(of part: AxisPart, _ number: Int) -> ScalarSum? {
    guard let parent = numbers[part.parent] else {
      if !declarations.broken.contains(part.parent) {
        let nearest = part.parent.nearest(among: numbers.keys.sorted())
        report(.unknownAxis(part.parent, nearest: nearest), at: part.parentTokens, number)
      }
      return nil
    }
    guard let whole = lengths[parent] else { return nil }
    let terms = (part.lower?.terms ?? []) + (part.upper?.terms ?? [])
    var isKnown = true
    for term in terms { isKnown = readScalar(term, number) && isKnown }
    guard isKnown else { return nil }
    return (part.upper?.sum ?? whole) - (part.lower?.sum ?? ScalarSum(0))
  }

  /// Notes what the text gives to a scalar, or what is wrong with it.
  private mutating func readScalar(_ term: PartBound.Term, _ number: Int) -> Bool {
    guard let expression = scalarTexts[term.name] else {
      if declarations.broken.contains(term.name) { return false }
      let isMatrix = declarations.matrices.contains { $0.statement.name == term.name }
      let nearest = isMatrix ? nil : term.name.nearest(among: scalarTexts.keys.sorted())
      report(
        isMatrix
          ? .axis(.boundNotScalar(term.name)) : .unknownName(term.name, nearest: nearest),
        at: term.tokens, number)
      return false
    }
    guard case .number(let value) = expression.kind else {
      report(.axis(.boundNotScalar(term.name)), at: term.tokens, number)
      return false
    }
    guard let whole = Int(exactly: value), whole.magnitude <= Graph.mostElements else {
      report(.axis(.boundNotWhole(term.name)), at: term.tokens, number)
      return false
    }
    texts[term.name] = whole
    return true
  }

  /// What the texts give to the scalars in bounds.
  private var texts: [String: Int] = [:]

  /// The scalars as the texts have them; where anything was moved, within what all parts allow.
  private mutating func placeScalars() {
    scalars = BoundScalars(texts, limits: limits)
    guard !extents.isEmpty else { return }
    scalars.move(to: texts.merging(extents.bounds.filter { texts[$0.key] != nil }) { $1 })
  }

  /// What must not fall below 0: where each part begins, its places but one, and what is left of its
  /// parent behind it.
  private var limits: [ScalarSum] {
    declarations.axes.indices.flatMap { number -> [ScalarSum] in
      guard let part = declarations.axes[number].statement.part, let length = lengths[number],
        let whole = numbers[part.parent].flatMap({ lengths[$0] })
      else { return [] }
      let start = part.lower?.sum ?? ScalarSum(0)
      return [start, length - ScalarSum(1), whole - start - length]
    }
  }

  // MARK: Axes

  private mutating func axis(_ number: Int) -> Axis? {
    let statement = declarations.axes[number].statement
    let name = statement.name
    let size = lengths[number]?.value(scalars.values) ?? 0
    switch statement.content {
    case .size: return Axis(name: name, size: size)
    case .words(let words): return Axis(name: name, size: size, words: words)
    case .part(let part):
      guard let parent = numbers[part.parent].flatMap({ axes[$0] }) else {
        broken.insert(name)
        return nil
      }
      let start = part.lower?.sum.value(scalars.values) ?? 0
      guard start >= 0, size > 0, start + size <= parent.size else {
        let (first, end) = (start, start + size)
        report(
          .axis(
            .partOutside(name, first..<max(end, first), parent: parent.name, size: parent.size)),
          at: part.tokens, number)
        broken.insert(name)
        return nil
      }
      starts[number] = (part.parent, start)
      let page = declarations.pages[declarations.axes[number].page]
      return Axis(
        name: name, part: start..<start + size, of: parent,
        written: page.text(page.characters(of: part.tokens)))
    }
  }

  // MARK: Findings

  private mutating func report(_ mistake: SceneError, at tokens: Range<Int>, _ number: Int) {
    let page = declarations.axes[number].page
    let characters = declarations.pages[page].characters(of: tokens)
    findings.append((page, UnplacedDiagnostic(mistake: mistake, characters: characters)))
  }

  private mutating func reportCycle(_ cycle: [Int]) {
    let names = cycle.map { declarations.axes[$0].statement.name }
    report(.cycle(names), at: declarations.axes[cycle[0]].statement.tokens, cycle[0])
    broken.formUnion(names)
  }
}
