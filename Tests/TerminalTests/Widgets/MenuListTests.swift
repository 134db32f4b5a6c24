import Testing

@testable import Terminal

struct MenuListTests {
  private func menu(selected: Int) -> MenuList {
    MenuList(
      sections: [
        .init(title: "first", items: (1...3).map { item($0) }),
        .init(title: "second", items: (4...9).map { item($0) }),
      ], selected: selected, hasBranches: true)
  }

  private func item(_ number: Int) -> MenuList.Item {
    .init(mark: Span("○"), number: "\(number)", text: Line("lesson"), detail: "6 min")
  }

  @Test func sectionsBranchIntoItems() {
    #expect(
      rows(menu(selected: 0), width: 30, height: 4) == [
        "first", "├ ○ 1 lesson             6 min", "├ ○ 2 lesson             6 min",
        "▾ ○ 3 lesson             6 min",
      ])
  }

  @Test func wiresLeadFromWhatIsNeededToWhatNeedsIt() {
    var menu = menu(selected: 2)
    menu.links = MenuList.Links(needs: [0, 1], opens: [4])
    #expect(
      rows(menu, width: 30, height: 8) == [
        "     first", "╭─── ○ 1 lesson          6 min", "├─── ○ 2 lesson          6 min",
        "╰─┬▸ ○ 3 lesson          6 min", "  │", "  │  second",
        "  │  ○ 4 lesson          6 min", "▾ ╰▸ ○ 5 lesson          6 min",
      ])
  }

  @Test func theSelectedItemIsInSightAndMarked() throws {
    for selected in 0..<9 {
      let rect = Rect(Size(width: 30, height: 4))
      let place = try #require(menu(selected: selected).cursor(in: rect))
      #expect(menu(selected: selected).hit(place, in: rect) == selected)
      let buffer = drawing(menu(selected: selected), width: 30, height: 4)
      #expect(buffer[place.x, place.y].style == Appearance().style(.selected))
    }
  }
}
