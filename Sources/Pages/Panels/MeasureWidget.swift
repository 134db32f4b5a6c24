import Lessons
import Playground
import Scenes
import Terminal
import Text

extension PanelContent {
  /// The times of attention as bars on one scale, each with its growth beside that of n².
  var measurement: BarList {
    let rows = panel.measured(in: scene)
    let isHidden = panel.options.measurement.map { stepState.isVeiled($0.times) } ?? true
    var list = BarList(
      title: headline, captions: [hint(rows)],
      bars: rows.enumerated().map { place, row in
        BarList.Bar(
          NumberFormat.plain(row.tokens),
          value: isHidden ? nil : row.milliseconds, detail: detail(row, place, isHidden))
      },
      role: .output)
    list.cursor = isFocused ? min(stepState.cursor(of: index).row, rows.count - 1) : nil
    list.followed = stepState.measuredPlace
    list.wantedBarWidth = 40
    if rows.count <= 8 { list.shareForAir = 1 }
    return list
  }

  private func hint(_ rows: [MeasuredLength]) -> Line {
    if let place = stepState.measuredPlace, rows.indices.contains(place) {
      let tokens = NumberFormat.plain(rows[place].tokens)
      return Line("measuring \(tokens)\(appearance.symbols.ellipsis)", .hand)
    }
    let isBegun = rows.contains { $0.milliseconds != nil }
    return Line(isBegun ? "milliseconds on this machine" : "not measured yet", .dim)
  }

  /// `×4.1  n² ×4  48 MiB`.
  private func detail(_ row: MeasuredLength, _ place: Int, _ isHidden: Bool) -> Line {
    let times = appearance.symbols.times
    let growth = isHidden ? nil : row.growth
    let measured = growth.map { "\(times)\(appearance.number($0))" } ?? ""
    let square = row.square.map { "n² \(times)\(NumberFormat.plain($0))" } ?? ""
    return [
      Span(TextWidth.padded(measured, to: 7), .bright),
      Span(TextWidth.padded(appearance.symbols.spelled(square), to: 10), .dim),
      Span(row.bytes.memory, .dim),
    ]
  }
}

extension Float {
  /// So many bytes as people say it: `48 MiB`.
  fileprivate var memory: String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var (size, unit) = (self, 0)
    while size >= 1024, unit < units.count - 1 { (size, unit) = (size / 1024, unit + 1) }
    return "\(NumberFormat.plain((size * 10).rounded() / 10)) \(units[unit])"
  }
}
