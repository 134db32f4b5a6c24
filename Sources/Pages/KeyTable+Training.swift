import Playground
import Terminal

extension KeyTable {
  /// A run is steered by the keys that drag sliders; only starting it and drawing again have their own.
  static let training: [Binding] = [
    Binding(
      ["r"], in: .lesson, .train(.toggle), foot: "run", rank: 3,
      help: "run the training, and pause it"),
    Binding(
      ["R"], in: .lesson, .train(.redraw),
      help: "draw the random parameters again, to train from another start"),
    Binding(
      [.left, "h"], in: [.training], .value(.nudge(steps: -1, .normal)), foot: "turn", rank: 1,
      shown: [.left, .right], help: "a step back; a smaller rate; half the speed"),
    Binding(
      [.right, "l"], in: [.training], .value(.nudge(steps: 1, .normal)),
      help: "a step on; a larger rate; twice the speed"),
    Binding(
      [.up, "k"], in: [.training], .arrow(.up), foot: "knob", rank: 2,
      shown: [.up, .down], help: "the knob above: step, rate or speed"),
    Binding([.down, "j"], in: [.training], .arrow(.down), help: "the knob below"),
    Binding(
      ["H", .shiftLeft], in: [.training], .value(.nudge(steps: -1, .coarse)),
      help: "ten steps back; a tenth of the rate"),
    Binding(
      ["L", .shiftRight], in: [.training], .value(.nudge(steps: 1, .coarse)),
      help: "ten steps on; ten times the rate"),
    Binding(
      ["0"], in: [.training], .value(.restore),
      help: "the first step; the rate and the speed of the lesson"),
    Binding(["="], in: [.training], .value(.type), help: "type a step, a rate or a speed"),
  ]
}
