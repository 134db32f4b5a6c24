import Tensors

extension Operation {
  /// Lets every place look at itself and at the few before it; a step above 1 leaves gaps between
  /// them, the dilated window of Beltagy, Peters & Cohan 2020, §3.1.
  static let window = Operation.mask(
    "window",
    "Hides from each place all but itself and `width` − 1 places before it, `step` places apart.",
    [.axis("axis"), .number("width"), .number("step", default: 1)], example: "window(token, 2)",
    sentence: "A token may look at itself and a few places back: 0 there, −∞ elsewhere.",
    reason: { cell in
      let place = "column \(cell.column)"
      return cell.value == 0
        ? "\(place) lies within the window of row \(cell.row)"
        : "\(place) lies outside the window of row \(cell.row)"
    },
    table: { size, call throws(SceneError) in
      let width = try call.whole(0, "width", 1...Graph.mostElements)
      let step = try call.whole(1, "step", 1...Graph.mostElements)
      return { .windowMask(size: size, width: width, step: step) }
    })
}
