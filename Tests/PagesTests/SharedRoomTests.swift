import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Where words and panels share 24 rows, each keeps enough.
@Suite struct SharedRoomTests {
  @Test(arguments: shippedPlaces)
  func wordsKeepSixLinesUnlessAPanelInHandNeedsTheRows(place: Place) throws {
    var student = try place.student(size: .usual)
    for _ in try student.stepState.focusOrder {
      let focus = try student.stepState.focus
      let page = LessonPage(student.window, try student.session)
      let (words, scene) = (page.layout.words, page.layout.scene)
      let asked = page.panels.modestHeight(width: scene.width, sharing: 12)
      let isReading = focus == .words || focus == .sliders || focus == .training
      let hasEnough = words.height >= min(6, page.words.lines.count)
      #expect(hasEnough || !isReading && scene.height <= asked, "\(place)\n\(student.page)")
      try student.press("tab")
    }
  }

  @Test(arguments: shippedPlaces)
  func aPanelInHandLeavesItsNeighboursWhole(place: Place) throws {
    var student = try place.student(size: .usual)
    for panel in try student.stepState.panels.indices {
      student.focus(panel)
      let page = LessonPage(student.window, try student.session)
      let seen = page.panels.shown
      let stepState = try student.stepState
      let isVeiled = stepState.panels[panel].subjects.contains { stepState.isVeiled($0) }
      let cut = page.panels.cut.filter(seen.contains)
      // What fits no page has all the room that there is.
      #expect(
        cut.isEmpty || isVeiled || page.layout.words.height == 1, "\(place)\n\(student.page)")
    }
  }

  @Test func aHiddenPlaneLeavesItsRoomToTheWords() throws {
    let text = walkLesson.replacing("matrix score", with: "plane score x=the y=cat")
      .replacing("matrix X | matrix K\n", with: "")
    var student = try Student(
      reading: .load(text: text, file: "walk.md"), on: "hand", size: .usual)
    let page = LessonPage(student.window, try student.session)
    #expect(page.panels.modestHeight(width: 78, sharing: 12) == 4)
    try student.press(". 6 enter")
    let seen = LessonPage(student.window, try student.session)
    #expect(seen.panels.modestHeight(width: 78, sharing: 12) == 9)
  }

  @Test func rowsThatHaveNoRoomBelowEachOtherStandSideBySide() throws {
    let place = Place(lesson: "projections", step: "query")
    let rows = try place.student(size: .comfortable).stepState.step.panelRows
    #expect(rows.count > 1)
    let small = try place.student(size: .usual).board
    #expect(small.shown == [0, 1, 2])
    #expect(Set(small.shown.compactMap { small.rect(of: $0)?.y }).count == 1)
    let large = try place.student(size: .comfortable).board
    #expect(Set(large.shown.compactMap { large.rect(of: $0)?.y }).count == rows.count)
  }

  @Test func nothingIsPinchedBesideAPanelOfAnotherRow() throws {
    var shared = 0
    var pinched: [String] = []
    for place in placesWithPanels {
      let student = try place.student(size: .usual)
      let board = try student.board
      let firstRow = try #require(student.stepState.step.panelRows.first).count
      guard board.shown.count > firstRow else { continue }
      shared += 1
      for panel in board.shown {
        let (rect, widget) = try (
          #require(board.rect(of: panel)), #require(board.widget(of: panel))
        )
        // A number in a line of its own gives up the room for its change, a hidden comparison that
        // for its digits.
        if widget is NumberWidget || widget is CompareWidget { continue }
        let isAtEase = widget.isAtEase(in: rect.size, appearance: student.appearance)
        if !isAtEase { pinched.append("\(place), panel \(panel + 1)") }
      }
    }
    #expect(pinched == [])
    #expect(shared > 3)
  }
}
