import Terminal

/// Draws page after page, and keeps from one what the next can use again.
package struct Painter {
  private var memory = PageMemory()

  package init() {}

  /// The whole page as it stands now.
  package mutating func draw(_ model: Model, _ look: Look) -> Frame {
    model.view(look, memory: &memory)
  }
}

/// What a page leaves to the next: words set into lines, panels drawn.
///
/// They are the dearest parts of a page, and while a slider is dragged most of them stay the same.
struct PageMemory {
  var words = WordsCache()
  var panels = DrawnPanels()
}

/// Texts that were set into lines lately.
struct WordsCache {
  let memo = ProseMemo()
  private var texts: [ProseLines] = []

  /// A page may try an airy and a compact form of its words; both are worth keeping.
  private static let capacity = 2

  /// The text as lines of at most so many cells; only blocks that changed are set anew.
  mutating func set(_ prose: ProseView, width: Int, look: Look) -> ProseLines {
    let lines = prose.set(width: width, look: look, reusing: texts)
    texts.append(lines)
    if texts.count > Self.capacity { texts.removeFirst() }
    return lines
  }
}
