/// How an operation speaks about itself when someone asks why a cell holds its number.
struct OperationProse: Sendable {
  /// One sentence in plain words.
  let sentence: String
  /// How it uses a number: "as a term".
  let use: String
  /// Whether its reads come in pairs that multiply, so that a use can name the partner.
  var pairs = false
  /// The arithmetic with the actual numbers.
  let arithmetic: @Sendable (Cell) -> [Mathematics]

  init(
    _ sentence: String, use: String, pairs: Bool = false,
    arithmetic: @escaping @Sendable (Cell) -> [Mathematics]
  ) {
    self.sentence = sentence
    self.use = use
    self.pairs = pairs
    self.arithmetic = arithmetic
  }
}

/// One cell of a result with the numbers it was made from, in the order of `Kernel.reads`.
struct Cell {
  let index: Int
  let value: Float
  let reads: [Read]
  let values: [Float]
  /// The sizes of the result's axes.
  let shape: [Int]
  /// The options of the call as they are now.
  var settings: [Float] = []

  /// Which of the numbers read stands at the cell's own place, for operations on rows.
  var place: Int { reads.firstIndex { $0.place == index } ?? 0 }

  /// The position that the first place of each axis stands for.
  var firstPositions: [Int] = []

  /// The positions for which the cell's row and column stand: those of the axis that a part was taken
  /// from.
  var rowPosition: Int { row + (firstPositions.dropLast().last ?? 0) }
  var columnPosition: Int { column + (firstPositions.last ?? 0) }

  /// The row and the column of the cell.
  var row: Int { index / (shape.last ?? 1) % (shape.dropLast().last ?? 1) }
  var column: Int { index % (shape.last ?? 1) }
}
