extension Symbols {
  /// For terminals that speak UTF-8.
  package static let unicode = Symbols(
    isASCII: false,
    rule: "─", verticalRule: "│", branch: "├", lastBranch: "└", corner: "╭", ellipsis: "…",
    done: "●", half: "◐", open: "○", planned: "·", check: "✓", cross: "✗",
    pointer: "▸", guess: "←", up: "↑", down: "↓", left: "←", right: "→",
    shift: "⇧", enter: "⏎", backspace: "⌫",
    track: "─", filledTrack: "━", knob: "●",
    startMark: "┿", thumb: "┃", moreAbove: "▴", moreBelow: "▾",
    bars: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    columns: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    shades: [" ", "░", "▒", "▓", "█"],
    hasBraille: true, dot: "•", axisDot: "·", arrowHead: "•",
    veil: "··",
    minus: "−", dash: "–", times: "×", product: "·", fences: TallFence.unicode, root: "√",
    transposed: "ᵀ",
    infinity: "∞", sigma: "Σ",
    partial: "∂", rise: "↑", fall: "↓")

  /// For the C locale and for paper.
  package static let ascii = Symbols(
    isASCII: true,
    rule: "-", verticalRule: "|", branch: "|", lastBranch: "`", corner: "+", ellipsis: "~",
    done: "#", half: "+", open: "o", planned: ".", check: "v", cross: "x",
    pointer: ">", guess: "<", up: "^", down: "v", left: "<", right: ">",
    shift: "S-", enter: "enter", backspace: "bksp",
    track: "-", filledTrack: "=", knob: "O",
    startMark: "+", thumb: "#", moreAbove: "^", moreBelow: "v",
    bars: [" ", " ", " ", " ", "-", "-", "=", "=", "#"],
    columns: [" ", ".", ".", ".", "-", "-", "=", "=", "#"],
    shades: [" ", ".", ":", "#", "@"],
    hasBraille: false, dot: "*", axisDot: ".", arrowHead: "O",
    veil: "..",
    minus: "-", dash: "-", times: "x", product: "*", fences: TallFence.ascii, root: "sqrt",
    transposed: ".T",
    infinity: "inf",
    sigma: "sum", partial: "d", rise: "^", fall: "v")
}
