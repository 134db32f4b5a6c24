import Playground
import Terminal

/// Draws page after page, and keeps from one what the next can use again.
package struct Renderer {
  private var memory = PageMemory()

  package init() {}

  /// The whole page as it stands now.
  package mutating func draw(_ page: Page) -> Frame {
    page.frame(memory: &memory)
  }
}

/// What a page leaves to the next: words set into lines, panels drawn.
///
/// They are the dearest parts of a page, and while a slider is dragged most of them stay the same.
struct PageMemory {
  var words = WordsCache()
  var panels = DrawnPanels()
}
