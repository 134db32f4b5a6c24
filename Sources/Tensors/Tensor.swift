/// A dense array of 32-bit floats in row-major order; rank 0 is a scalar.
package struct Tensor: Equatable, Sendable {
  package let shape: [Int]
  package var elements: [Float]

  package init(shape: [Int], elements: [Float]) {
    precondition(shape.reduce(1, *) == elements.count, "a tensor holds one number for each place")
    self.shape = shape
    self.elements = elements
  }
}
