import Lessons
import Playground
import Scenes
import Terminal

/// Single numbers, drawn large.
struct NumberWidget: PanelWidget {
  let drawn: BigNumbers

  init(_ numbers: BigNumbers) {
    drawn = numbers
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    size.width >= leastWidth(appearance)
  }

  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    size.width >= leastWidth(appearance)
  }

  /// What the names and the numbers take in a line each.
  private func leastWidth(_ appearance: Appearance) -> Int {
    let low = Size(width: 1000, height: drawn.items.count)
    return drawn.size(fitting: low, appearance: appearance).width
  }

  var leastHeight: Int? { drawn.items.count }
  var modestHeight: Int { 4 }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursorPlace(in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    drawn.hit(point, in: rect, appearance: appearance).map {
      cursor.moved(to: CellPosition(row: $0, column: 0))
    }
  }
}

extension PanelContent {
  /// Each number of the panel under its name.
  var bigNumbers: BigNumbers {
    let cursor = min(stepState.cursor(of: index).row, panel.subjects.count - 1)
    let isAlone = panel.subjects.count == 1
    var numbers = BigNumbers(
      title: isAlone ? [] : titleOfNumbers,
      items: panel.subjects.enumerated().map { place, node in
        BigNumbers.Item(
          isAlone ? headline : nameOfSubject(place),
          value: stepState.isVeiled(node) ? nil : scene.values(of: node).elements.first,
          change: change(ofNumber: node),
          role: RoleOfName.role(of: node, in: scene) ?? .bright)
      },
      cursor: isFocused ? cursor : nil)
    numbers.areCounts = areCountsOfStep
    return numbers
  }

  /// Several numbers have names of their own; what they are together stands above.
  private var titleOfNumbers: Line {
    panel.options.name.map { Line($0, .bright, bold: true) } ?? captionLine.first ?? []
  }

  /// Whether the numbers count things, now and as the step began, so that decimals do not come and go.
  private var areCountsOfStep: Bool {
    let shown = panel.subjects.filter { !stepState.isVeiled($0) }
    func values(_ scene: Scene) -> [Float] {
      shown.compactMap { scene.values(of: $0).elements.first }
    }
    let all = values(scene) + values(stepState.step.scene)
    return all.allSatisfy(isCount) && all.contains { $0 >= 10 }
  }

  /// An expression of the panel as its title shows it.
  func nameOfSubject(_ place: Int) -> Line {
    Formula(panel.subjectTexts[place], appearance).line
  }

  private func change(ofNumber node: NodeID) -> Float? {
    guard let previous = stepState.previous, !stepState.isVeiled(node),
      let now = scene.values(of: node).elements.first,
      let before = previous.values(of: node).elements.first, now != before
    else { return nil }
    return now - before
  }
}
