import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct PanelFlowTests {
  private let area = Rect(x: 10, y: 5, width: 60, height: 20)

  @Test func panelsOfARowStandBesideEachOther() {
    let sizes = [Size(width: 20, height: 5), Size(width: 20, height: 8)]
    let flow = PanelPlacement(rows: [[0, 1]], sizes: sizes, into: area, inHand: nil)
    #expect(flow.places.map(\.rect.y) == [5, 5])
    #expect(flow.places[1].rect.x >= flow.places[0].rect.right)
    #expect(flow.hidden.isEmpty)
  }

  @Test func aRowThatFillsTheWidthStaysOne() {
    let sizes = [Size(width: 28, height: 5), Size(width: 28, height: 5)]
    let flow = PanelPlacement(rows: [[0, 1]], sizes: sizes, into: area, gap: 4, inHand: nil)
    #expect(flow.places.map(\.rect.y) == [5, 5])
    #expect(flow.places[1].rect.right == area.right)
  }

  @Test func aRowThatIsTooWideGoesOnBelow() {
    let sizes = [Size(width: 40, height: 5), Size(width: 40, height: 5)]
    let flow = PanelPlacement(rows: [[0, 1]], sizes: sizes, into: area, inHand: nil)
    #expect(flow.places[1].rect.y > flow.places[0].rect.y)
  }

  @Test func panelsComeIntoLineWithThoseAbove() {
    let sizes = [24, 20, 16, 20].map { Size(width: $0, height: 3) }
    let flow = PanelPlacement(rows: [[0, 1], [2, 3]], sizes: sizes, into: area, inHand: nil)
    #expect(flow.places[3].rect.x == flow.places[1].rect.x)
    let narrow = Rect(x: 10, y: 5, width: 45, height: 20)
    let wide = [20, 21, 16, 25].map { Size(width: $0, height: 3) }
    let tight = PanelPlacement(rows: [[0, 1], [2, 3]], sizes: wide, into: narrow, inHand: nil)
    #expect(tight.places.allSatisfy { $0.rect.intersection(narrow) == $0.rect })
    #expect(tight.places[3].rect.width == 25)
  }

  @Test func whatDoesNotFitIsNamed() {
    let sizes = Array(repeating: Size(width: 60, height: 9), count: 4)
    let flow = PanelPlacement(rows: [[0], [1], [2], [3]], sizes: sizes, into: area, inHand: nil)
    #expect(flow.places.map(\.panel) == [0, 1])
    #expect(flow.hidden == [2, 3])
  }

  @Test(arguments: 0..<4)
  func thePanelInHandIsAlwaysVisible(panel: Int) {
    let sizes = Array(repeating: Size(width: 60, height: 9), count: 4)
    let flow = PanelPlacement(rows: [[0], [1], [2], [3]], sizes: sizes, into: area, inHand: panel)
    #expect(flow.rect(of: panel) != nil)
  }

  @Test(arguments: [0, 1, 3, 7, 20], [0, 1, 5, 60])
  func placesNeverLeaveTheArea(height: Int, width: Int) {
    let area = Rect(x: 3, y: 2, width: width, height: height)
    let sizes = [
      Size(width: 30, height: 4), Size(width: 90, height: 2), Size(width: 1, height: 50),
    ]
    let flow = PanelPlacement(rows: [[0, 1], [2]], sizes: sizes, into: area, inHand: 2)
    for place in flow.places { #expect(place.rect.intersection(area) == place.rect) }
  }
}
