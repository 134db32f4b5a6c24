/// The numbers of a view as a tensor of their own, and a gradient's way back through the view.
package struct StridedCopy: Equatable, Sendable {
  package let view: StridedView
  private let walk: Walk
  private let count: Int
  private let extent: Int

  package init(_ view: StridedView) {
    self.view = view
    walk = Walk(view, StridedView(contiguous: view.shape))
    count = view.count
    extent = view.extent
  }

  package func gather(_ source: Tensor) -> Tensor {
    var result = Tensor.zeros(view.shape)
    gather(source.elements, into: &result.elements)
    return result
  }

  package func gather(_ source: [Float], into result: inout [Float]) {
    check(source, result)
    result.write(reading: source) { result, source in
      walk.forEachRun { from, to, _ in
        copy(walk.length, from: source + from, step: walk.leftStep, to: result + to)
      }
    }
  }

  /// Adds a gradient of the view to the gradient of what it shows, summing where it repeats.
  ///
  /// Along a repeated run the sum is taken in double precision and rounded once.
  package func addGradient(_ gradient: [Float], into whole: inout [Float]) {
    check(whole, gradient)
    whole.write(reading: gradient) { whole, gradient in
      walk.forEachRun { to, from, _ in
        if walk.leftStep == 0 {
          whole[to] += sum(walk.length) { gradient[from + $0] }
        } else {
          for place in 0..<walk.length {
            whole[to + place * walk.leftStep] += gradient[from + place]
          }
        }
      }
    }
  }

  private func check(_ whole: [Float], _ part: [Float]) {
    precondition(whole.count >= extent, "a view lies within the tensor it shows")
    precondition(part.count == count, "the numbers of a view have its shape")
  }

  @inline(__always)
  private func copy(_ count: Int, from source: Source, step: Int, to target: Target) {
    if step == 1 {
      target.update(from: source, count: count)
    } else {
      for place in 0..<count { target[place] = source[place * step] }
    }
  }
}
