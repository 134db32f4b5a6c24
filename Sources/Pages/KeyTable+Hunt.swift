import Playground
import Terminal

extension KeyTable {
  /// The keys of a hunt for a head.
  static let hunt: [Binding] = [
    Binding(
      "layer above", [.up, "k"], in: [.hunt], .arrow(.up), help: "the layer above"),
    Binding("layer below", [.down, "j"], in: [.hunt], .arrow(.down), help: "the layer below"),
    Binding(
      "head to the left", [.left, "h"], in: [.hunt], .arrow(.left), foot: "head", rank: 1,
      shown: ["head to the left", "head to the right", "layer above", "layer below"],
      help: "the head to the left"),
    Binding(
      "head to the right", [.right, "l"], in: [.hunt], .arrow(.right),
      help: "the head to the right; 1, 2 and 3 give the proofs"),
    Binding(
      "next hunt", ["n"], in: [.hunt], .hunt(.next), foot: "next hunt", rank: 2,
      help: "hunt in another sentence"),
    Binding(
      "all heads", ["o"], in: [.hunt], .hunt(.openHeads), foot: "all heads", rank: 3,
      help: "all heads of the model over this sentence"),
  ]
}
