import Tensors

extension Operation {
  /// A second name for a matrix.
  static let same = Operation(
    "=", "Gives a matrix a second name.", [.matrix("A")], notation: .builtIn(usage: "B = A"),
    example: "A",
    traits: .keepsRows, words: .view("The same number under another name.")
  ) { call in
    let view = StridedView(contiguous: call.sizes(0))
    return InferredShape(axes: call.operands[0], kernel: ViewKernel(view))
  }

  /// (Aᵀ)ᵢⱼ = Aⱼᵢ; stacks stay.
  static let transposed = Operation(
    ".T", "Swaps rows and columns.", [.matrix("A")], notation: .postfix, example: "A.T",
    traits: .keepsRows, words: .view("The same number, with rows and columns swapped.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 2)
    var axes = call.operands[0]
    axes.swapAt(axes.count - 1, axes.count - 2)
    let view = StridedView(contiguous: call.sizes(0)).transposed
    return InferredShape(axes: axes, kernel: ViewKernel(view))
  }

  /// A part of a matrix: each label or number given takes its axis away, a part of an axis shortens it.
  static let indexed = Operation(
    "[ ]",
    "Takes one row, column or cell by label or number, or a part of an axis; `:` keeps it whole.",
    [.matrix("A")], notation: .builtIn(usage: #"A["it", :]"#), example: "A[:, 1]",
    traits: .keepsRows, words: .view("The same number, taken out of a larger matrix.")
  ) { call throws(SceneError) in
    let axes = call.operands[0]
    if axes.isEmpty { throw .indexOfNumber(call.texts[0]) }
    let places = call.alignedPlaces
    guard places.count <= axes.count else {
      throw .tooManyIndices(call.texts[0], axes: call.names(0), found: places.count)
    }
    var view = StridedView(contiguous: call.sizes(0))
    var kept: [AxisKey] = []
    for (number, axis) in axes.enumerated() {
      switch number < places.count ? places[number] : .all {
      case .part(let part):
        guard let start = call.sheet.start(of: part, in: axis) else {
          throw .axis(
            .notAPart(call.sheet.name(part), of: call.sheet.name(axis), text: call.texts[0]))
        }
        view = view.sliced(axis: kept.count, start..<start + call.sheet.size(part))
        kept.append(part)
      case .all:
        kept.append(axis)
      case .number(let place):
        let place = try call.place(place, on: axis)
        view = view.indexed(axis: kept.count, at: place)
      case .label(let label):
        let place = try call.place(label, on: axis, number: number)
        view = view.indexed(axis: kept.count, at: place)
      }
    }
    return InferredShape(axes: kept, kernel: ViewKernel(view))
  }

  /// Concatenates heads: [head, token, trait] becomes [token, head*trait].
  static let join = Operation(
    "join", "Puts the columns of all heads side by side, over the axis `head*trait`.",
    [.matrix("A"), .axis("head"), .axis("trait")], example: "join(H, head, trait)",
    traits: .keepsRows, words: .view("The same number; the heads now stand side by side.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 2)
    let axes = call.operands[0]
    let (head, trait) = (call.axes[0], call.axes[1])
    guard axes.last == trait else {
      let isSwapped = axes.last == head && axes.contains(trait)
      throw .notTheColumns(
        call.texts[0], axis: call.sheet.name(trait), axes: call.names(0),
        suggestion: isSwapped ? call.swapped("join") : nil)
    }
    guard let place = axes.dropLast().firstIndex(of: head) else {
      throw .noAxis(call.texts[0], axis: call.sheet.name(head), axes: call.names(0))
    }
    var order = Array(axes.indices)
    order.remove(at: place)
    order.insert(place, at: order.count - 1)
    let view = StridedView(contiguous: call.sizes(0)).reordered(order)
    let kept = order.dropLast(2).map { axes[$0] }
    let result = kept + [AxisKey(factors: head.factors + trait.factors)]
    return InferredShape(axes: result, kernel: ViewKernel(view))
  }

  /// The way back from `join`: [token, head*trait] becomes [head, token, trait].
  ///
  /// Rows can be split as well: [head*trait, feature] becomes [head, trait, feature].
  static let split = Operation(
    "split", "Cuts the axis `head*trait` into heads again, each with its own rows and columns.",
    [.matrix("A"), .axis("head"), .axis("trait")], example: "split(J, head, trait)",
    traits: .keepsRows, words: .view("The same number; each head now stands alone.")
  ) { call throws(SceneError) in
    let (head, trait) = (call.axes[0], call.axes[1])
    var axes = call.operands[0]
    let stacks = Swift.max(axes.count - 2, 0)
    guard let place = axes.lastIndex(of: head.times(trait)), place >= stacks else {
      throw .noAxis(
        call.texts[0], axis: call.sheet.name(head.times(trait)), axes: call.names(0),
        suggestion: axes.contains(trait.times(head)) ? call.swapped("split") : nil)
    }
    axes[place] = trait
    axes.insert(head, at: stacks)
    var view = StridedView(contiguous: call.sizes(0))
    view = view.parted(axis: place, inner: call.sheet.size(trait))
    var order = Array(axes.indices)
    order.remove(at: place)
    order.insert(place, at: stacks)
    return InferredShape(axes: axes, kernel: ViewKernel(view.reordered(order)))
  }

  /// Grouped queries: head h reads group h ÷ (heads / groups), whole division.
  static let share = Operation(
    "share", "Repeats the keys or values of each group for the query heads that share them.",
    [.matrix("A"), .axis("group"), .axis("head")], example: "share(G, group, head)",
    traits: .keepsRows, words: .view("The same number; neighbours on the longer axis share it.")
  ) { call throws(SceneError) in
    let (group, head) = (call.axes[0], call.axes[1])
    var axes = call.operands[0]
    guard let place = axes.firstIndex(of: group) else {
      throw .noAxis(
        call.texts[0], axis: call.sheet.name(group), axes: call.names(0),
        suggestion: axes.contains(head) ? call.swapped("share") : nil)
    }
    let (groups, heads) = (call.sheet.size(group), call.sheet.size(head))
    guard heads % groups == 0 else {
      throw .shareUneven(
        heads: call.sheet.name(head), headSize: heads, groups: call.sheet.name(group),
        groupSize: groups)
    }
    axes[place] = head
    let view = StridedView(contiguous: call.sizes(0))
      .repeated(axis: place + 1, count: heads / groups)
    return InferredShape(axes: axes, kernel: ViewKernel(view))
  }

  /// Rows put below rows: [past, trait] and a row over trait become [token, trait].
  ///
  /// The operand with an axis less, or both of two vectors, counts as one row.
  static let append = Operation(
    "append",
    "Puts the rows of B, or B as one row, below those of A; `axis` has as many places as both.",
    [.matrix("A"), .matrix("B"), .axis("axis")], example: "append(A, x, long)",
    traits: .keepsRows, words: .view("The same number, now in a longer matrix.")
  ) { call throws(SceneError) in
    let (upper, lower) = (try Rows(call, 0), try Rows(call, 1))
    guard upper.stacks == lower.stacks, upper.columns == lower.columns else {
      throw Pairing.mismatch(call, in: "append")
    }
    let axis = call.axes[0]
    guard upper.count + lower.count == call.sheet.size(axis) else {
      throw .rowsDoNotAddUp(
        [upper.count, lower.count], texts: call.texts, axis: call.sheet.name(axis),
        size: call.sheet.size(axis))
    }
    let width = call.sheet.size(upper.columns)
    return InferredShape(
      axes: upper.stacks + [axis, upper.columns],
      kernel: AppendKernel(upper: upper.count * width, lower: lower.count * width))
  }
}

extension Call {
  /// The places of an index; a part alone takes the first axis that it is a part of: `H[seen]`.
  fileprivate var alignedPlaces: [IndexItem] {
    guard places.count == 1, case .part(let part) = places[0],
      let axis = operands[0].firstIndex(where: { sheet.start(of: part, in: $0) != nil })
    else { return places }
    return Array(repeating: .all, count: axis) + places
  }

  /// The place of this number on an axis.
  fileprivate func place(_ number: Int, on axis: AxisKey) throws(SceneError) -> Int {
    guard (0..<sheet.size(axis)).contains(number) else {
      throw .indexOutside(number, axis: sheet.name(axis), size: sheet.size(axis))
    }
    return number
  }

  /// The place that a label names on an axis, which is the index's axis `number`.
  fileprivate func place(
    _ label: String, on axis: AxisKey, number: Int
  ) throws(SceneError) -> Int {
    guard sheet.hasLabels(axis) else {
      throw .axisWithoutLabels(label, axis: sheet.name(axis), size: sheet.size(axis))
    }
    guard let place = sheet.place(of: label, on: axis) else {
      let axis = sheet.axis(axis)
      throw .unknownLabel(
        label, axis: axis.name, advice: axis.advice(for: label),
        onAnother: places.count == 1 ? onAnother(label, after: number) : nil)
    }
    return place
  }

  /// The index with the label on a later axis that has it: `X[:, "noun"]`.
  private func onAnother(_ label: String, after number: Int) -> String? {
    let axes = operands[0]
    let place = axes.indices.dropFirst(number + 1).first {
      sheet.hasLabels(axes[$0]) && sheet.axis(axes[$0]).place(of: label) != nil
    }
    return place.map {
      let whole = String(repeating: ":, ", count: $0)
      return "\(texts[0].asOperand)[\(whole)\(label.quoted)]"
    }
  }
}

/// An operand of `append` as stacks of rows.
private struct Rows {
  let stacks: [AxisKey]
  let count: Int
  let columns: AxisKey

  init(_ call: Call, _ operand: Int) throws(SceneError) {
    let axes = call.operands[operand]
    guard let columns = axes.last else { throw .tooFewAxes(call.texts[operand], needs: 1) }
    self.columns = columns
    let hasRows = axes.count == max(call.operands[0].count, call.operands[1].count, 2)
    stacks = Array(axes.dropLast(hasRows ? 2 : 1))
    count = hasRows ? call.sheet.size(axes[axes.count - 2]) : 1
  }
}

/// Stretches of two operands in turn: so many numbers of the first, so many of the second.
private struct AppendKernel: Kernel {
  let upper: Int
  let lower: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    let (first, second) = (operands[0], operands[1])
    for index in result.indices {
      let read = read(index)
      result[index] = read.operand == 0 ? first[read.place] : second[read.place]
    }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    for index in back.sensitivity.indices {
      let read = read(index)
      if read.operand == position { sum[read.place] += back.sensitivity[index] }
    }
  }

  func reads(_ index: Int) -> [Read] { [read(index)] }

  private func read(_ index: Int) -> Read {
    let (stack, place) = index.quotientAndRemainder(dividingBy: upper + lower)
    return place < upper
      ? Read(operand: 0, place: stack * upper + place)
      : Read(operand: 1, place: stack * lower + place - upper)
  }
}
