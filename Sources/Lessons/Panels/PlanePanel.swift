import Scenes
import Text

/// Vectors as arrows from the origin.
enum PlanePanel: PanelRules {
  static let ranks = 1...2
  static let subject = "a vector or a matrix"
  static let subjectCount = 1...Int.max
  static let optionKeys: [PanelOptionKey] = [.name, .row, .rows, .angle, .x, .y]

  static func check(_ subject: Fragment, _ node: NodeID, _ reader: inout StepReader) {
    if let columns = reader.axes(of: node).last, columns.size < 2 {
      reader.report.add(.panel(.narrowPlane(subject: subject.text)), at: subject)
    }
  }

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    var options = reader.options(text.options, of: subjects)
    if let rows = text.option(.rows) { options.rows = reader.rows(rows, of: subjects) }
    let arrows = ArrowNames(subjects.map { reader.axes(of: $0) }, options.rows)
    if let row = options.row, let label = text.option(.row) {
      options.row = arrows.index(ofRow: row)
      if options.row == nil { reader.report.add(.panel(.notShown(label.text)), at: label) }
    }
    if let angle = text.option(.angle) {
      options.angle = reader.angle(angle, among: arrows)
      options.row = options.row ?? options.angle.first
    }
    return options
  }
}

/// Where the arrow of a label stands among all arrows of a plane.
private struct ArrowNames {
  /// For each matrix: its first arrow, its row axis and the rows that are shown.
  private var groups: [(start: Int, axis: Axis?, rows: [Int])] = []

  init(_ axes: [[Axis]], _ rows: [[Int]]) {
    var start = 0
    for (place, axes) in axes.enumerated() {
      let axis = axes.dropLast().last
      let chosen = rows.indices.contains(place) ? rows[place] : []
      let shown = chosen.isEmpty ? Array(0..<(axis?.size ?? 1)) : chosen
      groups.append((start, axis, shown))
      start += shown.count
    }
  }

  /// The arrow of a row of the first matrix.
  func index(ofRow row: Int) -> Int? { groups.first?.rows.firstIndex(of: row) }

  /// The arrow of a label: of the first matrix that has it, or of the last one.
  func index(of label: String, inLast: Bool) -> Int? {
    for group in inLast ? groups.reversed() : groups {
      guard let row = group.axis?.place(named: label),
        let place = group.rows.firstIndex(of: row)
      else { continue }
      return group.start + place
    }
    return nil
  }
}

extension StepReader {
  /// Labels separated by commas, or else by spaces.
  private func labels(in text: Fragment) -> [Fragment] {
    let parts = text.split(at: UInt8(ascii: ",")).map(\.trimmed)
    return parts.count > 1 ? parts : text.words
  }

  /// For each matrix the rows of these labels, counted from 0.
  fileprivate mutating func rows(_ text: Fragment, of subjects: [NodeID]) -> [[Int]] {
    var rows: [[Int]] = subjects.map { _ in [] }
    let tables = subjects.indices.filter { axes(of: subjects[$0]).count > 1 }
    for label in labels(in: text) {
      let axes = tables.compactMap { rowAxis(subjects[$0]) }
      guard place(label, among: axes) != nil else { continue }
      for table in tables {
        guard let row = rowAxis(subjects[table])?.place(named: label.text),
          !rows[table].contains(row)
        else { continue }
        rows[table].append(row)
      }
    }
    return rows
  }

  /// The two arrows between which an angle is drawn.
  fileprivate mutating func angle(_ text: Fragment, among arrows: ArrowNames) -> [Int] {
    let names = labels(in: text)
    guard names.count == 2 else {
      if !text.isEmpty { report.add(.panel(.angleOfTwo(names.count)), at: text) }
      return []
    }
    let found = [
      arrows.index(of: names[0].text, inLast: false), arrows.index(of: names[1].text, inLast: true),
    ]
    for (name, arrow) in zip(names, found) where arrow == nil {
      report.add(.panel(.notShown(name.text)), at: name)
    }
    let angle = found.compactMap(\.self)
    return angle.count == 2 ? angle : []
  }
}
