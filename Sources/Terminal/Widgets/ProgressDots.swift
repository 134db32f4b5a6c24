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
  package func line(look: Appearance) -> Line {
    guard steps.count <= maximumCount else { return fraction }
    return Line(
      steps.map { step in
        switch step {
        case .done: Span(look.symbols.done, .query)
        case .current: Span(look.symbols.half, .bright)
        case .open: Span(look.symbols.open, .faint)
        }
      })
  }

  private var fraction: Line {
    let done = steps.count { $0 == .done }
    return [Span("\(done)", .query), Span("/\(steps.count)", .dim)]
  }

  package func size(fitting: Size, look: Appearance) -> Size {
    Size(width: min(fitting.width, line(look: look).width), height: min(1, fitting.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Appearance) {
    let line = line(look: look)
    Pen(rect, look).write(line.width <= rect.width ? line : fraction, x: 0, y: 0, on: &buffer)
  }
}
