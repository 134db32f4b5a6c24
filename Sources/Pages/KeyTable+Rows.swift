import Playground
import Progress
import Terminal

extension KeyTable {
  static let general: [Binding] = [
    Binding(
      ["?", .function(1)], in: .commands, .open(.help), foot: "keys", rank: 90,
      help: "all keys of this screen"),
    Binding(["q"], in: .commands, .leave(.back), help: "back one level; quit from the map"),
    Binding(
      [.escape], in: .all.subtracting([.prompt]), .leave(.close),
      help: "close or cancel; never quits"),
    Binding([.escape], in: [.prompt], .leave(.close), foot: "cancel", rank: 3, help: "cancel"),
    Binding(
      [.control("c")], in: .all, .leave(.quit), help: "quit, keeping all progress"),
    Binding(
      [.control("z")], in: .all, .suspend, help: "suspend; fg brings you back"),
    Binding([.control("l")], in: .all, .redraw, help: "draw the screen afresh"),
    Binding(
      ["/"], in: .lesson.union([.map]), .open(.search), foot: "search", rank: 60,
      help: "search lessons and steps"),
    Binding(
      [":"], in: .lesson, .open(.palette), help: "command palette; :12 goes to step 12"),
    Binding(
      [":"], in: [.map], .open(.palette), help: "command palette; :12 opens lesson 12"),
    Binding(
      ["t"], in: .lesson.union([.map]), .nextTheme,
      help: "next theme: dark, light, contrast, mono"),
    Binding(["m"], in: .lesson.union([.map]), .set(.toggleMouse), help: "mouse on or off"),
    Binding(
      ["a"], in: .lesson, .set(.toggleNarration),
      help: "narration on or off: the step is read aloud, its script shown"),
  ]

  static let steps: [Binding] = [
    Binding(
      ["n"], in: .lesson, .turn(.nextStep), foot: "next step", rank: 40, help: "next step"),
    Binding(["p"], in: .lesson, .turn(.previousStep), help: "previous step"),
    Binding(
      [.character(" "), .pageDown], in: .lesson, .pageForward, foot: "read on", rank: 5,
      help: "read on: the next page of words, then the next step"),
    Binding(
      ["b", .pageUp], in: .lesson, .pageBackward,
      help: "read back: the page before, then the step before"),
    Binding(["g", .home], in: .lesson, .turn(.firstStep), help: "first step"),
    Binding(["G", .end], in: .lesson, .turn(.lastStep), help: "last step"),
    Binding(
      ["i"], in: .lesson, .aid(.hint), foot: "hint", rank: 35, help: "next hint"),
    Binding(
      ["s"], in: .lesson, .aid(.solution), help: "show the solution (asks once)"),
    Binding(["c"], in: .lesson, .aid(.check), help: "check the goal now"),
  ]

  static let stepState: [Binding] = [
    Binding(
      [.left, "h"], in: [.sliders], .value(.nudge(steps: -1, .normal)), foot: "drag", rank: 1,
      shown: [.left, .right], help: "drag down"),
    Binding([.right, "l"], in: [.sliders], .value(.nudge(steps: 1, .normal)), help: "drag up"),
    Binding(
      [.up, "k"], in: [.sliders], .arrow(.up), foot: "slider", rank: 2, shown: [.up, .down],
      help: "slider above"),
    Binding([.down, "j"], in: [.sliders], .arrow(.down), help: "slider below"),
    Binding(
      [.up, "k"], in: [.table], .arrow(.up), foot: "cell", rank: 1,
      shown: [.left, .right, .up, .down], help: "row above"),
    Binding([.down, "j"], in: [.table], .arrow(.down), help: "row below"),
    Binding([.left, "h"], in: [.table], .arrow(.left), help: "column to the left"),
    Binding([.right, "l"], in: [.table], .arrow(.right), help: "column to the right"),
    Binding(
      ["-", "_"], in: [.table], .value(.nudge(steps: -1, .normal)), help: "drag an input down"),
    Binding(
      ["]"], in: [.table], .focus(.nextStack), foot: "next table", rank: 4,
      help: "the next table of a stack"),
    Binding(
      ["+"], in: [.table], .value(.nudge(steps: 1, .normal)), foot: "drag input", rank: 3,
      shown: ["+", "-"],
      help: "drag an input up"),
    Binding(
      [.left, "h"], in: [.plane], .arrow(.left), foot: "drag tip", rank: 1,
      shown: [.left, .right, .up, .down], help: "drag the tip left"),
    Binding([.right, "l"], in: [.plane], .arrow(.right), help: "drag the tip right"),
    Binding([.up], in: [.plane], .arrow(.up), help: "drag the tip up"),
    Binding([.down], in: [.plane], .arrow(.down), help: "drag the tip down"),
    Binding(["j"], in: [.plane], .focus(.nextStack), foot: "vector", rank: 2, help: "next vector"),
    Binding(
      [.up, "k"], in: [.words], .arrow(.up), foot: "scroll", rank: 1, shown: [.up, .down],
      help: "a line up"),
    Binding([.down, "j"], in: [.words], .arrow(.down), help: "a line down"),
    Binding([.left, "h"], in: [.words], .arrow(.left), help: "says what can be dragged here"),
    Binding([.right, "l"], in: [.words], .arrow(.right), help: "the same"),
    Binding(
      ["H", .shiftLeft], in: [.sliders, .table], .value(.nudge(steps: -1, .coarse)),
      help: "drag down, ten times as far"),
    Binding(
      ["L", .shiftRight], in: [.sliders, .table], .value(.nudge(steps: 1, .coarse)),
      help: "drag up, ten times as far"),
    Binding(
      [","], in: [.sliders, .table], .value(.nudge(steps: -1, .fine)),
      help: "drag down, a tenth as far"),
    Binding(
      ["."], in: [.sliders, .table], .value(.nudge(steps: 1, .fine)),
      help: "drag up, a tenth as far"),
    Binding(["="], in: [.sliders, .table], .value(.type), help: "type a value"),
    Binding(["0"], in: [.sliders, .table], .value(.restore), help: "back to the start value"),
    Binding(
      [.tab], in: .lesson, .focus(.next), foot: "panel", rank: 10,
      help: "next part of the page; 1 to 9 go there at once, or answer"),
    Binding([.backTab], in: .lesson, .focus(.previous), help: "the part before"),
    Binding(
      ["z"], in: .lesson, .focus(.zoom), foot: "whole page", rank: 4,
      help: "one panel alone, and back"),
    Binding(
      [.enter], in: .lesson, .why(.ask), foot: "why?", rank: 15, help: "why this number?"),
    Binding(
      ["u"], in: .lesson, .history(.undo), foot: "undo", rank: 30, help: "undo the last change"
    ),
    Binding(["U"], in: .lesson, .history(.redo), help: "redo"),
    Binding(
      ["x"], in: .lesson, .history(.reset), help: "put the whole step back to its start"),
    Binding(
      ["o"], in: .lesson, .history(.toggleSandbox),
      help: "sandbox: try anything; progress is left alone"
    ),
    Binding(
      ["f"], in: [.table], .pin(.row), help: "keep this row in view while scrolling, or let it go"),
    Binding(["F"], in: [.table], .pin(.column), help: "keep this column in view, or let it go"),
    Binding(
      ["d"], in: .lesson, .slopes,
      help: "∂: how much each slider moves the number in hand, or the goal's"),
    Binding(["v"], in: .lesson, .open(.plainText), help: "this panel as plain text"),
    Binding(["y"], in: .lesson.union([.why, .page]), .copy, help: "copy this panel"),
    Binding(["w"], in: .lesson, .saveScene, help: "save the scene as a .qkv file"),
  ]

  static let explanations: [Binding] = [
    Binding(
      [.up, "k"], in: [.why], .arrow(.up), foot: "operand", rank: 1, shown: [.up, .down],
      help: "operand above"),
    Binding([.down, "j"], in: [.why], .arrow(.down), help: "operand below"),
    Binding(
      [.enter, .right, "l"], in: [.why], .why(.follow), foot: "follow it to its source", rank: 2,
      help: "follow this operand to its source"),
    Binding(
      [.backspace, .left, "h"], in: [.why], .why(.goBack), foot: "back", rank: 3,
      help: "return to the number before"),
    Binding(
      ["g"], in: [.why], .why(.toggleGradients), foot: "gradients", rank: 4,
      help: "how every input moves this number"),
  ]

  static let lists: [Binding] = [
    Binding(
      [.up, "k"], in: [.map], .arrow(.up), foot: "lesson", rank: 1, shown: [.up, .down],
      help: "lesson above"),
    Binding([.down, "j"], in: [.map], .arrow(.down), help: "lesson below"),
    Binding(
      [.up, "k"], in: [.page], .arrow(.up), foot: "scroll", rank: 1, shown: [.up, .down],
      help: "a line up"),
    Binding([.down, "j"], in: [.page], .arrow(.down), help: "a line down"),
    Binding(
      [.up], in: [.list], .arrow(.up), foot: "move", rank: 1, shown: [.up, .down],
      help: "the row above"),
    Binding([.down], in: [.list], .arrow(.down), help: "the row below"),
    Binding(
      [.character(" "), .pageDown], in: [.page, .why], .pageForward, foot: "page", rank: 5,
      help: "a page down"),
    Binding([.right, "l"], in: [.page], .pageForward, help: "the next page"),
    Binding([.left, "h"], in: [.page], .pageBackward, help: "the page before"),
    Binding([.pageUp, "b"], in: [.page, .why], .pageBackward, help: "a page up"),
    Binding(["g", .home], in: [.map], .turn(.firstStep), help: "first lesson"),
    Binding(["G", .end], in: [.map], .turn(.lastStep), help: "last lesson"),
    Binding(
      [.enter, .character(" ")], in: [.map], .submit, foot: "open", rank: 2,
      help: "open the lesson"
    ),
    Binding([.enter], in: [.list], .submit, foot: "choose", rank: 2, help: "choose"),
    Binding(
      [.enter], in: [.prompt], .submit, foot: "done", rank: 2,
      help: "take over what is typed"),
    Binding(
      ["r"], in: [.map], .open(.review), foot: "review", rank: 20,
      help: "review the questions that went wrong"),
    Binding(
      ["o"], in: [.map], .go(.playground), foot: "playground", rank: 30, help: "the free playground"
    ),
  ]
  static let typing: [Binding] = [
    Binding(
      [.left, .control("b")], in: [.list, .prompt], .edit(.line(.moveLeft)),
      help: "a character to the left"),
    Binding(
      [.right, .control("f")], in: [.list, .prompt], .edit(.line(.moveRight)),
      help: "a character to the right"),
    Binding(
      [.home, .control("a")], in: [.list, .prompt], .edit(.line(.moveToStart)),
      help: "to the start of the line"),
    Binding(
      [.end, .control("e")], in: [.list, .prompt], .edit(.line(.moveToEnd)),
      help: "to the end of the line"),
    Binding(
      [.backspace], in: [.list, .prompt], .edit(.line(.eraseBackward)),
      help: "erase a character"),
    Binding(
      [.delete, .control("d")], in: [.list, .prompt], .edit(.line(.eraseForward)),
      help: "erase the character under the cursor"),
    Binding(
      [.control("w")], in: [.list, .prompt], .edit(.line(.eraseWordBackward)),
      help: "erase the word before the cursor"),
    Binding(
      [.control("u")], in: [.list, .prompt], .edit(.line(.eraseToStart)),
      help: "erase all before the cursor"),
    Binding(
      [.control("k")], in: [.list, .prompt], .edit(.line(.eraseToEnd)),
      help: "erase all behind the cursor"),
  ]
}
