/// One dot for each step: done, being done, still open.
package struct ProgressDots: Widget, Equatable, Sendable {
  package enum Step: Equatable, Sendable {
    case done
    case current
    case open
  }

  package var steps: [Step]
  /// With more steps than this a fraction says it shorter.
  package var maximumCount: Int

  package init(_ steps: [Step] = [], maximumCount: Int = 16) {
    self.steps = steps
    self.maximumCount = maximumCount
  }

  /// The dots as part of a line.
  package func line(appearance: Appearance) -> Line {
    guard steps.count <= maximumCount else { return fraction }
    return Line(
      steps.map { step in
        switch step {
        case .done: Span(appearance.symbols.done, .query)
        case .current: Span(appearance.symbols.half, .bright)
        case .open: Span(appearance.symbols.open, .faint)
        }
      })
  }

  private var fraction: Line {
    let done = steps.count { $0 == .done }
    return [Span("\(done)", .query), Span("/\(steps.count)", .dim)]
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(
      width: min(fitting.width, line(appearance: appearance).width), height: min(1, fitting.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let line = line(appearance: appearance)
    Pen(rect, appearance).write(line.width <= rect.width ? line : fraction, x: 0, y: 0, on: &buffer)
  }
}
