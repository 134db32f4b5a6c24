import Lessons
import Scenes
import Text

extension Step {
  /// For each panel of bars, the bars of its row that are measured on the same scale, itself among them.
  ///
  /// Scores and what is made of them by plain arithmetic share one, so that lengths compare; an
  /// exponential or a share has left it.
  package var sharedScales: [Int: [Int]] {
    var scales: [Int: [Int]] = [:]
    var first = 0
    for row in panelRows {
      let group = row.indices.filter {
        row[$0].comparesLengths && scene.keepsScale(row[$0].subjects[0])
      }
      .map { first + $0 }
      for panel in group { scales[panel] = group }
      first += row.count
    }
    return scales
  }
}

extension StepState {
  /// The panels of bars in the row of one that stand over the same axis as it does, itself among them.
  package func barsAlike(_ panel: Int) -> [Int] {
    var first = 0
    for row in step.panelRows {
      let places = first..<first + row.count
      first = places.upperBound
      guard places.contains(panel) else { continue }
      let axis = scene.axes(of: panels[panel].table).last
      return places.filter {
        panels[$0].comparesLengths && scene.axes(of: panels[$0].table).last == axis
      }
    }
    return [panel]
  }

  /// From the lowest to the highest number that the bars of a panel share a scale with; 0 is among them.
  package func scale(of panel: Int) -> ClosedRange<Float>? {
    guard let group = sharedScales[panel], group.count > 1 else { return nil }
    let subjects = group.map { panels[$0].subjects[0] }.filter { !isVeiled($0) }
    let values = subjects.flatMap { scene.values(of: $0).elements }.filter(\.isFinite)
    return min(0, values.min() ?? 0)...max(0, values.max() ?? 0)
  }
}
