import Lessons
import Terminal

/// Markdown that was turned into running text lately, so that a frame need not do it again.
///
/// What holds live numbers is never kept: they may differ in each frame.
final class ProseMemo {
  private struct Entry {
    let markdown: [MarkdownBlock]
    let isBold: Bool
    let prose: [ProseBlock]
    let isLive: Bool
  }

  private var entries: [Entry] = []
  private var look: Look?

  /// More than a step has.
  private static let capacity = 64

  /// The running text for some Markdown, made where it is not known.
  func prose(
    of markdown: [MarkdownBlock], bold isBold: Bool, look: Look, make: () -> [ProseBlock]
  ) -> [ProseBlock] {
    if self.look != look { forget(for: look) }
    if let known = entries.first(where: { $0.isBold == isBold && $0.markdown == markdown }) {
      return known.isLive ? make() : known.prose
    }
    let prose = make()
    if entries.count == Self.capacity { entries.removeFirst() }
    let isLive = markdown.contains(where: \.hasLiveNumber)
    entries.append(Entry(markdown: markdown, isBold: isBold, prose: prose, isLive: isLive))
    return prose
  }

  private func forget(for look: Look) {
    entries.removeAll()
    self.look = look
  }
}
