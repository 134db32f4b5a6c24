import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a slider moves.
package enum SliderTarget: Hashable, Codable, Sendable {
  /// One number of an input.
  case entry(Entry)
  /// The size of the axis of this name.
  case axis(String)
  /// The direction of a vector of two numbers, in degrees from −180 to 180; its length stays.
  case angle(x: Entry, y: Entry)
  /// The length of a vector of two numbers; its direction stays.
  case length(x: Entry, y: Entry)
  /// Which version of the definition of this name runs, counted from 0; the step holds that, not its scene.
  case version(of: String)
}

extension SliderTarget {
  /// The cells of inputs that move with it; none for a size.
  package var entries: [Entry] {
    switch self {
    case .entry(let entry): [entry]
    case .axis, .version: []
    case .angle(let x, let y), .length(let x, let y): [x, y]
    }
  }

  /// The same with its cells elsewhere; nil where one of them is gone.
  package func moving(_ place: (Entry) -> Entry?) -> SliderTarget? {
    switch self {
    case .entry(let entry): place(entry).map(SliderTarget.entry)
    case .axis, .version: self
    case .angle(let x, let y):
      place(x).flatMap { x in place(y).map { SliderTarget.angle(x: x, y: $0) } }
    case .length(let x, let y):
      place(x).flatMap { x in place(y).map { SliderTarget.length(x: x, y: $0) } }
    }
  }

  /// How far each of its cells moves with it, per unit; nil for a size or a version, which jumps.
  package func slopes(in scene: Scene) -> [(entry: Entry, slope: Float)]? {
    switch self {
    case .entry(let entry): return [(entry, 1)]
    case .axis, .version: return nil
    case .angle(let x, let y):
      let degree = Float.pi / 180
      return [(x, -scene.value(of: y) * degree), (y, scene.value(of: x) * degree)]
    case .length(let x, let y):
      let length = scene.value(of: self)
      guard length > 0 else { return [(x, 0), (y, 0)] }
      return [(x, scene.value(of: x) / length), (y, scene.value(of: y) / length)]
    }
  }
}

extension SliderTarget {
  /// What it is called: `X["it","noun"]`, `size(trait)`, `angle of you`.
  package func name(in scene: Scene) -> String {
    switch self {
    case .entry(let entry): scene.label(of: entry)
    case .axis(let axis): "size(\(axis))"
    case .angle(let x, _): "angle of \(scene.name(of: x.node) ?? "")"
    case .length(let x, _): "length of \(scene.name(of: x.node) ?? "")"
    case .version(let name): name
    }
  }
}

extension Scene {
  /// Where a slider stands.
  package func value(of target: SliderTarget) -> Float {
    switch target {
    case .entry(let entry): value(of: entry)
    case .axis(let axis): Float(axes.first { $0.name == axis }?.size ?? 0)
    case .angle(let x, let y):
      (atan2(value(of: y), value(of: x)) * 180 / .pi).withoutNoise
    case .length(let x, let y): hypot(value(of: x), value(of: y)).withoutNoise
    case .version: 0
    }
  }

  /// Moves what a slider moves, and works out once what depends on it.
  ///
  /// A vector without a length has no direction: it points to the right where it gets a length.
  package mutating func set(_ target: SliderTarget, to value: Float) throws(Diagnostics) {
    switch target {
    case .entry(let entry): set(entry, to: value)
    case .axis(let axis): try resize(axis: axis, to: Int(value))
    case .version: break
    case .angle(let x, let y):
      let length = hypot(Double(self.value(of: x)), Double(self.value(of: y)))
      let angle = Double(value) * .pi / 180
      set([x, y], to: [Float(length * cos(angle)), Float(length * sin(angle))])
    case .length(let x, let y):
      let (before, after) = (Double(self.value(of: x)), Double(self.value(of: y)))
      let length = hypot(before, after)
      let (right, up) = length > 0 ? (before / length, after / length) : (1, 0)
      set([x, y], to: [Float(right * Double(value)), Float(up * Double(value))])
    }
  }
}
