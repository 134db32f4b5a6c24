import Playground
import Terminal

extension KeyTable {
  /// The keys of a sentence whose words are in hand.
  static let sentence: [Binding] = [
    Binding(
      "word before", [.left, "h"], in: [.sentence], .sentence(.turn(steps: -1)),
      help: "the word before; drags the blend back"),
    Binding(
      "word after", [.right, "l"], in: [.sentence], .sentence(.turn(steps: 1)),
      foot: "word", rank: 1, shown: ["word before", "word after"],
      help: "another word in this place; drags the blend"),
    Binding(
      "ten times down", ["H", .shiftLeft], in: [.sentence], .sentence(.turn(steps: -10)),
      help: "the same, ten times as far"),
    Binding(
      "ten times up", ["L", .shiftRight], in: [.sentence], .sentence(.turn(steps: 10)),
      help: "the same, ten times as far"),
    Binding(
      "place before", [.up, "k"], in: [.sentence], .sentence(.takeNext(by: -1)),
      help: "takes the place before in hand"),
    Binding(
      "place after", [.down, "j"], in: [.sentence], .sentence(.takeNext(by: 1)),
      foot: "place", rank: 2, shown: ["place before", "place after"],
      help: "takes the next place in hand"),
    Binding(
      "next surprise", [.character(" "), .pageDown], in: [.sentence], .sentence(.nextAct),
      foot: "surprise", rank: 3,
      help: "the next surprise: half a word, then heads that are switched off"),
    Binding(
      "surprise before", [.backspace, .pageUp], in: [.sentence], .sentence(.previousAct),
      help: "the one before"),
    Binding(
      "begin course", ["n"], in: [.sentence], .sentence(.beginCourse), foot: "course",
      rank: 4, help: "begin the course"),
    Binding(
      "why", [.enter], in: [.sentence], .sentence(.why), foot: "why?", rank: 5,
      help: "why this weight?"),
    Binding(
      "edit sentence", ["e"], in: [.sentence], .sentence(.edit), foot: "type", rank: 6,
      help: "type another sentence"),
    Binding(
      "all heads", ["o"], in: [.sentence], .sentence(.openHeads), foot: "heads", rank: 7,
      help: "all heads of the model over this sentence"),
    Binding(
      "start value", ["0"], in: [.sentence], .sentence(.restore),
      help: "the first word again, the blend back, all heads on"),
    Binding(
      "as text", ["v"], in: [.sentence], .open(.plainText), help: "the weights as plain text"),
    Binding("copy", ["y"], in: [.sentence], .copy, help: "copy the weights"),
    Binding("save", ["w"], in: [.sentence], .saveScene, help: "save the head as a .qkv file"),
  ]
}
