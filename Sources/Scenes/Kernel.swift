import Tensors

/// The arithmetic of one operation on matrices of known shape, forward and back.
protocol Kernel: Sendable {
  /// Fills `result`, which has its size already.
  func fill(_ result: inout [Float], from operands: Operands)

  /// How many numbers `fill` notes beside its result for the way back.
  var noteCount: Int { get }

  /// As `fill(_:from:)`, with `noteCount` numbers noted.
  func fill(_ result: inout [Float], noting notes: inout [Float], from operands: Operands)

  /// Adds what operand `position` gains: the result's sensitivity times the local derivative.
  ///
  /// Where the result jumps instead of moving, nothing is added.
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward)

  /// Which numbers cell `index` is made from.
  func reads(_ index: Int) -> [Read]

  /// The cell of the only operand that cell `index` shows unchanged, for views.
  func shown(_ index: Int) -> Int?

  /// Whether each number of the result is a sum of as many products as a row has places.
  var multipliesRows: Bool { get }

  /// The options of the call, in the order of its parameters.
  var settings: [Setting] { get }

  /// The kernel with other random numbers; draw 0 is what the text says.
  func drawn(_ draw: Int) -> any Kernel
}

extension Kernel {
  var noteCount: Int { 0 }

  func fill(_ result: inout [Float], noting notes: inout [Float], from operands: Operands) {
    fill(&result, from: operands)
  }

  func shown(_ index: Int) -> Int? { nil }
  func drawn(_ draw: Int) -> any Kernel { self }
  var multipliesRows: Bool { false }
  var settings: [Setting] { [] }
}

/// The matrices that an operation works on, read in place.
struct Operands {
  let tensors: UnsafeBufferPointer<Tensor>
  let nodes: [Int]

  subscript(position: Int) -> [Float] { tensors[nodes[position]].elements }
}

/// What a derivative may look at: the operands, the result with what was noted beside it, and how
/// much each of its cells matters.
struct Backward {
  let operands: Operands
  let result: [Float]
  let notes: [Float]
  let sensitivity: [Float]
}

/// One number that a cell is made from: which operand, and which of its cells.
struct Read: Equatable {
  let operand: Int
  let place: Int
}
