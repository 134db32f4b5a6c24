import Scenes
import Text

/// The values that the sliders of a step are tried with, the same for everybody.
///
/// Switches stay as they are in the step. First each slider alone stands at its ends and in its middle, then all of them together stand at places
/// drawn from a fixed seed, `combinations` times. All values lie on the slider's grid.
struct SliderRanges {
  static let combinations = 200

  let step: Step
  private var random = SplitMix(state: 1)

  init(_ step: Step) {
    self.step = step
  }

  /// The number of trials where nothing bounds them.
  ///
  /// A scene is read again for each other size of an axis, which takes far longer than to compute it.
  var count: Int {
    let combinations = resizes ? Self.combinations / 20 : Self.combinations
    return step.sliders.isEmpty ? 0 : 3 * step.sliders.count + combinations
  }

  var resizes: Bool {
    step.sliders.contains { slider in
      switch slider.target {
      case .axis: true
      case .entry(let entry): step.scene.boundsParts(entry)
      case .angle, .length, .version: false
      }
    }
  }

  /// What the sliders are set to in a trial, counted from 0; nil leaves a slider at its start.
  mutating func trial(_ number: Int) -> [Float?] {
    guard number >= 3 * step.sliders.count else {
      return step.sliders.indices.map { index in
        if index != number / 3 || step.sliders[index].isSwitch { return nil }
        return step.sliders[index].marks(in: step.scene)[number % 3]
      }
    }
    return step.sliders.map { slider in
      if slider.isSwitch { return nil }
      let count = max(slider.domain.count(in: step.scene), 1)
      return slider.domain.value(at: Int(random.next() % UInt64(count)))
    }
  }

  /// The scene of the step with the sliders set; nil where a size does not suit the scene, or takes more
  /// than `most`.
  func scene(_ values: [Float?], within most: SceneCost) -> Scene? {
    var scene = step.scene
    for case (.axis(let axis), let value?) in zip(step.sliders.map(\.target), values) {
      guard (try? scene.resize(axis: axis, to: Int(value), within: most)) != nil else { return nil }
    }
    var entries: [Entry] = []
    var numbers: [Float] = []
    for case (.entry(let entry), let value?) in zip(step.sliders.map(\.target), values) {
      guard let place = step.scene.place(of: entry, in: scene) else { continue }
      entries.append(place)
      numbers.append(value)
    }
    scene.set(entries, to: numbers)
    for (slider, value) in zip(step.sliders, values) where slider.target.entries.count > 1 {
      guard let value, let target = step.target(of: slider, in: scene) else { continue }
      try? scene.set(target, to: value)
    }
    return scene
  }

  /// The settings in words: `k = 0 and X["it","noun"] = 1`.
  func words(_ values: [Float?]) -> String {
    let parts = zip(step.sliders, values).compactMap { slider, value in
      value.map { "\(slider.target.name(in: step.scene)) = \(NumberFormat.typed($0))" }
    }
    let shown = parts.prefix(4) + (parts.count > 4 ? ["\(parts.count - 4) more"] : [])
    return shown.joined(separator: " and ")
  }
}

extension Slider {
  fileprivate var isSwitch: Bool {
    switch target {
    case .version: true
    case .entry, .axis, .angle, .length: false
    }
  }

  /// Its two ends and the middle between them.
  fileprivate func marks(in scene: Scene) -> [Float] {
    let count = max(domain.count(in: scene), 1)
    return [domain.value(at: 0), domain.value(at: (count - 1) / 2), domain.highest(in: scene)]
  }
}

extension SliderDomain {
  /// The end of a range, though it may lie between two places of the grid.
  fileprivate func highest(in scene: Scene) -> Float {
    switch self {
    case .range(let range, _, _): range.upperBound
    case .list, .places, .versions: value(at: max(count(in: scene), 1) - 1)
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
