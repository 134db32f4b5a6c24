/// The ways to look at a tensor.
package enum PanelKind: String, CaseIterable, Sendable {
  case matrix
  case bars
  case plane
  case formula
  case histogram
  case curve
  case flow
  case gradient
  case roles
  case shares
  case pipeline
  case number
  case compare
  case measure
}

extension PanelKind {
  /// The kind as an author may write it.
  init?(word: String) {
    self.init(rawValue: word == "share" ? PanelKind.shares.rawValue : word)
  }

  /// How a panel of the kind is written.
  var rules: any PanelRules.Type {
    switch self {
    case .matrix: MatrixPanel.self
    case .bars: BarsPanel.self
    case .plane: PlanePanel.self
    case .formula: FormulaPanel.self
    case .histogram: HistogramPanel.self
    case .curve: CurvePanel.self
    case .flow: FlowPanel.self
    case .gradient: GradientPanel.self
    case .roles: RolesPanel.self
    case .shares: SharesPanel.self
    case .pipeline: PipelinePanel.self
    case .number: NumberPanel.self
    case .compare: ComparePanel.self
    case .measure: MeasurePanel.self
    }
  }
}
