import Playground
import Terminal
import Text

/// The sentence that is being said, and how far the step is: `0:12 / 0:40`.
///
/// A sentence that is longer than the line is shown in pieces, each while it is said.
struct CaptionLine: Widget {
  let playback: Playback
  let caption: Caption
  let speed: Double
  let keys: KeyTable

  /// nil where nothing is said, or where a notice has to be read first.
  init?(_ page: Page) {
    let model = page.model
    guard model.notice == nil, model.problem == nil, let playback = model.playback,
      let caption = playback.caption
    else { return nil }
    self.playback = playback
    self.caption = caption
    speed = model.settings.voiceSpeed
    keys = page.keys
  }

  func size(fitting available: Size, appearance: Appearance) -> Size {
    Size(width: available.width, height: min(1, available.height))
  }

  func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let progress = progress
    let x = rect.x + 1
    let start =
      x
      + buffer.write(
        progress, at: Point(x: x, y: rect.y), style: appearance.style(.dim),
        limit: max(rect.right - x, 0)) + 2
    let room = max(rect.right - 1 - start, 0)
    guard room > 0 else { return }
    let text = playback.isOver ? ending : piece(in: room, symbols: appearance.symbols)
    buffer.write(
      text, at: Point(x: start, y: rect.y),
      style: appearance.style(playback.isOver ? .dim : .bright), limit: room)
  }

  private var progress: String {
    let (said, all) = playback.seconds(at: speed)
    return "\(Self.clock(said)) / \(Self.clock(all))" + (playback.isPaused ? " paused" : "")
  }

  private var ending: String { keys.spelled(Playback.ending) }

  private func piece(in room: Int, symbols: Symbols) -> String {
    let pieces = TextWidth.wrapped(symbols.spelled(caption.text), to: room)
    let index = Int(playback.partOfCaption * Double(pieces.count))
    return pieces.isEmpty ? "" : pieces[min(index, pieces.count - 1)]
  }

  private static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
