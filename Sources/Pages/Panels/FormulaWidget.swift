import Terminal

/// How a matrix is defined, as mathematics.
struct FormulaWidget: PanelWidget {
  let drawn: MathBox

  init(_ formula: MathBox) {
    drawn = formula
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { false }
}

extension PanelContent {
  var formula: MathBox {
    MathBox(.row((title.spans).map(MathTree.text)))
  }
}
