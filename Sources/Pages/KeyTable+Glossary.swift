import Playground
import Terminal

extension KeyTable {
  /// Reading an entry: the arrows choose among the steps that show it.
  static let glossary: [Binding] = [
    Binding(
      "place above", [.up, "k"], in: [.entry], .arrow(.up), foot: "choose", rank: 1,
      shown: ["place above", "place below"], help: "the step above, of those that show it"),
    Binding("place below", [.down, "j"], in: [.entry], .arrow(.down), help: "the step below"),
    Binding(
      "show in lesson", [.enter, .right, "l"], in: [.entry], .submit, foot: "go there", rank: 2,
      help: "go to the step that shows it; backspace returns"),
    Binding(
      "to the list", [.backspace, .left, "h"], in: [.entry], .leave(.back), foot: "list", rank: 3,
      help: "back to the list"),
    Binding(
      "page down", [.character(" "), .pageDown], in: [.entry], .pageForward, foot: "page", rank: 5,
      help: "a page down"),
    Binding("page up", [.pageUp], in: [.entry], .pageBackward, help: "a page up"),
  ]
}
