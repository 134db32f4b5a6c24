import Playground
import Terminal

extension KeyTable {
  /// A run is steered by the keys that drag sliders; only starting it and drawing again have their own.
  static let training: [Binding] = [
    Binding(
      "run", ["r"], in: .lesson, .train(.toggle), foot: "run", rank: 3,
      help: "run the training or the measurement, and pause it"),
    Binding(
      "another start", ["R"], in: .lesson, .train(.redraw),
      help: "sample the random parameters again, to train from another start"),
    Binding(
      "drag down", [.left, "h"], in: [.training], .value(.nudge(steps: -1, .normal)), foot: "turn",
      rank: 1, shown: ["drag down", "drag up"], help: "a step back; a smaller rate; half the speed"),
    Binding(
      "drag up", [.right, "l"], in: [.training], .value(.nudge(steps: 1, .normal)),
      help: "a step on; a larger rate; twice the speed"),
    Binding(
      "slider above", [.up, "k"], in: [.training], .arrow(.up), foot: "knob", rank: 2,
      shown: ["slider above", "slider below"], help: "the knob above: step, rate or speed"),
    Binding(
      "slider below", [.down, "j"], in: [.training], .arrow(.down), help: "the knob below"),
    Binding(
      "ten times down", ["H", .shiftLeft], in: [.training], .value(.nudge(steps: -1, .coarse)),
      help: "ten steps back; a tenth of the rate"),
    Binding(
      "ten times up", ["L", .shiftRight], in: [.training], .value(.nudge(steps: 1, .coarse)),
      help: "ten steps on; ten times the rate"),
    Binding(
      "a tenth down", [","], in: [.training], .value(.nudge(steps: -1, .fine)),
      help: "a step back; a slightly smaller rate"),
    Binding(
      "a tenth up", ["."], in: [.training], .value(.nudge(steps: 1, .fine)),
      help: "a step on; a slightly larger rate"),
    Binding(
      "start value", ["0"], in: [.training], .value(.restore),
      help: "the first step; the rate and the speed of the lesson"),
    Binding(
      "type a value", ["="], in: [.training], .value(.type), help: "type a step, a rate or a speed"),
  ]
}
