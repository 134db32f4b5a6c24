import Scenes
import Text

/// The panels of a step: rows from the most to the least important.
package struct Show: Equatable, Sendable {
  package let rows: [[Panel]]

  package init(rows: [[Panel]]) {
    self.rows = rows
  }
}

/// A view of one or several expressions of the scene.
package struct Panel: Equatable, Sendable {
  package let kind: PanelKind
  /// Never empty.
  package let subjects: [NodeID]
  /// The subjects as the author wrote them.
  package let subjectTexts: [String]
  package let caption: String?
  package let options: PanelOptions
  package let location: SourceLocation

  init(
    kind: PanelKind, subjects: [NodeID], subjectTexts: [String], caption: String? = nil,
    options: PanelOptions = PanelOptions(), location: SourceLocation
  ) {
    self.kind = kind
    self.subjects = subjects
    self.subjectTexts = subjectTexts
    self.caption = caption
    self.options = options
    self.location = location
  }

  /// A table of what a name stands for.
  package init(table definition: Definition) {
    self.init(
      kind: .matrix, subjects: [definition.node], subjectTexts: [definition.name],
      location: definition.location)
  }
}

/// How a panel is drawn; what is nil follows the kind's own custom.
package struct PanelOptions: Equatable, Sendable {
  /// Replaces the title that is made from the subject.
  package var name: String?
  /// The row to emphasise, counted from 0.
  package var row: Int?
  /// The column to emphasise, counted from 0.
  package var column: Int?
  /// The column that is the horizontal axis of a plane, counted from 0.
  package var x: Int?
  /// The column that is the vertical axis of a plane, counted from 0.
  package var y: Int?
  /// For each matrix of a plane the rows that have arrows, counted from 0; empty where all do.
  package var rows: [[Int]] = []
  /// The two arrows of a plane that are measured against each other, counted over all; or none.
  package var angle: [Int] = []
  /// Where the values of a histogram, or the scale of bars, begin and end; nil where the numbers say it.
  package var from: Float?
  package var to: Float?
  /// Which sums a table shows.
  package var sums: PanelSums?
  /// Whether a matrix has a ground of heat.
  package var heat: Bool?
  /// The stack axes whose tables stand side by side, by their names: one, or rows and columns.
  package var each: [String] = []
  /// Which bars are measured on one scale with others.
  package var scale: BarScale?
  /// Whether equal lengths of bars are equal factors.
  package var isLogarithmic = false
  /// Whether a histogram marks where one spread around the mean ends.
  package var marksSpread = false
  /// The row of a large table that stays in view, counted from 0.
  package var pinnedRow: Int?
  /// The column of a large table that stays in view, counted from 0.
  package var pinnedColumn: Int?
  /// The input over which a gradient is taken.
  package var over: NodeID?
  /// What query, key and value are for; empty where no panel says it.
  package var purposes: [String] = []
  /// The vector that a row of shares is cut from.
  package var scores: NodeID?
  /// The size that an author wants a piece to have, by its place.
  package var marks: [Int: Float] = [:]
  /// The pieces that nothing should go to.
  package var hatched: [Int] = []
  /// What a `measure` panel measures.
  package var measurement: MeasurementOptions?

  package init() {}
}

/// Which sums a table shows at its ends.
package enum PanelSums: String, CaseIterable, Sendable {
  case yes
  case no
  case rows
  case columns
  case both

  package var hasRows: Bool { self == .yes || self == .rows || self == .both }
  package var hasColumns: Bool { self == .columns || self == .both }
}

/// Which bars are measured on one scale.
package enum BarScale: String, CaseIterable, Sendable {
  /// With all bars of the step that say so, whatever they show.
  case shared
  /// On their own, even where their neighbours are of one kind with them.
  case own
}

/// What a histogram marks.
enum HistogramMarks: String, CaseIterable {
  /// One spread to both sides of the mean.
  case spread
}
