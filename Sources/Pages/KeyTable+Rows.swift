import Playground
import Progress
import Terminal

extension KeyTable {
  static let everywhere: [Binding] = [
    Binding(
      "help", ["?", .function(1)], in: .commands, .open(.help), foot: "keys", rank: 90,
      help: "all keys of this screen"),
    Binding(
      "back", ["q"], in: .commands, .leave(.back), help: "back one level; quit from the map"),
    Binding(
      "close", [.escape], in: .all.subtracting([.prompt]), .leave(.close),
      help: "close or cancel; never quits"),
    Binding(
      "close", [.escape], in: [.prompt], .leave(.close), foot: "cancel", rank: 3, help: "cancel"),
    Binding(
      "quit", [.control("c")], in: .all, .leave(.quit), help: "quit, keeping all progress"),
    Binding(
      "suspend", [.control("z")], in: .all, .suspend, help: "suspend; fg brings you back"),
    Binding("redraw", [.control("l")], in: .all, .redraw, help: "draw the screen again"),
    Binding(
      "search", ["/"], in: .commands, .open(.search), foot: "search", rank: 60,
      help: "search lessons, steps and their words"),
    Binding(
      "commands", [":"], in: .commands, .open(.palette),
      help: "command palette; :12 goes to step 12, on the map to lesson 12"),
    Binding(
      "glossary", ["g"], in: [.map], .glossary, foot: "glossary", rank: 61,
      help: "glossary and frequent questions"),
    Binding(
      "glossary", ["g"], in: .commands.subtracting([.map, .entry]), .glossary,
      help: "glossary and frequent questions, at what is in hand"),
    Binding("glossary", ["g"], in: [.entry], .leave(.close), help: "close the glossary"),
    Binding("map", ["m"], in: .commands.subtracting([.map]), .go(.map), help: "the course map"),
    Binding(
      "theme", ["t"], in: .commands, .nextTheme, help: "next theme: dark, light, contrast, mono"),
    Binding(
      "voice", ["a"], in: .commands, .set(.toggleNarration),
      help: "voice on or off: each step is read aloud, its script shown"),
    Binding(
      "pause voice", ["P"], in: .lesson, .listen(.pause), foot: "pause voice", rank: 45,
      help: "pause the voice, or go on; at the end say it again"),
    Binding(
      "next sentence", ["}"], in: .lesson, .listen(.next), help: "the voice: next sentence"),
    Binding(
      "previous sentence", ["{"], in: .lesson, .listen(.previous),
      help: "the voice: the sentence before"),
    Binding("faster voice", [">"], in: .commands, .set(.fasterVoice), help: "the voice: faster"),
    Binding("slower voice", ["<"], in: .commands, .set(.slowerVoice), help: "the voice: slower"),
    Binding("mouse", ["M"], in: .commands, .set(.toggleMouse), help: "mouse on or off"),
  ].listed(under: .everywhere)

  static let steps: [Binding] = [
    Binding(
      "next step", ["n"], in: .lesson, .turn(.nextStep), foot: "next step", rank: 40,
      help: "next step"),
    Binding("previous step", ["p"], in: .lesson, .turn(.previousStep), help: "previous step"),
    Binding(
      "previous step", ["p"], in: [.closing], .turn(.previousStep), foot: "play on", rank: 25,
      help: "play on with the last step; a digit goes back to that step"),
    Binding(
      "go on", [.character(" "), .pageDown], in: .lesson, .pageForward, foot: "read on", rank: 5,
      help: "read on: the next page of words, then the next step"),
    Binding(
      "go back", [.backspace, .pageUp], in: .lesson, .pageBackward,
      help: "read back: the page before, then the step before"),
    Binding("first step", [.home], in: .lesson, .turn(.firstStep), help: "first step"),
    Binding("last step", [.end], in: .lesson, .turn(.lastStep), help: "last step"),
    Binding("hint", ["i"], in: .lesson, .aid(.hint), foot: "hint", rank: 35, help: "next hint"),
    Binding("solution", ["s"], in: .lesson, .aid(.solution), help: "show the solution (asks once)"),
    Binding("check", ["c"], in: .lesson, .aid(.check), help: "check the goal now"),
    Binding(
      "experiment", ["E"], in: .lesson, .aid(.experiment), foot: "experiment", rank: 34,
      help: "open the experiment that tests the belief behind a wrong answer"),
    Binding(
      "write", ["e"], in: .lesson, .aid(.write), help: "write the formula that is asked for"),
  ].listed(under: .lesson)

  static let stepState: [Binding] = [
    Binding(
      "drag down", [.left, "h"], in: [.sliders], .value(.nudge(steps: -1, .normal)), foot: "drag",
      rank: 1, shown: ["drag down", "drag up"], help: "drag down"),
    Binding(
      "drag up", [.right, "l"], in: [.sliders], .value(.nudge(steps: 1, .normal)), help: "drag up"),
    Binding(
      "slider above", [.up, "k"], in: [.sliders], .arrow(.up), foot: "slider", rank: 2,
      shown: ["slider above", "slider below"], help: "slider above"),
    Binding("slider below", [.down, "j"], in: [.sliders], .arrow(.down), help: "slider below"),
    Binding(
      "cell above", [.up, "k"], in: [.table], .arrow(.up), foot: "cell", rank: 1,
      shown: ["cell to the left", "cell to the right", "cell above", "cell below"],
      help: "row above"),
    Binding("cell below", [.down, "j"], in: [.table], .arrow(.down), help: "row below"),
    Binding(
      "cell to the left", [.left, "h"], in: [.table], .arrow(.left), help: "column to the left"),
    Binding(
      "cell to the right", [.right, "l"], in: [.table], .arrow(.right),
      help: "column to the right"),
    Binding(
      "drag cell down", ["-", "_"], in: [.table], .value(.nudge(steps: -1, .normal)),
      help: "drag an input down"),
    Binding(
      "drag cell up", ["+"], in: [.table], .value(.nudge(steps: 1, .normal)), foot: "drag input",
      rank: 3, shown: ["drag cell up", "drag cell down"], help: "drag an input up"),
    Binding(
      "previous table", ["["], in: [.table], .focus(.previousStack),
      help: "the table before in a stack"),
    Binding(
      "next table", ["]"], in: [.table], .focus(.nextStack), foot: "another table", rank: 4,
      shown: ["previous table", "next table"], help: "the next table of a stack"),
    Binding(
      "tip to the left", [.left, "h"], in: [.plane], .arrow(.left), foot: "drag tip", rank: 1,
      shown: ["tip to the left", "tip to the right", "tip up", "tip down"],
      help: "drag the tip left"),
    Binding(
      "tip to the right", [.right, "l"], in: [.plane], .arrow(.right), help: "drag the tip right"),
    Binding("tip up", [.up, "k"], in: [.plane], .arrow(.up), help: "drag the tip up"),
    Binding("tip down", [.down, "j"], in: [.plane], .arrow(.down), help: "drag the tip down"),
    Binding(
      "previous vector", ["["], in: [.plane], .focus(.previousStack), help: "the vector before"),
    Binding(
      "next vector", ["]"], in: [.plane], .focus(.nextStack), foot: "vector", rank: 2,
      shown: ["previous vector", "next vector"], help: "the next vector"),
    Binding(
      "scroll up", [.up, "k"], in: [.words], .arrow(.up), foot: "scroll", rank: 1,
      shown: ["scroll up", "scroll down"], help: "a line up"),
    Binding("scroll down", [.down, "j"], in: [.words], .arrow(.down), help: "a line down"),
    Binding(
      "left in words", [.left, "h"], in: [.words], .arrow(.left),
      help: "says what can be dragged here"),
    Binding("right in words", [.right, "l"], in: [.words], .arrow(.right), help: "the same"),
    Binding(
      "ten times down", ["H", .shiftLeft], in: [.sliders, .table],
      .value(.nudge(steps: -1, .coarse)), help: "drag down, ten times as far; in a list to its end"),
    Binding(
      "ten times up", ["L", .shiftRight], in: [.sliders, .table],
      .value(.nudge(steps: 1, .coarse)), help: "drag up, ten times as far; in a list to its end"),
    Binding(
      "a tenth down", [","], in: [.sliders, .table], .value(.nudge(steps: -1, .fine)),
      help: "drag down, a tenth as far"),
    Binding(
      "a tenth up", ["."], in: [.sliders, .table], .value(.nudge(steps: 1, .fine)),
      help: "drag up, a tenth as far"),
    Binding("type a value", ["="], in: [.sliders, .table], .value(.type), help: "type a value"),
    Binding(
      "start value", ["0"], in: [.sliders, .table], .value(.restore),
      help: "back to the start value"),
    Binding(
      "next part", [.tab], in: .lesson, .focus(.next), foot: "panel", rank: 10,
      help: "next part of the page; 1 to 9 go there at once, or answer"),
    Binding("previous part", [.backTab], in: .lesson, .focus(.previous), help: "the part before"),
    Binding(
      "zoom", ["z"], in: .lesson, .focus(.zoom), foot: "whole page", rank: 4,
      help: "one panel alone, and back"),
    Binding(
      "why", [.enter], in: .lesson, .why(.ask), foot: "why?", rank: 15, help: "why this number?"),
    Binding(
      "undo", ["u"], in: .lesson, .history(.undo), foot: "undo", rank: 30,
      help: "undo the last change"),
    Binding("redo", ["U"], in: .lesson, .history(.redo), help: "redo"),
    Binding(
      "reset", ["x"], in: .lesson, .history(.reset), help: "put the whole step back to its start"),
    Binding(
      "sandbox", ["o"], in: .lesson, .history(.toggleSandbox),
      help: "sandbox: try anything; progress is left alone"),
    Binding(
      "keep row", ["f"], in: [.table], .pin(.row),
      help: "keep this row in view while scrolling, or let it go"),
    Binding(
      "keep column", ["F"], in: [.table], .pin(.column),
      help: "keep this column in view, or let it go"),
    Binding(
      "slopes", ["d"], in: .lesson, .slopes,
      help: "∂: how much each slider moves the number in hand, or the goal's"),
    Binding("as text", ["v"], in: .lesson, .open(.plainText), help: "this panel as plain text"),
    Binding("copy", ["y"], in: .lesson.union([.why, .page]), .copy, help: "copy this panel"),
    Binding(
      "copy", ["y"], in: [.closing], .copy, foot: "copy my recap", rank: 30,
      help: "copy what you answered, as Markdown"),
    Binding(
      "a and b", ["b"], in: .lesson, .history(.keepAside), rank: 45,
      help: "A | B: keep this as A and drag on as B, changes against A; again: B alone"),
    Binding(
      "about", ["A"], in: .lesson, .open(.about), help: "what this lesson is about, what to read on"
    ),
    Binding(
      "notes", ["I"], in: .lesson, .open(.notes), help: "the instructor's notes on this step"),
    Binding("save", ["w"], in: .lesson, .saveScene, help: "save the scene as a .qkv file"),
  ]

  static let heads: [Binding] = [
    Binding(
      "layer above", [.up, "k"], in: [.heads], .arrow(.up), foot: "head", rank: 1,
      shown: ["head to the left", "head to the right", "layer above", "layer below"],
      help: "the layer above"),
    Binding("layer below", [.down, "j"], in: [.heads], .arrow(.down), help: "the layer below"),
    Binding(
      "head to the left", [.left, "h"], in: [.heads], .arrow(.left), help: "the head to the left"),
    Binding(
      "head to the right", [.right, "l"], in: [.heads], .arrow(.right),
      help: "the head to the right"),
    Binding(
      "open head", [.enter], in: [.heads], .heads(.open), foot: "open as a scene", rank: 2,
      help: "open the head as a scene"),
    Binding(
      "previous token", ["["], in: [.heads], .heads(.previousToken),
      help: "the token before asks"),
    Binding(
      "next token", ["]"], in: [.heads], .heads(.nextToken), foot: "token that asks", rank: 3,
      shown: ["previous token", "next token"], help: "the next token asks"),
    Binding(
      "edit sentence", ["e"], in: [.heads], .heads(.edit), foot: "edit the sentence", rank: 4,
      help: "type another sentence"),
    Binding(
      "silence head", ["X"], in: [.heads], .heads(.silence), foot: "silence", rank: 5,
      help: "silence the head, or let it write again, and see what that costs"),
    Binding(
      "transplant", ["T"], in: [.heads], .heads(.transplant), foot: "transplant", rank: 6,
      help: "move what the head writes into another sentence, and see what its answer becomes"),
    Binding(
      "earlier in training", [","], in: [.heads], .heads(.earlier),
      help: "the model at an earlier step of its training"),
    Binding(
      "later in training", ["."], in: [.heads], .heads(.later), foot: "training", rank: 3,
      shown: ["earlier in training", "later in training"],
      help: "the model at a later step of its training"),
  ]

  static let explanations: [Binding] = [
    Binding(
      "operand above", [.up, "k"], in: [.why], .arrow(.up), foot: "operand", rank: 1,
      shown: ["operand above", "operand below"], help: "operand above"),
    Binding("operand below", [.down, "j"], in: [.why], .arrow(.down), help: "operand below"),
    Binding(
      "follow", [.enter, .right, "l"], in: [.why], .why(.follow), foot: "follow it to its source",
      rank: 2, help: "follow this operand to its source"),
    Binding(
      "return", [.backspace, .left, "h"], in: [.why], .why(.goBack), foot: "back", rank: 3,
      help: "return to the number before"),
    Binding(
      "slopes", ["d"], in: [.why], .why(.toggleGradients), foot: "slopes", rank: 4,
      help: "∂: how much every input moves this number"),
    Binding(
      "page down", [.character(" "), .pageDown], in: [.why], .pageForward, foot: "page", rank: 5,
      help: "a page down"),
    Binding("page up", [.pageUp], in: [.why], .pageBackward, help: "a page up"),
  ]

  static let lists: [Binding] = [
    Binding(
      "lesson above", [.up, "k"], in: [.map], .arrow(.up), foot: "lesson", rank: 1,
      shown: ["lesson above", "lesson below"], help: "lesson above"),
    Binding("lesson below", [.down, "j"], in: [.map], .arrow(.down), help: "lesson below"),
    Binding("first lesson", [.home], in: [.map], .turn(.firstStep), help: "first lesson"),
    Binding("last lesson", [.end], in: [.map], .turn(.lastStep), help: "last lesson"),
    Binding(
      "open", [.enter, .character(" ")], in: [.map], .submit, foot: "open", rank: 2,
      help: "open the lesson"),
    Binding(
      "review", ["r"], in: [.map, .closing], .go(.review), foot: "review", rank: 20,
      help: "review: old questions with other numbers, about three minutes"),
    Binding(
      "open", [.enter, .character(" ")], in: [.closing], .submit, foot: "go on", rank: 2,
      help: "go on to the next lesson, or to the map"),
    Binding(
      "continue", ["c"], in: [.map], .map(.goOn), foot: "continue", rank: 10,
      help: "go on with the lesson that you left last"),
    Binding(
      "mark done", ["d"], in: [.map], .map(.toggleDone),
      help: "mark the lesson as complete, or take that back"),
    Binding(
      "take again", ["x"], in: [.map], .map(.toggleAgain),
      help: "mark the lesson to be taken again, or take that back"),
    Binding(
      "short path", ["s"], in: [.map], .map(.toggleShortPath), foot: "short path", rank: 40,
      help: "the short path for one class, or the whole course"),
    Binding(
      "where to start", ["w"], in: [.map], .go(.diagnostic), foot: "where to start", rank: 45,
      help: "where to start: ten questions that let you skip what you know"),
    Binding(
      "playground", ["o"], in: [.map], .go(.playground), foot: "playground", rank: 30,
      help: "the free playground"),
    Binding(
      "scroll up", [.up, "k"], in: [.page], .arrow(.up), foot: "scroll", rank: 1,
      shown: ["scroll up", "scroll down"], help: "a line up"),
    Binding("scroll down", [.down, "j"], in: [.page], .arrow(.down), help: "a line down"),
    Binding(
      "go on", [.character(" "), .pageDown], in: [.page], .pageForward, foot: "page", rank: 5,
      help: "a page down"),
    Binding("go back", [.backspace, .pageUp], in: [.page], .pageBackward, help: "a page up"),
    Binding("next page", [.right, "l", "]"], in: [.page], .pageForward, help: "the next page"),
    Binding(
      "previous page", [.left, "h", "["], in: [.page], .pageBackward, help: "the page before"),
    Binding(
      "choice above", [.up], in: [.list], .arrow(.up), foot: "move", rank: 1,
      shown: ["choice above", "choice below"], help: "the row above"),
    Binding("choice below", [.down], in: [.list], .arrow(.down), help: "the row below"),
    Binding("choose", [.enter], in: [.list], .submit, foot: "choose", rank: 2, help: "choose"),
    Binding(
      "done", [.enter], in: [.prompt], .submit, foot: "done", rank: 2,
      help: "take over what is typed"),
  ]

  static let typing: [Binding] = [
    Binding(
      "character to the left", [.left, .control("b")], in: [.list, .prompt],
      .edit(.line(.moveLeft)), help: "a character to the left"),
    Binding(
      "character to the right", [.right, .control("f")], in: [.list, .prompt],
      .edit(.line(.moveRight)), help: "a character to the right"),
    Binding(
      "start of line", [.home, .control("a")], in: [.list, .prompt], .edit(.line(.moveToStart)),
      help: "to the start of the line"),
    Binding(
      "end of line", [.end, .control("e")], in: [.list, .prompt], .edit(.line(.moveToEnd)),
      help: "to the end of the line"),
    Binding(
      "erase", [.backspace], in: [.list, .prompt], .edit(.line(.eraseBackward)),
      help: "erase a character"),
    Binding(
      "erase under cursor", [.delete, .control("d")], in: [.list, .prompt],
      .edit(.line(.eraseForward)), help: "erase the character under the cursor"),
    Binding(
      "erase word", [.control("w")], in: [.list, .prompt], .edit(.line(.eraseWordBackward)),
      help: "erase the word before the cursor"),
    Binding(
      "erase to start", [.control("u")], in: [.list, .prompt], .edit(.line(.eraseToStart)),
      help: "erase everything before the cursor"),
    Binding(
      "erase to end", [.control("k")], in: [.list, .prompt], .edit(.line(.eraseToEnd)),
      help: "erase everything after the cursor"),
  ]
}
