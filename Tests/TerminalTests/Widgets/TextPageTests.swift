import Testing

@testable import Terminal

struct TextPageTests {
  private let page = TextPage([
    .init(title: "move", entries: [.init("n", "next step"), .init("space", "the same")]),
    .init(title: "drag", entries: [.init("←→", "by a step")]),
  ])

  @Test func keysStandInAColumnBeforeTheirWords() {
    #expect(
      rows(page, width: 40, height: 6)
        == ["move", "n      next step", "space  the same", "", "drag", "←→  by a step"])
  }

  @Test func aWidePageThatIsTooLowHasTwoColumns() {
    let lines = rows(page, width: 80, height: 3)
    #expect(lines[0].contains("move") && lines[0].contains("drag"))
  }
}
