import Scenes
import Text

/// The way of one token through attention, as a diagram: x, its query, all keys and values, scores,
/// weights, output.
///
/// A second table before the queries is where keys and values come from, as in cross-attention.
enum PipelinePanel: PanelRules {
  static let ranks = 2...2
  static let subject = "tables"
  static let subjectCount = 7...8
  static let optionKeys: [PanelOptionKey] = [.name, .row]
  static let example = "X, Q, K, V, score, weight, output row=\"it\""

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    guard subjectCount.contains(subjects.count) else { return nil }
    let query = subjects.count - 6
    for (place, stage) in PipelineStage.stages(subjects.count).enumerated() {
      let like = stage.asks ? query : stage == .key && query == 1 ? 0 : query + 1
      let axes = reader.axes(of: subjects[place])
      let isWide = stage == .score || stage == .weight
      let columns = isWide ? reader.axes(of: subjects[query + 1])[0] : axes[1]
      if axes[0] != reader.axes(of: subjects[like])[0] || axes[1] != columns {
        let mistake = PanelError.brokenPipeline(
          text.subjects[place].text, other: text.subjects[like].text, lacksSource: like == 0)
        reader.report.add(.panel(mistake), at: text.subjects[place])
        return nil
      }
    }
    return reader.options(text.options, of: [subjects[query]])
  }
}

/// A box of a `pipeline` panel, in the order in which the boxes are computed.
package enum PipelineStage: CaseIterable, Sendable {
  /// Where queries come from, and where keys and values do unless there is a second table.
  case source
  case otherSource
  case query
  case key
  case value
  case score
  case weight
  case output

  /// Whether the box holds the row of the token that asks; otherwise it holds all rows.
  package var asks: Bool {
    switch self {
    case .source, .query, .score, .weight, .output: true
    case .otherSource, .key, .value: false
    }
  }

  /// The boxes of a panel with so many subjects.
  package static func stages(_ count: Int) -> [PipelineStage] {
    count == allCases.count ? allCases : allCases.filter { $0 != .otherSource }
  }
}
