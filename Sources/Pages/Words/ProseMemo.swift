import Lessons
import Playground
import Scenes
import Tensors
import Terminal

/// Markdown that was turned into running text lately, so that a frame need not do it again.
///
/// Where live numbers stand in it, it serves as long as they are the same.
final class ProseMemo {
  private struct Entry {
    let markdown: [MarkdownBlock]
    let isBold: Bool
    let nodes: [NodeID]
    /// The numbers of the nodes as they were read; nil where they were hidden.
    let numbers: [Tensor?]
    let prose: [ProseBlock]
  }

  private var entries: [Entry] = []
  private var appearance: Appearance?
  /// Behind the text that was asked for last.
  private var next = 0

  /// More than a step has.
  private static let capacity = 64

  /// The running text for some Markdown, made where it is not known; `read` tells the numbers of a
  /// matrix as they are now, nil where they are hidden.
  func prose(
    of markdown: [MarkdownBlock], bold isBold: Bool, appearance: Appearance,
    read: (NodeID) -> Tensor?,
    make: () -> [ProseBlock]
  ) -> [ProseBlock] {
    if self.appearance != appearance { forget(for: appearance) }
    let place = place(of: markdown, bold: isBold)
    next = (place ?? entries.count) + 1
    if let place, entries[place].nodes.map(read) == entries[place].numbers {
      return entries[place].prose
    }
    let nodes = markdown.flatMap(\.liveNodes)
    let entry = Entry(
      markdown: markdown, isBold: isBold, nodes: nodes, numbers: nodes.map(read), prose: make())
    keep(entry, at: place)
    return entry.prose
  }

  /// Looks first where the text stands if a page asks in the order of the last one.
  private func place(of markdown: [MarkdownBlock], bold isBold: Bool) -> Int? {
    let start = min(next, entries.count)
    func isIt(_ place: Int) -> Bool {
      entries[place].isBold == isBold && entries[place].markdown == markdown
    }
    return (start..<entries.count).first(where: isIt) ?? (0..<start).first(where: isIt)
  }

  private func keep(_ entry: Entry, at place: Int?) {
    if let place {
      entries[place] = entry
      return
    }
    if entries.count == Self.capacity { entries.removeFirst() }
    entries.append(entry)
  }

  private func forget(for appearance: Appearance) {
    entries.removeAll()
    self.appearance = appearance
  }
}
