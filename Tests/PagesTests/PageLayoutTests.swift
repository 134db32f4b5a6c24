import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct PageLayoutTests {
  private static let sizes = [1, 10, 29, 30, 40, 57, 58, 60, 80, 99, 100, 120, 300].flatMap {
    width in
    [1, 7, 8, 12, 17, 18, 20, 24, 27, 28, 40, 100].map { Size(width: width, height: $0) }
  }

  private func wishes(focus: Focus, sliderRows: Int) -> PageLayout.Wishes {
    var wishes = PageLayout.Wishes()
    wishes.focus = focus
    wishes.sliderRows = sliderRows
    wishes.wordsHeight = 30
    wishes.sceneHeight = 9
    return wishes
  }

  @Test(arguments: sizes, [Focus.words, .sliders, .panel(0)])
  func partsNeverOverlapAndStayOnThePage(size: Size, focus: Focus) {
    for rows in [0, 1, 2, 4] {
      let layout = PageLayout(size, wishes(focus: focus, sliderRows: rows))
      let parts = [
        layout.header, layout.words, layout.scene, layout.sliders, layout.notice, layout.foot,
      ].filter { !$0.isEmpty }
      for (index, part) in parts.enumerated() {
        #expect(part.intersection(Rect(size)) == part, "\(part) leaves \(size)")
        for other in parts[(index + 1)...] {
          #expect(part.intersection(other).isEmpty, "\(part) and \(other) overlap at \(size)")
        }
      }
    }
  }

  @Test(arguments: [
    (Size(width: 120, height: 40), PageLayout.Composition.wide),
    (Size(width: 80, height: 24), .stacked), (Size(width: 60, height: 20), .stacked),
    (Size(width: 40, height: 12), .single), (Size(width: 20, height: 5), .tooSmall),
  ])
  func eachSizeHasItsComposition(size: Size, composition: PageLayout.Composition) {
    #expect(PageLayout.composition(for: size) == composition)
  }

  @Test func atEightyByTwentyFourWordsAndSceneShareTheScreen() {
    let layout = PageLayout(
      Size(width: 80, height: 24), wishes(focus: .sliders, sliderRows: 2))
    #expect(layout.words.height >= 4)
    #expect(layout.scene.height >= 9)
    #expect(layout.sliders.height == 2)
  }

  @Test func wordsInHandGetMoreRoom() {
    let size = Size(width: 80, height: 24)
    let reading = PageLayout(size, wishes(focus: .words, sliderRows: 2))
    let dragging = PageLayout(size, wishes(focus: .sliders, sliderRows: 2))
    #expect(reading.words.height > dragging.words.height)
  }
}
