import Lessons
import Scenes

/// The rows and columns of a table.
package struct TableExtent: Equatable, Sendable {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

extension StepState {
  /// The entry that the keys are on: the slider's, or the one under the cursor.
  package var entryInHand: Entry? {
    switch focus {
    case .sliders:
      return sliderInHand.flatMap { target(of: $0) }?.entries.first
    case .panel(let index):
      guard let entry = entry(at: cursor(of: index), of: index) else { return nil }
      return scene.source(of: entry)
    case .words, .training: return nil
    }
  }

  /// What Enter explains: the number in hand, or the derivative that a gradient shows for it.
  package var whyInHand: WhyState? {
    guard let entry = entryInHand else { return nil }
    guard case .panel(let index) = focus, let scalar = panels[index].scalar else {
      // Of a part of a matrix one wants to know how the matrix was made.
      return WhyState(scene.source(of: entry))
    }
    return WhyState(entry, derivativeOf: Entry(node: scalar, index: 0))
  }

  /// The vectors of a plane: a vector as it is, a matrix as its rows.
  package func vectors(of panel: Panel) -> PlaneVectors { PlaneVectors(of: panel, in: scene) }

  /// The range, step and start of an input: its slider's, or generous ones where it has none.
  package func valueInHand(for entry: Entry) -> ValueInHand {
    if let slider = step.sliders.first(where: { target(of: $0) == .entry(entry) }) {
      return valueInHand(for: slider, moving: .entry(entry))
    }
    let value = scene.value(of: entry)
    let start = startValue(of: entry) ?? value
    let reach = max(4, abs(start) * 2, abs(value))
    return ValueInHand(
      slider: .entry(entry), value: value, startValue: start,
      domain: .range(-reach...reach, step: 0.1))
  }

  /// What the slider in hand drags; nil where its cell is gone.
  package var sliderValueInHand: ValueInHand? {
    guard let slider = sliderInHand, let target = target(of: slider) else { return nil }
    return valueInHand(for: slider, moving: target)
  }

  /// The value that an entry had as the step began, if it was there already.
  package func startValue(of entry: Entry) -> Float? {
    scene.place(of: entry, in: start).map(start.value(of:))
  }

  /// What a slider moves now.
  package func target(of slider: Slider) -> SliderTarget? { step.target(of: slider, in: scene) }

  /// Where a slider stands now.
  package func value(of slider: Slider, moving target: SliderTarget) -> Float {
    if let formula = formula(of: target) { return Float(step.version(of: formula)) }
    return slider.domain.counted(scene.value(of: target))
  }

  /// The formula whose versions a slider chooses among.
  package func formula(of target: SliderTarget) -> FormulaSwitch? {
    guard case .version(let name) = target else { return nil }
    return step.switches.first { $0.name == name }
  }

  private func valueInHand(for slider: Slider, moving target: SliderTarget) -> ValueInHand {
    ValueInHand(
      slider: target, value: value(of: slider, moving: target),
      startValue: slider.start(in: start), domain: slider.domain)
  }
}

extension Model {
  /// The input that a drag would change, if there is one; says so in the notice if not.
  package var valueInHand: ValueInHand? {
    guard let stepState = session?.stepState else { return nil }
    if stepState.focus == .sliders { return stepState.sliderValueInHand }
    guard let entry = stepState.entryInHand, stepState.scene.isInput(entry.node) else { return nil }
    return stepState.valueInHand(for: entry)
  }
}
