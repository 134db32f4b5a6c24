import Tensors

extension Operation {
  /// A part of a matrix: each label or number given takes its axis away.
  static let indexed = Operation(
    "[ ]", "Takes one row, column or cell by label or number; `:` keeps an axis whole.",
    [.matrix("A")], notation: .builtIn(usage: #"A["it", :]"#), example: "A[:, 1]",
    words: .view("The same number, taken out of a larger matrix.")
  ) { call throws(SceneError) in
    let axes = call.operands[0]
    if axes.isEmpty { throw .indexOfNumber(call.texts[0]) }
    guard call.places.count <= axes.count else {
      throw .tooManyIndices(call.texts[0], axes: call.names(0), found: call.places.count)
    }
    var view = StridedView(contiguous: call.sizes(0))
    var kept: [AxisKey] = []
    for (number, axis) in axes.enumerated() {
      let item = number < call.places.count ? call.places[number] : .all
      if let place = try call.place(item, on: axis, number: number) {
        view = view.indexed(axis: kept.count, at: place)
      } else {
        kept.append(axis)
      }
    }
    return InferredShape(axes: kept, kernel: ViewKernel(view))
  }
}

extension Call {
  /// The place on the axis that an index names, or nil where it keeps the axis whole.
  fileprivate func place(
    _ item: IndexItem, on axis: AxisKey, number: Int
  ) throws(SceneError) -> Int? {
    switch item {
    case .all:
      return nil
    case .number(let number):
      guard (0..<sheet.size(axis)).contains(number) else {
        throw .indexOutside(number, axis: sheet.name(axis), size: sheet.size(axis))
      }
      return number
    case .label(let label):
      return try place(label, on: axis, number: number)
    }
  }

  private func place(
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
