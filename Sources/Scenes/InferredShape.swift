/// The axes of a matrix while a scene is checked; an axis made by `join` has several factors.
struct AxisKey: Hashable {
  let factors: [Int]
}

extension AxisKey {
  /// The product axis of both, this one outside.
  func times(_ inner: AxisKey) -> AxisKey { AxisKey(factors: factors + inner.factors) }
}

/// What a shape rule may look at.
struct Call {
  let sheet: AxisSheet
  /// The axes of each matrix argument.
  var operands: [[AxisKey]] = []
  /// What each matrix argument says, for sentences.
  var passages: [SourceSlice] = []
  var axes: [AxisKey] = []
  /// Numbers that stand when the scene is read, such as a seed; nil for one that a call does without.
  var numbers: [Double?] = []
  /// Options that may be numbers or matrices without axes.
  var settings: [Setting] = []
  /// The names of the options that the call writes.
  var written: Set<String> = []
  /// Options that are one of several words.
  var choices: [String] = []
  /// Words in quotation marks.
  var strings: [String] = []
  /// What stands in the brackets of an index.
  var places: [IndexItem] = []
  /// The axes that the definition declares, for sources of numbers.
  var expected: [AxisKey]?
  /// The axes as the texts size them, by which what is written down is judged.
  var declared: AxisSheet
  /// Where `weights` finds its numbers.
  var weights: (any WeightSource)?
  /// Which of its streams a seed means; 0 where the scene is read.
  var draw = 0
}

/// One part of an index.
enum IndexItem: Equatable {
  case all
  case number(Int)
  case label(String)
  /// An axis that is a part of the matrix's.
  case part(AxisKey)
}

/// What a shape rule finds: the axes of the result, and the kernel that fills it.
struct InferredShape {
  let axes: [AxisKey]
  let kernel: any Kernel
  /// What holds for this result alone, where it is not what the operation's traits say.
  var traits: Operation.Traits?
}

extension Call {
  /// A call in a scene whose axes have the sizes of the text.
  init(
    sheet: AxisSheet, operands: [[AxisKey]] = [], passages: [SourceSlice] = [],
    places: [IndexItem] = [], expected: [AxisKey]? = nil
  ) {
    self.sheet = sheet
    self.operands = operands
    self.passages = passages
    self.places = places
    self.expected = expected
    declared = sheet
  }

  /// A number that every call has, given or standard.
  func number(_ place: Int) -> Double { numbers[place] ?? 0 }

  var texts: [String] { passages.map(\.text) }

  func sizes(_ operand: Int) -> [Int] { sheet.sizes(operands[operand]) }

  func names(_ operand: Int) -> [String] { operands[operand].map(sheet.name) }

  /// The call with its two axes the other way round, for suggestions.
  func swapped(_ operation: String) -> String {
    "\(operation)(\(texts[0]), \(sheet.name(axes[1])), \(sheet.name(axes[0])))"
  }

  /// Where the only operand has an axis; of two of the same name, the columns.
  func place(of axis: AxisKey) throws(SceneError) -> Int {
    guard let place = operands[0].lastIndex(of: axis) else {
      throw .noAxis(texts[0], axis: sheet.name(axis), axes: names(0))
    }
    return place
  }

  /// A mistake unless the operand has at least so many axes.
  func require(_ operand: Int, axes count: Int) throws(SceneError) {
    if operands[operand].count < count { throw .tooFewAxes(texts[operand], needs: count) }
  }

  /// A whole number between the bounds, or nil where the call does without.
  func optionalWhole(
    _ number: Int, _ name: String, _ bounds: ClosedRange<Int>
  ) throws(SceneError) -> Int? {
    numbers[number] == nil ? nil : try whole(number, name, bounds)
  }

  /// A whole number between the bounds.
  func whole(_ number: Int, _ name: String, _ bounds: ClosedRange<Int>) throws(SceneError) -> Int {
    try whole(self.number(number), name, bounds)
  }

  /// The number, where it is whole and between the bounds.
  func whole(
    _ number: Double, _ name: String, _ bounds: ClosedRange<Int>
  ) throws(SceneError) -> Int {
    guard let whole = Int(exactly: number), bounds.contains(whole) else {
      let wanted = "a whole number from \(bounds.lowerBound)"
      let isBounded = bounds.upperBound < Graph.mostElements
      throw .argumentRange(name, wanted: isBounded ? wanted + " to \(bounds.upperBound)" : wanted)
    }
    return whole
  }
}
