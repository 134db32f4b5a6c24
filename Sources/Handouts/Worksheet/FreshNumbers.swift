import Lessons
import Scenes
import Tensors
import Text

/// Round numbers for the inputs of a scene: its own, or others in the same style from a seed.
///
/// Each number moves by a few of the steps in which its table is written, within its slider's range or else that
/// of its table. Zeros, −∞ and tables of zeros and ones stay, since they say what has nothing to do with what.
struct FreshNumbers {
  let scene: Scene
  let sliders: [Slider]
  /// 0 for the scene's own numbers.
  let seed: Int

  /// What sets these inputs, in the words of a scene; nothing for those that stay as they are.
  func assignments(to inputs: [Definition]) -> [String] {
    inputs.enumerated().compactMap { place, input in
      let values = scene.values(of: input.node)
      guard let numbers = numbers(for: input, values.elements, place),
        numbers != values.elements
      else { return nil }
      return "\(input.name) = \(written(numbers[...], values.shape[...]))"
    }
  }

  /// The numbers of an input; nil where they stay.
  private func numbers(for input: Definition, _ values: [Float], _ place: Int) -> [Float]? {
    let draws = RandomStream(seed: UInt64(bitPattern: Int64(seed &* 1009 &+ place)))
    switch input.origin {
    case .random:
      return values.indices.map { seed == 0 ? values[$0].tenths : draws.normal($0).halves }
    case .handSet:
      guard seed > 0, !isSwitch(values), !values.isEmpty else { return nil }
      return moved(values, of: input, draws)
    case .constant, .learned, .computed, .trained, .changed: return nil
    }
  }

  private func isSwitch(_ values: [Float]) -> Bool {
    values.allSatisfy { $0 == 0 || $0 == 1 || $0 == -.infinity }
  }

  private func moved(_ values: [Float], of input: Definition, _ draws: RandomStream) -> [Float]? {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    let grain = grain(of: finite)
    return values.indices.map { cell in
      let entry = Entry(node: input.node, index: cell)
      let range = range(of: entry) ?? (input.axes.isEmpty ? nil : low...high)
      guard let range, values[cell] != 0, values[cell].isFinite else { return values[cell] }
      let steps = Float(Int(draws.uniform(cell) * 7) - 3)
      let number = (values[cell] + steps * grain).withoutNoise
      return min(max(number, range.lowerBound), range.upperBound)
    }
  }

  /// The range of the slider that moves a number, if one does and no part of an axis ends there.
  private func range(of entry: Entry) -> ClosedRange<Float>? {
    guard !scene.boundsParts(entry) else { return nil }
    return sliders.lazy.compactMap { slider in
      guard slider.target == .entry(entry), case .range(let range, _, _) = slider.domain else {
        return nil
      }
      return range
    }.first
  }

  /// The coarsest step in which all these numbers are written.
  private func grain(of values: [Float]) -> Float {
    [1, 0.5, 0.1, 0.05].first { grain in
      values.allSatisfy { abs(($0 / grain).rounded() * grain - $0) < 1e-4 }
    } ?? 0.01
  }

  /// A list of lists of numbers, as a scene reads it.
  private func written(_ numbers: ArraySlice<Float>, _ shape: ArraySlice<Int>) -> String {
    guard let count = shape.first, count > 0 else {
      return numbers.first.map(NumberFormat.exact) ?? "0"
    }
    let stride = numbers.count / count
    let parts = (0..<count).map { part in
      let start = numbers.startIndex + part * stride
      return written(numbers[start..<start + stride], shape.dropFirst())
    }
    return "[\(parts.joined(separator: ", "))]"
  }
}

extension Float {
  fileprivate var tenths: Float { ((self * 10).rounded() / 10).withoutNoise }

  /// Rounded to halves, and between −2 and 2.
  fileprivate var halves: Float { Swift.min(Swift.max((self * 2).rounded() / 2, -2), 2) }
}
