import Playground
import Terminal

/// The panels of a page as they were drawn last.
///
/// While a slider is dragged most panels stay what they are: such a one is copied from the page before.
struct DrawnPanels {
  /// What stands where.
  struct Panel: Equatable {
    let figure: PanelWidget
    let rect: Rect
  }

  private var panels: [Panel] = []
  private var look: Appearance?
  private var page = Buffer(size: Size(width: 0, height: 0))

  /// Draws panels on a page that has nothing else in their places.
  mutating func draw(_ panels: [Panel], on frame: inout Frame, look: Appearance) {
    let known = self.look == look && page.size == frame.buffer.size ? self.panels : []
    for panel in panels {
      if known.first(where: { $0.rect == panel.rect }) == panel {
        frame.buffer.copy(panel.rect, from: page)
      } else {
        panel.figure.draw(in: panel.rect, on: &frame, look: look)
      }
    }
    (self.panels, self.look, page) = (panels, look, frame.buffer)
  }
}
