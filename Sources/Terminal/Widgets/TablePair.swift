/// Two tables of the same rows and columns: side by side, below each other, or the second alone where neither fits.
package struct TablePair: Widget, Equatable, Sendable {
  package var first: MatrixTable
  package var second: MatrixTable
  /// What the two are to each other, below them: from the longest form to the shortest.
  package var notes: [Line]

  package init(_ first: MatrixTable, _ second: MatrixTable, notes: [Line] = []) {
    self.first = first
    self.second = second
    self.notes = notes
  }

  private static let gap = 3

  /// How the two stand to each other.
  private enum Order {
    case beside
    case below
    case secondAlone
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let noteHeight = notes.isEmpty ? 0 : 2
    let room = Size(width: fitting.width, height: max(0, fitting.height - noteHeight))
    let (left, right) = sizes(in: room, appearance)
    let (width, height) =
      switch order(in: room, appearance) {
      case .beside: (left.width + Self.gap + right.width, max(left.height, right.height))
      case .below: (max(left.width, right.width), left.height + 1 + right.height)
      case .secondAlone: (right.width, right.height)
      }
    return Size(
      width: min(fitting.width, max(width, notes.first?.width ?? 0)),
      height: min(fitting.height, height + noteHeight))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    var rest = rect
    if let place = notePlace(in: rect) {
      let pen = Pen(place, appearance)
      // A number that is cut reads as another one.
      let note = notes.first { $0.width <= pen.width }
      pen.write(note ?? [], x: 0, y: 0, on: &buffer)
      rest = rect.split(bottom: 2).rest
    }
    for (table, place) in places(in: rest, appearance) {
      table.draw(in: place, on: &buffer, appearance: appearance)
    }
  }

  /// Whether all columns of both have whole labels.
  package func hasWholeLabels(in size: Size, appearance: Appearance) -> Bool {
    order(in: size, appearance) != .secondAlone
      && places(in: Rect(size), appearance).allSatisfy {
        $0.table.hasWholeLabels(in: $0.place.size, appearance: appearance)
      }
  }

  /// The table, counted from 0, and its cell at a place.
  package func hit(
    _ point: Point, in rect: Rect, appearance: Appearance
  ) -> (table: Int, cell: CellPosition)? {
    let places = places(in: tables(in: rect), appearance)
    for (index, (table, place)) in places.enumerated() where place.contains(point) {
      guard let cell = table.hit(point, in: place, appearance: appearance) else { return nil }
      return (places.count == 1 ? 1 : index, cell)
    }
    return nil
  }

  /// Where the cell under the hand stands in a table, counted from 0.
  package func place(inTable index: Int, in rect: Rect, appearance: Appearance) -> Point? {
    let places = places(in: tables(in: rect), appearance)
    guard let (table, place) = places.count == 1 ? places.last : places[min(index, 1)],
      let cell = table.cursor
    else { return nil }
    return table.place(of: cell, in: place, appearance: appearance).map {
      Point(x: max($0.right - 1, $0.x), y: $0.y)
    }
  }

  private func tables(in rect: Rect) -> Rect {
    notePlace(in: rect) == nil ? rect : rect.split(bottom: 2).rest
  }

  /// The last row, where there is room for more than the tables' heads.
  private func notePlace(in rect: Rect) -> Rect? {
    !notes.isEmpty && rect.height > 6 ? rect.split(bottom: 1).bottom : nil
  }

  private func sizes(in size: Size, _ appearance: Appearance) -> (Size, Size) {
    (
      first.size(fitting: size, appearance: appearance),
      second.size(fitting: size, appearance: appearance)
    )
  }

  private func order(in size: Size, _ appearance: Appearance) -> Order {
    let half = Size(width: max(0, (size.width - Self.gap) / 2), height: size.height)
    if [first, second].allSatisfy({ $0.hasWholeLabels(in: half, appearance: appearance) }) {
      return .beside
    }
    let (upper, lower) = sizes(in: size, appearance)
    return upper.height + 1 + lower.height <= size.height ? .below : .secondAlone
  }

  private func places(
    in rect: Rect, _ appearance: Appearance
  ) -> [(table: MatrixTable, place: Rect)] {
    switch order(in: rect.size, appearance) {
    case .beside:
      let half = (rect.width - Self.gap) / 2
      let width = first.size(
        fitting: Size(width: half, height: rect.height), appearance: appearance
      ).width
      let parts = rect.split(left: width + Self.gap)
      return [(first, rect.split(left: width).left), (second, parts.rest)]
    case .below:
      let height = first.size(fitting: rect.size, appearance: appearance).height
      return [(first, rect.split(top: height).top), (second, rect.split(top: height + 1).rest)]
    case .secondAlone: return [(second, rect)]
    }
  }
}
