import Terminal

/// Draws page after page, and keeps from one what the next can use again: words set into lines.
///
/// Setting words is the dearest part of a page, and while a slider is dragged they rarely change.
package struct Painter {
  private var words = WordsCache()

  package init() {}

  /// The whole page as it stands now.
  package mutating func draw(_ model: Model, _ look: Look) -> Frame {
    model.view(look, words: &words)
  }
}

/// Texts that were set into lines lately.
struct WordsCache {
  private struct Entry {
    let prose: ProseView
    let width: Int
    let look: Look
    let lines: ProseLines
  }

  private var entries: [Entry] = []

  /// A page may try an airy and a compact form of its words; both are worth keeping.
  private static let capacity = 2

  /// The text as lines of at most so many cells.
  mutating func set(_ prose: ProseView, width: Int, look: Look) -> ProseLines {
    let known = entries.first { $0.width == width && $0.prose == prose && $0.look == look }
    if let known { return known.lines }
    let lines = prose.set(width: width, look: look)
    entries.append(Entry(prose: prose, width: width, look: look, lines: lines))
    if entries.count > Self.capacity { entries.removeFirst() }
    return lines
  }
}
