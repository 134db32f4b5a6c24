import Lessons
import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Step {
  /// For each panel of bars, the panels that are measured on the same scale, itself among them.
  ///
  /// In a row, scores and what is made of them by plain arithmetic share one, so that lengths compare; an
  /// exponential or a share has left it. `scale=shared` puts bars on one scale wherever they stand.
  package var sharedScales: [Int: [Int]] {
    let panels = panelRows.flatMap { $0 }
    var scales: [Int: [Int]] = [:]
    for panel in panels.indices where panels[panel].comparesLengths { scales[panel] = [panel] }
    var first = 0
    for row in panelRows {
      let group = row.indices.filter { row[$0].hasScaleOfItsKind && keepsScale(row[$0]) }
        .map { first + $0 }
      for panel in group { scales[panel] = group }
      first += row.count
    }
    for isLogarithmic in [false, true] {
      let group = panels.indices.filter {
        panels[$0].comparesLengths && panels[$0].options.scale == .shared
          && panels[$0].options.isLogarithmic == isLogarithmic
      }
      for panel in group { scales[panel] = group }
    }
    return scales
  }

  private func keepsScale(_ panel: Panel) -> Bool { panel.subjects.allSatisfy(scene.keepsScale) }
}

extension Panel {
  /// Whether the author leaves its scale to what its numbers are.
  fileprivate var hasScaleOfItsKind: Bool {
    comparesLengths && options.scale == nil && !options.isLogarithmic
      && options.from == nil && options.to == nil
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

  /// A, or the scene before the last deliberate change: before a whole drag, however many keys it took.
  package var sceneBeforeChange: Scene? {
    guard let moment = kept ?? past.last.map({ Moment(scene: $0.before, step: $0.step) }) else {
      return nil
    }
    return scene(at: moment)
  }

  /// From the lowest to the highest number that the bars of a panel share a scale with; 0 is among them.
  ///
  /// Where the step began, the scale is that of its numbers. It never shrinks below that, and it grows by
  /// round numbers: bars must be seen to change, not their scale.
  package func scale(of panel: Int) -> ClosedRange<Float>? {
    guard let group = sharedScales[panel] else { return nil }
    let subjects = group.flatMap { panels[$0].subjects }.filter { !isVeiled($0) }
    let start = Self.ends(of: subjects, in: [step.scene])
    let now = Self.ends(of: subjects, in: scenesOnScale)
    let low = now.lowerBound < start.lowerBound ? -(-now.lowerBound).roundedUp : start.lowerBound
    let high = now.upperBound > start.upperBound ? now.upperBound.roundedUp : start.upperBound
    let options = panels[panel].options
    let ends = (low: min(options.from ?? low, 0), high: max(options.to ?? high, 0))
    return ends.low...ends.high
  }

  /// From the least to the largest number above 0 that the bars of a panel share a logarithmic scale with, in
  /// whole powers of ten.
  package func logarithmicScale(of panel: Int) -> ClosedRange<Float> {
    let options = panels[panel].options
    if let from = options.from, let to = options.to, from > 0 { return from...to }
    let subjects = (sharedScales[panel] ?? [panel]).flatMap { panels[$0].subjects }
    let values = ([step.scene] + scenesOnScale).flatMap { scene in
      subjects.filter { !isVeiled($0) }.flatMap { scene.values(of: $0).elements }
    }
    let shown = values.filter { $0 > 0 && $0.isFinite }
    let low = options.from.flatMap { $0 > 0 ? $0 : nil } ?? pow(10, floor(log10(shown.min() ?? 1)))
    let high = options.to ?? pow(10, ceil(log10(shown.max() ?? 10)))
    // The least number has a bar too.
    let least = low == shown.min() && options.from == nil ? low / 10 : low
    return least < high && least > 0 ? least...high : 1...10
  }

  /// The scene, and what stands beside it or behind it.
  private var scenesOnScale: [Scene] {
    [scene] + [sceneBeforeChange, counterpart.map(scene(at:))].compactMap(\.self)
  }

  private static func ends(of subjects: [NodeID], in scenes: [Scene]) -> ClosedRange<Float> {
    var (low, high) = (Float(0), Float(0))
    for scene in scenes {
      for value in subjects.lazy.flatMap({ scene.values(of: $0).elements }) where value.isFinite {
        (low, high) = (min(low, value), max(high, value))
      }
    }
    return low...high
  }
}

extension Float {
  /// The next round number that is not below a positive one: 3.2 becomes 4.
  fileprivate var roundedUp: Float {
    guard self > 0, isFinite else { return self }
    let power = pow(10, floor(log10(Double(self))))
    let steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
    let rounded = Float(power * (steps.first { $0 * power >= Double(self) } ?? 10))
    return rounded.isFinite && rounded >= self ? rounded : self
  }
}
