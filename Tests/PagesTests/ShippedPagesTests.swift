import Foundation
import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Every step of every shipped lesson, on every kind of screen.
@Suite struct ShippedPagesTests {
  private static let sizes = [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ]

  /// Without it, tests that go through these lists would pass where there is nothing to go through.
  @Test func thereAreStepsOfEveryKindToTest() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: shippedLibrary.directory)
    let ids = files.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { $0.dropLast(3) }
    #expect(ids.count >= 6)
    #expect(Set(shippedPlaces.map(\.lesson)) == Set(ids.map(String.init)))
    #expect(placesWithPanels.count > 30)
    #expect(placesWithOptions.count > 20)
    #expect(placesWithGoals.count > 5)
  }

  @Test(arguments: shippedPlaces, sizes)
  func everyStepIsDrawnInEveryLook(place: Place, size: Size) throws {
    var student = try place.student(size: size)
    for appearance in Appearance.all {
      student.appearance = appearance
      let rows = student.rows
      #expect(rows.count == size.height)
      #expect(rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
      #expect(!appearance.symbols.isASCII || rows.allSatisfy { row in row.allSatisfy(\.isASCII) })
    }
  }

  @Test(arguments: shippedPlaces)
  func aLargeScreenShowsEveryPanelWhole(place: Place) throws {
    let board = try place.student(size: .comfortable).board
    #expect(board.cut.isEmpty, "\(place) has no room for panels \(board.cut.map { $0 + 1 })")
  }

  @Test(arguments: placesWithPanels)
  func theUsualScreenShowsTheFirstPanelWholeOnceItIsInHand(place: Place) throws {
    var student = try place.student(size: .usual)
    // In the sandbox nothing is hidden, as in any step once its questions are answered.
    try student.press("o")
    student.focus(0)
    // A grid of tables is heat where its digits have no room.
    let isGrid = try !student.stepState.panels[0].options.each.isEmpty
    let board = try student.board
    #expect(isGrid || !board.cut.contains(0), "\(place) cuts its first panel")
  }

  /// Who is asked to bet has the numbers before the eyes that the bet is reasoned from.
  @Test(arguments: [
    (Place(lesson: "heads", step: "two"), ["drank  1.20", "thirsty  .90"]),
    (Place(lesson: "learning", step: "bond"), ["X   hand-set", "thirsty  .20    .60"]),
    (Place(lesson: "learning", step: "milk"), ["X   hand-set", "milk    1.20    .00"]),
  ])
  func theUsualScreenShowsWhatABetIsReasonedFrom(place: Place, evidence: [String]) throws {
    let student = try place.student(size: .usual)
    #expect(try student.stepState.openQuestion?.kind == .predict)
    for words in evidence { #expect(student.page.contains(words)) }
  }

  @Test(arguments: placesWithPanels)
  func everyNumberOfEveryPanelIsWhatTheSceneComputes(place: Place) throws {
    var student = try place.student(size: .comfortable)
    try student.press("o")
    let stepState = try student.stepState
    for index in stepState.panels.indices {
      let panel = PanelContent(stepState: stepState, index: index, appearance: Appearance())
      let truth = try truth(of: panel.panel, in: place)
      let all = try panel.panel.subjects.indices.flatMap {
        try self.truth(of: panel.panel, subject: $0, in: place)
      }
      switch panel.panel.kind {
      case .matrix, .gradient:
        let shown = panel.table.values.all
        #expect(isSame(shown, truth.prefix(shown.count)) && !shown.isEmpty)
        #expect(shown.count == truth.count || panel.axes.count > 2)
      case .bars:
        let list = panel.bars
        let first = stride(from: 0, to: list.bars.count, by: list.groupSize)
        let shown = first.map { list.bars[$0].value }
        #expect(isSame(Array(shown.prefix(truth.count)), truth[...]) && !shown.isEmpty)
      case .histogram: #expect(isSame(panel.histogram.histograms[0].values, truth[...]))
      case .compare:
        let shown = panel.tablePair.first.values.all
        #expect(isSame(shown, truth[...]) && !shown.isEmpty)
      case .number: #expect(panel.bigNumbers.items[0].value == truth.first)
      case .curve: #expect(isSame(panel.curve.curves.flatMap(\.points).map(\.y), all[...]))
      case .plane:
        let columns = try #require(panel.axes.last?.size)
        let (x, y) = (panel.panel.options.x ?? 0, panel.panel.options.y ?? 1)
        let chosen = panel.panel.options.rows.first ?? []
        let rows = chosen.isEmpty ? Array(0..<truth.count / columns) : chosen
        let drawn = panel.plane.vectors.prefix(rows.count)
        #expect(drawn.count == rows.count)
        for (row, vector) in zip(rows, drawn) {
          #expect(vector.x == truth[row * columns + x] && vector.y == truth[row * columns + y])
        }
      case .flow:
        #expect(isSame(panel.flow.weights.all, truth.prefix(panel.flow.weights.all.count)))
      case .shares:
        #expect(isSame(panel.shareBars.cuts.flatMap(\.values), all[...]))
      case .formula, .roles, .pipeline, .measure: continue
      }
      // These say in words what is shown of their tables.
      guard panel.panel.kind != .compare, panel.panel.options.rows.allSatisfy(\.isEmpty) else {
        continue
      }
      try expectPlainText(of: index, on: stepState, tells: all)
    }
  }

  @Test(arguments: shippedPlaces)
  func everyTableCellOnThePageIsWhatTheSceneComputes(place: Place) throws {
    var student = try place.student(size: .comfortable)
    try student.press("o")
    let board = try student.board
    let stepState = try student.stepState
    let buffer = student.frame.buffer
    for index in stepState.panels.indices where stepState.panels[index].kind == .matrix {
      let node = stepState.panels[index].subjects[0]
      let columns = stepState.scene.axes(of: node).last?.size ?? 1
      for (cell, digits) in board.cells(of: index, on: buffer) {
        let entry = Entry(node: node, index: cell.row * columns + cell.column)
        let truth = stepState.scene.value(of: entry)
        let isCount = NumberFormat.isWhole(truth) && digits == NumberFormat.whole(Int(truth))
        #expect(isCount || digits == NumberFormat.cell(truth), "\(place) \(cell)")
      }
    }
  }

  /// The numbers of a subject of a panel, from a scene of their own that no page has touched.
  private func truth(
    of panel: Panel, subject number: Int = 0, in place: Place
  ) throws -> [Float] {
    let step = try #require(place.content)
    var scene = try Scene(step.scene.sources, weights: step.scene.weights)
    func watch(_ text: String) throws -> NodeID {
      try scene.watch(SourceText(file: "test", text: text))
    }
    let subject = try watch(panel.subjectTexts[number])
    guard let over = panel.options.over else { return scene.values(of: subject).elements }
    let input = try watch(#require(scene.name(of: over)))
    let gradient = scene.gradient(of: Entry(node: subject, index: 0))
    // What an input has no part in has slopes of 0.
    return gradient[input]?.elements
      ?? Array(repeating: 0, count: scene.values(of: input).count)
  }

  private func isSame(_ shown: [Float?], _ truth: ArraySlice<Float>) -> Bool {
    shown.count == truth.count
      && zip(shown, truth).allSatisfy { $0 == $1 || $0?.isNaN == true && $1.isNaN }
  }

  private func expectPlainText(of panel: Int, on stepState: StepState, tells truth: [Float]) throws
  {
    let text = try #require(stepState.plainText(of: panel))
    let axes = stepState.scene.axes(of: stepState.panels[panel].table)
    let rows = text.lines.dropFirst(axes.isEmpty ? 0 : 1)
    let numbers = rows.flatMap { row in
      // Only a number alone has no label.
      row.split(separator: "\t", omittingEmptySubsequences: false)
        .dropFirst(row.contains("\t") ? 1 : 0)
    }
    #expect(isSame(numbers.map { Float($0) }, truth[...]))
  }
}

extension TableValues {
  /// The numbers row by row, nothing where they are hidden.
  fileprivate var all: [Float?] {
    (0..<rowCount).flatMap { row in (0..<columnCount).map { self[row, $0] } }
  }
}

/// A step of a shipped lesson.
struct Place: CustomStringConvertible, Sendable {
  let lesson: String
  let step: String

  var description: String { "\(lesson)/\(step)" }

  /// The step as its lesson describes it.
  var content: Step? { shippedLessons[lesson]?.step(step) }

  func student(size: Size) throws -> Student {
    try Student(reading: #require(shippedLessons[lesson]), on: step, size: size)
  }
}

/// The shipped lessons by their ids, read once.
let shippedLessons: [String: Lesson] = Dictionary(
  uniqueKeysWithValues: shippedLibrary.course.entries.compactMap { entry in
    (try? shippedLibrary.lesson(entry.id)).map { (entry.id, $0) }
  })

/// Every step of every shipped lesson.
let shippedPlaces: [Place] = shippedLibrary.course.entries.flatMap { entry in
  shippedLibrary.outline(of: entry.id).map { Place(lesson: entry.id, step: $0.id) }
}

let placesWithPanels = shippedPlaces.filter { $0.content?.panelRows.isEmpty == false }

/// Steps with a question that is answered by choosing.
let placesWithOptions = shippedPlaces.filter { place in
  place.content?.questions.contains { !$0.options.isEmpty } == true
}

let placesWithGoals = shippedPlaces.filter { $0.content?.goals.isEmpty == false }

extension Appearance {
  /// All themes in full colour, few colours, none, and ASCII.
  static let all: [Appearance] =
    Theme.all.map { Appearance(theme: $0) } + [
      Appearance(colors: .sixteen), Appearance(colors: .mono), Appearance(symbols: .ascii),
      Appearance(symbols: .ascii, colors: .mono),
    ]
}

extension Student {
  /// The panels as they stand on the page.
  var board: PanelBoard { get throws { LessonPage(window, try session).panels } }
}

extension PanelBoard {
  /// The digits that stand on the page for each cell of a table.
  func cells(of panel: Int, on buffer: Buffer) -> [(CellPosition, String)] {
    guard let table = (widget(of: panel) as? TableWidget)?.drawn, let rect = rect(of: panel) else {
      return []
    }
    let visible = table.visible(in: rect, appearance: appearance)
    return visible.rows.flatMap { row in
      visible.columns.compactMap { column in
        let cell = CellPosition(row: row, column: column)
        return table.place(of: cell, in: rect, appearance: appearance).map { place in
          let text = (place.x..<place.right).map { buffer[$0, place.y].text }.joined()
          return (cell, text.filter { $0 != " " })
        }
      }
    }
  }
}
