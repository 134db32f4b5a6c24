import Lessons
import Scenes

/// A vector of a plane: its name and where its two coordinates stand.
package struct PlaneVector: Equatable, Sendable {
  package let name: String
  /// Which of the panel's matrices it belongs to.
  package let subject: Int
  package let node: NodeID
  package let x: Entry
  package let y: Entry
}

/// The vectors of a plane: a vector as it is, a matrix as its rows.
///
/// There may be a million of them: each is made when it is asked for.
package struct PlaneVectors: RandomAccessCollection, Sendable {
  /// The vectors of one matrix.
  private struct Group {
    let subject: Int
    let node: NodeID
    /// Its first vector, counted over all groups.
    let start: Int
    let columns: Int
    /// Nothing for a matrix that is a vector itself, with a name of its own.
    let rows: Axis?
    let name: String
    /// The rows that have arrows; nil where all do.
    let places: [Int]?

    var count: Int { places?.count ?? rows?.size ?? 1 }
    var end: Int { start + count }

    /// The row of an arrow, counted over the matrix.
    func row(of index: Int) -> Int { places?[index - start] ?? index - start }
  }

  private var groups: [Group] = []
  private let columnX: Int
  private let columnY: Int

  package var startIndex: Int { 0 }
  package var endIndex: Int { groups.last?.end ?? 0 }

  package init(of panel: Panel, in scene: Scene) {
    columnX = panel.options.x ?? 0
    columnY = panel.options.y ?? 1
    for (subject, node) in panel.subjects.enumerated() {
      let axes = scene.axes(of: node)
      guard let columns = axes.last, columns.size > Swift.max(columnX, columnY, 1) else {
        continue
      }
      groups.append(
        Group(
          subject: subject, node: node, start: endIndex, columns: columns.size,
          rows: axes.dropLast().last, name: panel.subjectTexts[subject],
          places: Self.places(of: subject, panel, axes.dropLast().last)))
    }
  }

  /// The rows that the author chose, as far as they are there; nil where all are shown.
  private static func places(of subject: Int, _ panel: Panel, _ rows: Axis?) -> [Int]? {
    guard let rows, panel.options.rows.indices.contains(subject),
      !panel.options.rows[subject].isEmpty
    else { return nil }
    return panel.options.rows[subject].filter { $0 < rows.size }
  }

  package subscript(index: Int) -> PlaneVector {
    let group = group(of: index)
    let row = group.row(of: index)
    let start = row * group.columns
    return PlaneVector(
      name: group.rows.map { $0.shownLabel(row) } ?? group.name,
      subject: group.subject,
      node: group.node, x: Entry(node: group.node, index: start + columnX),
      y: Entry(node: group.node, index: start + columnY))
  }

  /// The vector with the largest product with a given one, among those of other matrices or among all;
  /// of equals the first.
  func nearest(to vector: Int, amongStrangers: Bool, in scene: Scene) -> Int? {
    let own = group(of: vector)
    let (x, y) = (scene.value(of: self[vector].x), scene.value(of: self[vector].y))
    var best: (vector: Int, product: Float)?
    for group in groups where !amongStrangers || group.subject != own.subject {
      let numbers = scene.values(of: group.node).elements
      for other in group.start..<group.end where other != vector {
        let start = group.row(of: other) * group.columns
        let product = numbers[start + columnX] * x + numbers[start + columnY] * y
        let known = product.isNaN ? -.infinity : product
        if let best, known <= best.product { continue }
        best = (other, known)
      }
    }
    return best?.vector
  }

  private func group(of index: Int) -> Group {
    var (low, high) = (0, groups.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if groups[middle].start <= index { low = middle } else { high = middle }
    }
    return groups[low]
  }
}
