/// One row with something at its left, in its middle and at its right, which never overlap.
///
/// Each part knows shorter forms of itself; where the row is narrow the least important part
/// shortens first, and vanishes when it has no shorter form left.
package struct HeaderBar: Widget, Equatable, Sendable {
  /// A part of the bar, from its longest form to its shortest.
  package struct Part: Equatable, Sendable {
    package var forms: [Line]
    /// The part with the lowest priority shortens first.
    package var priority: Int

    package init(_ forms: [Line] = [], priority: Int = 0) {
      self.forms = forms
      self.priority = priority
    }
  }

  package var left: Part
  package var center: Part
  package var right: Part
  /// Empty cells at either end.
  package var margin: Int
  /// Empty cells between two parts, at least.
  package var gap: Int

  package init(
    left: Part = Part(), center: Part = Part(), right: Part = Part(), margin: Int = 1, gap: Int = 3
  ) {
    self.left = left
    self.center = center
    self.right = right
    self.margin = margin
    self.gap = gap
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(1, fitting.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let lines = forms(fitting: rect.width)
    let room = rect.width - 2 * margin
    pen.write(pen.truncated(lines[0], to: room), x: margin, y: 0, on: &buffer)
    pen.write(lines[1], x: centerX(lines, rect.width), y: 0, on: &buffer)
    pen.write(lines[2], x: rect.width - margin - lines[2].width, y: 0, on: &buffer)
  }

  /// The form of each part that the width allows.
  private func forms(fitting width: Int) -> [Line] {
    let parts = [left, center, right]
    var chosen = [0, 0, 0]
    var lines = zip(parts, chosen).map { $0.form($1) }
    while needed(lines) > width, let part = nextToShorten(lines, chosen) {
      chosen[part] += 1
      lines[part] = parts[part].form(chosen[part])
    }
    return lines
  }

  /// Whether every part can be shown in its longest form.
  package func isWhole(in width: Int) -> Bool {
    needed([left, center, right].map { $0.form(0) }) <= width
  }

  /// The cells that are left for one part more beside those that there are, whole.
  package func room(besideIn width: Int) -> Int {
    width - needed([left, center, right].map { $0.form(0) }) - gap
  }

  private func needed(_ lines: [Line]) -> Int {
    let shown = lines.map(\.width).filter { $0 > 0 }
    return shown.reduce(0, +) + max(0, shown.count - 1) * gap + 2 * margin
  }

  // What stands at the left is cut instead of dropped where nothing else is left.
  private func nextToShorten(_ lines: [Line], _ chosen: [Int]) -> Int? {
    let shown = lines.indices.filter { !lines[$0].isEmpty }
    if shown == [0], chosen[0] + 1 >= left.forms.count { return nil }
    let priorities = [left.priority, center.priority, right.priority]
    return shown.min { priorities[$0] < priorities[$1] }
  }

  private func centerX(_ lines: [Line], _ width: Int) -> Int {
    let middle = (width - lines[1].width) / 2
    let afterLeft = lines[0].isEmpty ? margin : margin + lines[0].width + gap
    let beforeRight = width - margin - lines[2].width - (lines[2].isEmpty ? 0 : gap)
    return max(afterLeft, min(middle, beforeRight - lines[1].width))
  }
}

extension HeaderBar.Part {
  fileprivate func form(_ index: Int) -> Line { index < forms.count ? forms[index] : [] }
}
