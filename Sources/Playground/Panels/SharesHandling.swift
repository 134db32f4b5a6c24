import Lessons
import Scenes
import Tensors
import Text

/// Rows of weights as bars: the arrows go from bar to bar and from piece to piece.
enum SharesHandling: PanelHandling {
  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    let cuts = panel.cuts(in: scene)
    return TableExtent(rows: cuts.count, columns: cuts.map(\.axis.size).max() ?? 1)
  }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    let cuts = panel.cuts(in: scene)
    let cut = cuts[min(max(cursor.row, 0), cuts.count - 1)]
    return Entry(node: cut.node, index: cut.start + min(cursor.column, cut.axis.size - 1))
  }

  static func layerCount(of panel: Panel, in scene: Scene) -> Int { 1 }

  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    var text = PlainText(numbersOf: panel, in: scene, written: written)
    text.title += panel.cuts(in: scene).compactMap { cut in
      let flaw = CutFlaw(scene.values(of: cut.node).elements[cut.range])
      return flaw.map { "; \(cut.title): \($0.sentence)" }
    }.joined()
    return text
  }
}

/// A row of weights that is cut into pieces.
package struct ShareCut: Equatable, Sendable {
  package let node: NodeID
  /// Its first number among those of the matrix.
  package let start: Int
  package let axis: Axis
  /// The expression, or the label of a matrix's row.
  package let title: String

  package var range: Range<Int> { start..<start + axis.size }
}

extension Panel {
  /// The rows of weights that a `shares` panel shows: a vector as it is, a matrix as its rows.
  package func cuts(in scene: Scene) -> [ShareCut] {
    subjects.enumerated().flatMap { place, node in
      let axes = scene.axes(of: node)
      guard let pieces = axes.last, let rows = axes.dropLast().last else {
        return axes.map { ShareCut(node: node, start: 0, axis: $0, title: subjectTexts[place]) }
      }
      return (0..<rows.size).map { row in
        ShareCut(
          node: node, start: row * pieces.size, axis: pieces, title: rows.shownLabel(row))
      }
    }
  }
}

/// Why a row of weights cannot be the pieces of one whole.
package enum CutFlaw: Equatable, Sendable {
  /// So much of the whole is given to nobody.
  case hole(Float)
  /// So much more than the whole is given away.
  case overflow(Float)
  /// Pieces below zero, which add up to this.
  case debt(Float)
  case notANumber

  /// nil for a row of weights that is what it should be.
  package init?(_ weights: ArraySlice<Float>) {
    let sum = weights.reduce(0, +)
    let debt = weights.reduce(0) { $0 + min($1, 0) }
    if !sum.isFinite {
      self = .notANumber
    } else if debt < -Self.rounding {
      self = .debt(debt)
    } else if sum > 1 + Self.rounding {
      self = .overflow(sum - 1)
    } else if sum < 1 - Self.rounding {
      self = .hole(1 - sum)
    } else {
      return nil
    }
  }

  /// What no page shows: half of a hundredth.
  private static let rounding: Float = 0.005

  package var sentence: String {
    switch self {
    case .hole(let size): "\(NumberFormat.cell(size)) of the whole goes to nobody"
    case .overflow(let size): "\(NumberFormat.cell(size)) more than there is"
    case .debt(let size): "\(NumberFormat.cell(size)) is a debt, not a share"
    case .notANumber: "these are no shares: some are not numbers"
    }
  }
}
