import Playground
import Terminal

/// Where something floats: in the middle of the page, or on all of it where there is little room.
struct OverlayPlace {
  let page: Size
  let frame: OverlayFrame

  init(_ wanted: Size, title: Line = [], in page: Size) {
    self.page = page
    let foot = Self.isTight(page) ? 0 : 2
    let room = Self.room(in: page)
    let size =
      Self.isTight(page)
      ? page
      : Size(
        width: min(wanted.width, room.width), height: min(wanted.height, room.height) + foot)
    frame = OverlayFrame(title: title, contentSize: size)
  }

  /// Whether the overlay takes the whole page and the page's own foot.
  static func isTight(_ page: Size) -> Bool { PageLayout.composition(for: page) == .single }

  /// The most that fits inside.
  static func room(in page: Size) -> Size {
    isTight(page)
      ? Size(width: page.width - 6, height: page.height - 3)
      : Size(width: page.width - 8, height: page.height - 8)
  }

  /// What the overlay may cover.
  var floor: Rect {
    let whole = Rect(page)
    return Self.isTight(page) ? whole.inset(bottom: 1) : whole
  }

  /// The room for what stands inside.
  var content: Rect {
    let inside = frame.content(in: floor)
    return Self.isTight(page) ? inside : inside.inset(bottom: 2)
  }

  /// What lies under the row that names the keys.
  var footGround: Rect { Self.isTight(page) ? Rect(page).split(bottom: 1).bottom : foot }

  /// The row that names the keys.
  var foot: Rect {
    Self.isTight(page)
      ? Rect(page).split(bottom: 1).bottom.inset(dx: 2)
      : frame.content(in: floor).split(bottom: 1).bottom
  }
}
