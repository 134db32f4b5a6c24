/// A dense array of 32-bit floats in row-major order; rank 0 is a scalar.
package struct Tensor: Equatable, Sendable {
  /// The size of each axis, the slowest first; empty for a scalar.
  package let shape: [Int]
  /// The numbers, the last axis running fastest.
  package var elements: [Float]

  package init(shape: [Int], elements: [Float]) {
    precondition(shape.allSatisfy { $0 >= 0 }, "the size of an axis is never negative")
    precondition(shape.reduce(1, *) == elements.count, "a tensor holds one number for each place")
    self.shape = shape
    self.elements = elements
  }

  package init(shape: [Int], repeating value: Float) {
    self.init(shape: shape, elements: Array(repeating: value, count: shape.reduce(1, *)))
  }

  package init(_ scalar: Float) {
    self.init(shape: [], elements: [scalar])
  }

  /// A vector, one axis.
  package init(_ vector: [Float]) {
    self.init(shape: [vector.count], elements: vector)
  }

  /// A matrix from its rows, which must be equally long.
  package init(rows: [[Float]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows of a matrix are equally long")
    self.init(shape: [rows.count, columns], elements: rows.flatMap(\.self))
  }
}

extension Tensor {
  /// Whether both hold the very same numbers in memory, which takes no look at them; false says nothing.
  package func sharesStorage(with other: Tensor) -> Bool {
    shape == other.shape
      && elements.withUnsafeBufferPointer { own in
        other.elements.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
      }
  }
}

// MARK: Shape

extension Tensor {
  package var rank: Int { shape.count }
  package var count: Int { elements.count }

  /// The size of the last axis; a scalar is a row of one number.
  package var rowLength: Int { shape.last ?? 1 }

  /// How many rows the last axis makes.
  package var rowCount: Int { shape.dropLast().reduce(1, *) }

  /// The distance in `elements` from one index to the next, for each axis.
  package var strides: [Int] { Tensor.strides(of: shape) }

  /// Row-major strides: the product of the sizes that follow.
  package static func strides(of shape: [Int]) -> [Int] {
    var strides = shape
    var step = 1
    for axis in shape.indices.reversed() {
      strides[axis] = step
      step *= shape[axis]
    }
    return strides
  }

  /// The same numbers in the same order under another shape.
  package func reshaped(_ shape: [Int]) -> Tensor {
    Tensor(shape: shape, elements: elements)
  }
}

// MARK: Elements

extension Tensor {
  /// The only number of a tensor that holds one.
  package var scalar: Float {
    precondition(count == 1, "only a tensor of one number is a scalar")
    return elements[0]
  }

  package subscript(index: Int...) -> Float {
    get { elements[flatIndex(index)] }
    set { elements[flatIndex(index)] = newValue }
  }

  package subscript(index: [Int]) -> Float {
    get { elements[flatIndex(index)] }
    set { elements[flatIndex(index)] = newValue }
  }

  /// The row that the last axis makes at this place among the rows.
  package func row(_ number: Int) -> ArraySlice<Float> {
    elements[number * rowLength..<(number + 1) * rowLength]
  }

  /// Where the number at this index lies in `elements`.
  package func flatIndex(_ index: [Int]) -> Int {
    precondition(index.count == rank, "an index names one place on each axis")
    return zip(index, shape).reduce(0) { flat, place in
      precondition(place.0 >= 0 && place.0 < place.1, "an index lies within its axis")
      return flat * place.1 + place.0
    }
  }

  /// The place on each axis of a number of `elements`.
  package func index(ofFlat flat: Int) -> [Int] {
    precondition(flat >= 0 && flat < count, "an index lies within the tensor")
    var rest = flat
    return strides.map { stride in
      defer { rest %= stride }
      return rest / stride
    }
  }
}
