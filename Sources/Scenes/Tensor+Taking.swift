import Tensors

extension Tensor {
  /// These places of one axis, in this order; a place may come more than once.
  func taking(_ places: [Int], along axis: Int) -> Tensor {
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    var numbers: [Float] = []
    numbers.reserveCapacity(outer * places.count * inner)
    for block in 0..<outer {
      for place in places {
        let start = (block * shape[axis] + place) * inner
        numbers += elements[start..<start + inner]
      }
    }
    var sizes = shape
    sizes[axis] = places.count
    return Tensor(shape: sizes, elements: numbers)
  }
}
