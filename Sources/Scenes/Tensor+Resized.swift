import Tensors

extension Tensor {
  /// The same numbers where both shapes have a place, 0 elsewhere.
  func resized(_ shape: [Int]) -> Tensor {
    if shape == self.shape { return self }
    var result = Tensor(shape: shape, repeating: 0)
    for place in elements.indices {
      let index = index(ofFlat: place)
      if zip(index, shape).allSatisfy({ $0 < $1 }) {
        result.elements[result.flatIndex(index)] = elements[place]
      }
    }
    return result
  }
}
