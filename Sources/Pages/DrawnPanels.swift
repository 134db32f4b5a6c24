import Playground
import Terminal

/// The panels of a page as they were drawn last.
///
/// While a slider is dragged most panels stay what they are: such a one is copied from the page before.
struct DrawnPanels {
  /// What stands where.
  struct Panel: Equatable {
    let widget: any PanelWidget
    let rect: Rect

    static func == (one: Panel, other: Panel) -> Bool {
      one.rect == other.rect && one.widget.isEqual(to: other.widget)
    }
  }

  private var panels: [Panel] = []
  private var appearance: Appearance?
  private var page = Buffer(size: Size(width: 0, height: 0))

  /// Draws panels on a page that has nothing else in their places.
  mutating func draw(_ panels: [Panel], on frame: inout Frame, appearance: Appearance) {
    let known = self.appearance == appearance && page.size == frame.buffer.size ? self.panels : []
    for panel in panels {
      if known.first(where: { $0.rect == panel.rect }) == panel {
        frame.buffer.copy(panel.rect, from: page)
      } else {
        panel.widget.draw(in: panel.rect, on: &frame, appearance: appearance)
      }
    }
    (self.panels, self.appearance, page) = (panels, appearance, frame.buffer)
  }
}
