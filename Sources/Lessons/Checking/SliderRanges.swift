import Scenes
import Text

/// The values that the sliders of a step are tried with, the same for everybody.
///
/// First each slider alone stands at its ends and in its middle, then all of them together stand at places
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
      }
    }
  }

  /// What the sliders are set to in a trial, counted from 0; nil leaves a slider at its start.
  mutating func trial(_ number: Int) -> [Float?] {
    guard number >= 3 * step.sliders.count else {
      return step.sliders.indices.map { index in
        index == number / 3 ? step.sliders[index].marks[number % 3] : nil
      }
    }
    return step.sliders.map { $0.value(at: Int(random.next() % UInt64($0.gridCount))) }
  }

  /// The scene of the step with the sliders set; nil where a size does not suit the scene, or takes more
  /// than `most`.
  func scene(_ values: [Float?], within most: SceneCost) -> Scene? {
    var scene = step.scene
    var entries: [Entry] = []
    var numbers: [Float] = []
    for case (.axis(let axis), let value?) in zip(step.sliders.map(\.target), values) {
      guard (try? scene.resize(axis: axis, to: Int(value), within: most)) != nil else { return nil }
    }
    for case (.entry(let entry), let value?) in zip(step.sliders.map(\.target), values) {
      guard let place = step.scene.place(of: entry, in: scene) else { continue }
      entries.append(place)
      numbers.append(value)
    }
    scene.set(entries, to: numbers)
    return scene
  }

  /// The settings in words: `k = 0 and X["it","noun"] = 1`.
  func words(_ values: [Float?]) -> String {
    let parts = zip(step.sliders, values).compactMap { slider, value in
      value.map { "\(slider.subject(in: step.scene)) = \(NumberFormat.typed($0))" }
    }
    let shown = parts.prefix(4) + (parts.count > 4 ? ["\(parts.count - 4) more"] : [])
    return shown.joined(separator: " and ")
  }
}

extension Slider {
  /// Its two ends and the middle between them.
  fileprivate var marks: [Float] {
    [range.lowerBound, value(at: (gridCount - 1) / 2), range.upperBound]
  }

  /// How many values it can stand at; a slider with millions is taken for a coarser one.
  fileprivate var gridCount: Int {
    let steps = Double(range.upperBound - range.lowerBound) / Double(step)
    return Int(min(max((steps + 1e-4).rounded(.down), 0), 1e6)) + 1
  }

  fileprivate func value(at place: Int) -> Float {
    let low = Double(range.lowerBound)
    let value = low + Double(place) * Double(step)
    return min(Float((value * 1e5).rounded() / 1e5), range.upperBound)
  }

  fileprivate func subject(in scene: Scene) -> String {
    switch target {
    case .entry(let entry): scene.label(of: entry)
    case .axis(let axis): "size(\(axis))"
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
