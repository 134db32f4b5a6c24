import Playground
import Terminal

/// Where the parts of a lesson's page stand at a size; arithmetic alone.
package struct PageLayout: Equatable, Sendable {
  /// The three compositions, and the one sentence below them.
  package enum Composition: Equatable, Sendable {
    /// Words beside the scene.
    case wide
    /// Words above the scene.
    case stacked
    /// One part at a time.
    case single
    case tooSmall
  }

  /// What the parts would like to have.
  package struct Wishes: Equatable, Sendable {
    package var wordsHeight = 0
    package var sceneHeight = 0
    package var sliderRows = 0
    package var trainingRows = 0
    package var focus = Focus.words
    package var isWordless = false

    package init() {}
  }

  package let composition: Composition
  package private(set) var header = Rect(Size(width: 0, height: 0))
  package private(set) var words = Rect(Size(width: 0, height: 0))
  package private(set) var divider: Int?
  package private(set) var scene = Rect(Size(width: 0, height: 0))
  package private(set) var slidersTitle: Int?
  package private(set) var sliders = Rect(Size(width: 0, height: 0))
  package private(set) var trainingTitle: Int?
  package private(set) var training = Rect(Size(width: 0, height: 0))
  package private(set) var notice = Rect(Size(width: 0, height: 0))
  package private(set) var foot = Rect(Size(width: 0, height: 0))
  /// Rows that carry a rule from edge to edge.
  package private(set) var rules: [Int] = []

  package init(_ size: Size, _ wishes: Wishes) {
    composition = Self.composition(for: size)
    switch composition {
    case .wide: layWide(size, wishes)
    case .stacked: layStacked(size, wishes)
    case .single: laySingle(size, wishes)
    case .tooSmall: break
    }
  }

  package static func composition(for size: Size) -> Composition {
    if size.width >= 100, size.height >= 28 { return .wide }
    if size.width >= 58, size.height >= 18 { return .stacked }
    if size.width >= 30, size.height >= 8 { return .single }
    return .tooSmall
  }

  /// The width of the text for a page, two columns less than its block: a mark says where it goes on.
  package static func wordsWidth(for size: Size) -> Int {
    switch composition(for: size) {
    case .wide: 42
    case .stacked, .single: size.width - 4
    case .tooSmall: max(size.width, 1)
    }
  }

  private static let dividerColumn = 45

  private mutating func layWide(_ size: Size, _ wishes: Wishes) {
    header = Rect(x: 0, y: 0, width: size.width, height: 1)
    rules = [1]
    layFoot(size)
    let strips = laySliders(above: size.height - 3, wishes.sliderRows, width: size.width)
    let bottom = layTraining(above: strips, wishes.trainingRows, width: size.width)
    let body = Rect(x: 0, y: 3, width: size.width, height: max(bottom - 4, 0))
    if wishes.isWordless {
      scene = Rect(x: 2, y: body.y, width: size.width - 4, height: body.height)
      return
    }
    words = Rect(x: 2, y: body.y, width: Self.wordsWidth(for: size) + 2, height: body.height)
    divider = Self.dividerColumn + 1
    let left = Self.dividerColumn + 3
    scene = Rect(x: left, y: body.y, width: size.width - left - 1, height: body.height)
  }

  private mutating func layStacked(_ size: Size, _ wishes: Wishes) {
    header = Rect(x: 0, y: 0, width: size.width, height: 1)
    rules = [1]
    layFoot(size)
    let rows = min(wishes.sliderRows, wishes.focus == .sliders || wishes.isWordless ? 3 : 2)
    let strips = laySliders(above: size.height - 3, rows, width: size.width)
    let bottom = layTraining(above: strips, wishes.trainingRows, width: size.width)
    let body = max(bottom - 2, 0)
    if wishes.isWordless {
      scene = Rect(x: 1, y: 2, width: size.width - 2, height: body)
      return
    }
    let height = Self.wordsHeight(of: body, wishes)
    words = Rect(x: 1, y: 2, width: size.width - 2, height: height)
    rules.append(2 + height)
    scene = Rect(x: 1, y: 3 + height, width: size.width - 2, height: max(body - height - 1, 0))
  }

  /// The words get what the scene leaves; the larger share while they are read, no less than their
  /// title while a panel is in hand, and a good third else.
  private static func wordsHeight(of body: Int, _ wishes: Wishes) -> Int {
    if wishes.sceneHeight == 0 { return max(body - 1, 0) }
    let share =
      switch wishes.focus {
      case .words: body / 2
      case .sliders, .training: (body + 3) / 3
      case .panel: 1
      }
    let least = min(wishes.wordsHeight, share)
    return max(min(wishes.wordsHeight, body - 1 - wishes.sceneHeight), least)
  }

  private mutating func laySingle(_ size: Size, _ wishes: Wishes) {
    header = Rect(x: 0, y: 0, width: size.width, height: 1)
    layFoot(size)
    let bottom = size.height - 2
    let showsWords = wishes.focus == .words && !wishes.isWordless
    let trains = wishes.focus == .training || wishes.sliderRows == 0
    let trainingRows = showsWords || !trains ? 0 : min(wishes.trainingRows, 1)
    let rows = showsWords ? 0 : max(min(wishes.sliderRows, 1), trainingRows)
    training = Rect(x: 0, y: bottom - trainingRows, width: size.width, height: trainingRows)
    if trainingRows > 0 {
      scene = Rect(x: 1, y: 1, width: size.width - 2, height: max(bottom - trainingRows - 1, 0))
      return
    }
    sliders = Rect(x: 0, y: bottom - rows, width: size.width, height: rows)
    let body = Rect(x: 1, y: 1, width: size.width - 2, height: max(bottom - rows - 1, 0))
    if showsWords { words = body } else { scene = body }
  }

  private mutating func layFoot(_ size: Size) {
    foot = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    notice = Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1)
  }

  /// Puts the sliders and their rule above a row; returns the row that they leave free.
  private mutating func laySliders(above row: Int, _ rows: Int, width: Int) -> Int {
    guard rows > 0 else {
      rules.append(row)
      return row
    }
    sliders = Rect(x: 0, y: row - rows + 1, width: width, height: rows)
    slidersTitle = row - rows
    return row - rows
  }

  /// Puts the run and its title above a row that carries a rule; returns the row that it leaves free.
  private mutating func layTraining(above row: Int, _ rows: Int, width: Int) -> Int {
    guard rows > 0, row - rows > 6 else { return row }
    training = Rect(x: 0, y: row - rows, width: width, height: rows)
    trainingTitle = row - rows - 1
    return row - rows - 1
  }
}
